"""The lists of editions, of their winners, and of the prizes and contests themselves."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.contests.enums import CompetitionKind
from thidua.contests.models import Competition, Edition, Result
from thidua.core.numerals import roman
from thidua.web.shell import cells
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.records.tables.columns import (
    export_column,
    movements_column,
    name_column,
    origin_column,
    origin_columns,
)
from thidua.web.workspace.records.tables.filters import RecordFilters, choice_filter
from thidua.web.workspace.records.tables.winners import WinnerFilters, counted, kind_column, winner_column


class EditionFilters(RecordFilters):
    """Words are also looked for among the winners."""

    unit_column = "competition__organiser"
    loai = choice_filter(gettext_lazy("Kind"), CompetitionKind.choices)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        rows = super().apply(rows, answers)
        return rows.filter(competition__kind=answers["loai"]) if "loai" in answers else rows

    def holding(self, word: str) -> Q:
        named = Result.objects.filter(search_text__contains=word).order_by()
        return Q(competition__search_text__contains=word) | Q(pk__in=named.values("edition"))


def edition_words(row: Edition) -> str:
    """Return «Giải thưởng Hoàng Văn Thụ lần thứ V (2019)»."""
    told = {"name": row.competition.name, "year": row.year}
    if row.number is None:
        return _("%(name)s (%(year)s)") % told
    return _("%(name)s, edition %(number)s (%(year)s)") % (told | {"number": roman(row.number)})


TABLE: Table[Any] = Table(
    name="giai-thuong-cuoc-thi",
    caption=gettext_lazy("Prizes and contests"),
    columns=(
        name_column(
            gettext_lazy("Prize or contest"),
            "editions-page",
            edition_words,
            sort=("competition__search_text", "year"),
            note=lambda row: row.competition.genre,
        ),
        Column(
            "kind",
            gettext_lazy("Kind"),
            lambda row: capfirst(row.competition.get_kind_display()),
            sort=("competition__kind",),
        ),
        Column("awarded", gettext_lazy("Awarded on"), lambda row: row.awarded_on, sort=("awarded_on",)),
        Column(
            "winners",
            gettext_lazy("Winners"),
            lambda row: counted(row, row.winners),
            csv=lambda row: row.winners,
            sort=("winners",),
        ),
        Column(
            "organiser",
            gettext_lazy("Organiser"),
            lambda row: row.competition.organiser.name,
            sort=("competition__organiser__sort_key",),
        ),
        Column(
            "year", gettext_lazy("Year"), lambda row: row.year, sort=("year", "awarded_on"), export_only=True
        ),
        export_column("number", gettext_lazy("Edition"), lambda row: row.number, numeric=True),
        export_column("genre", gettext_lazy("Genre"), lambda row: row.competition.genre),
        export_column("collectives", gettext_lazy("Collectives"), lambda row: row.collectives, numeric=True),
        export_column("individuals", gettext_lazy("Individuals"), lambda row: row.individuals, numeric=True),
        export_column("households", gettext_lazy("Households"), lambda row: row.households, numeric=True),
        export_column("authors", gettext_lazy("Authors"), lambda row: row.authors, numeric=True),
        movements_column(),
        *origin_columns(),
    ),
    order="-year",
    empty=gettext_lazy("No edition of a prize or contest has been recorded yet."),
    filters=EditionFilters,
)

WINNER_TABLE: Table[Result] = Table(
    name="nguoi-doat-giai",
    caption=gettext_lazy("Winners"),
    columns=(
        winner_column(gettext_lazy("Winner")),
        kind_column(),
        Column("work", gettext_lazy("Work entered"), lambda row: row.work),
        Column("prize", gettext_lazy("Prize won"), lambda row: row.prize, sort=("prize", "ordinal")),
        Column(
            "ordinal",
            gettext_lazy("Number in the list"),
            lambda row: row.ordinal,
            sort=("ordinal",),
            numeric=True,
        ),
        origin_column(),
    ),
    order="name",
    empty=gettext_lazy("No winner has been entered yet."),
    filters=WinnerFilters,
)


class CompetitionFilters(RecordFilters):
    """The year and the movement are those of an edition."""

    unit_column = "organiser"
    year_column = "editions__year"
    movements_column = "editions__movements"
    loai = choice_filter(gettext_lazy("Kind"), CompetitionKind.choices)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        rows = super().apply(rows, answers).distinct()
        return rows.filter(kind=answers["loai"]) if "loai" in answers else rows


COMPETITION_TABLE: Table[Competition] = Table(
    name="danh-muc",
    caption=gettext_lazy("All prizes and contests"),
    columns=(
        Column(
            "name",
            gettext_lazy("Name"),
            lambda row: cells.with_note(
                cells.link(reverse("competitions-page", args=[row.pk]), row.name), row.genre
            ),
            csv=lambda row: row.name,
            sort=("search_text",),
            header=True,
        ),
        Column("kind", gettext_lazy("Kind"), lambda row: capfirst(row.get_kind_display()), sort=("kind",)),
        Column(
            "organiser",
            gettext_lazy("Organiser"),
            lambda row: row.organiser.name,
            sort=("organiser__sort_key",),
        ),
        Column("editions", gettext_lazy("Editions"), lambda row: len(row.editions.all()), numeric=True),
        export_column("genre", gettext_lazy("Genre"), lambda row: row.genre),
    ),
    order="name",
    empty=gettext_lazy("No prize or contest has been entered yet."),
    filters=CompetitionFilters,
)
