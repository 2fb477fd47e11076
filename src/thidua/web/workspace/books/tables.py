"""The lists of books and of learned spellings."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.core.law.reading import load_law
from thidua.registry.enums import BookState, RowVerdict, SpellingKind
from thidua.registry.models import BookImport, LearnedSpelling
from thidua.web.shell import cells
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.books.fields_said import FIELD_WORDS
from thidua.web.workspace.books.states import state_tag


def with_counts(books: QuerySet[BookImport]) -> QuerySet[BookImport]:
    """Return the books with the counts of their rows by verdict, and their files."""
    counted = {
        f"count_{verdict}": Count("rows", filter=Q(rows__verdict=verdict)) for verdict in RowVerdict.values
    }
    return books.select_related("file").annotate(**counted)


def _title(row: BookImport) -> SafeString:
    return cells.with_note(
        cells.link(reverse("book", args=[row.pk]), row.title), row.file.original_name if row.file else ""
    )


def _count(verdict: str) -> Any:
    return lambda row: getattr(row, f"count_{verdict}")


def _to_do(row: BookImport) -> object:
    if row.state == BookState.STORED:
        return cells.link(reverse("undo-book", args=[row.pk]), _now("Undo…"), hidden=f" {row.title}")
    if row.state == BookState.TO_CONFIRM:
        return cells.link(reverse("book-rows", args=[row.pk]), _now("Go on"), hidden=f" {row.title}")
    return ""


def _problems(row: Any) -> int:
    return row.count_conflict + row.count_unreadable  # type: ignore[no-any-return]


BOOKS: Table[Any] = Table(
    name="so-cu",
    caption=_("Imported books"),
    columns=(
        Column("ten", _("Book"), _title, csv=lambda row: row.title, sort=("title",), header=True),
        Column("trang-thai", _("State"), state_tag, csv=lambda row: state_tag(row).text, sort=("state",)),
        Column(
            "ngay",
            _("Taken"),
            lambda row: cells.with_note(row.imported_at, row.imported_by or ""),
            csv=lambda row: row.imported_at,
            sort=("imported_at",),
        ),
        Column("moi", pgettext_lazy("rows of a book", "New"), _count(RowVerdict.NEW), numeric=True),
        Column("da-co", pgettext_lazy("rows of a book", "On record"), _count(RowVerdict.SAME), numeric=True),
        Column("can-xem", pgettext_lazy("rows of a book", "To look at"), _problems, numeric=True),
        Column("viec", _("What to do"), _to_do, csv=lambda row: ""),
    ),
    order="-ngay",
    empty=_("No book has been imported yet."),
)


def meaning_of(row: LearnedSpelling) -> str:
    """Return what the spelling stands for, in words."""
    if row.kind == SpellingKind.AWARD:
        award = load_law().awards.get(row.award_code)
        return award.name.vi if award else row.award_code
    if row.kind == SpellingKind.UNIT:
        return row.unit.name if row.unit else ""
    return str(FIELD_WORDS.get(row.column, row.column))


SPELLINGS: Table[LearnedSpelling] = Table(
    name="cach-viet",
    caption=_("Learned spellings"),
    columns=(
        Column("viet", _("As written"), lambda row: row.spelling, sort=("folded",), header=True),
        Column("loai", _("Kind"), lambda row: row.get_kind_display().capitalize(), sort=("kind",)),
        Column("nghia", _("What it means"), meaning_of),
        Column(
            "so",
            _("Learned in"),
            lambda row: cells.link(reverse("book", args=[row.book_id]), row.book) if row.book else "",
            csv=lambda row: row.book or "",
        ),
        Column("ai", _("By whom"), lambda row: row.learned_by or ""),
        Column(
            "viec",
            _("What to do"),
            lambda row: cells.link(
                reverse("spelling", args=[row.pk]), _now("Change or forget"), hidden=f" {row.spelling}"
            ),
            csv=lambda row: "",
        ),
    ),
    order="",
    empty=_("Nothing has been learned yet."),
)
