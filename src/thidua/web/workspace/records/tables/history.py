"""Lists of grades, initiatives, disciplinary measures and pending matters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.core.vietnamese.fold import fold
from thidua.orgs.models import Position, UnitName
from thidua.registry.enums import DisciplineLevel, Grade, InitiativeScope, MatterKind
from thidua.registry.models import HistoryRecord
from thidua.registry.models.record import STANDING
from thidua.web.shell import cells, formats
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.tables import Column, Table
from thidua.web.shell.tags import Tag, Tone
from thidua.web.workspace.records.tables.columns import export_column, origin_column
from thidua.web.workspace.records.tables.filters import choice_filter

COUNTING, CORRECTED, CANCELLED, ALL = "", "thay-the", "huy", "tat-ca"


class HistoryFilters(FilterForm):
    """By name, year, unit and state; what no longer counts is shown only when asked for."""

    year_column: ClassVar[str] = "counting_year"
    with_household: ClassVar[bool] = False

    q = forms.CharField(label=_("Name"), max_length=100)
    nam = forms.IntegerField(
        label=_("Year"),
        min_value=1900,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    don_vi = forms.CharField(label=_("Unit"), max_length=100)
    hieu_luc = forms.ChoiceField(
        label=_("State"),
        choices=[
            (COUNTING, _("counting now")),
            (CORRECTED, _("replaced by a correction")),
            (CANCELLED, pgettext_lazy("record", "cancelled")),
            (ALL, _("all")),
        ],
    )

    def applied_to(self, rows: Any) -> Any:
        return self.apply(rows, self.answers())

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        state = answers.get("hieu_luc", COUNTING)
        if state != ALL:
            rows = rows.filter(_OF_STATE[state])
        for word in fold(answers.get("q", "")).split():
            rows = rows.filter(self.named(word))
        if "nam" in answers:
            rows = rows.filter(**{self.year_column: answers["nam"]})
        if "don_vi" in answers:
            units = (
                UnitName.objects.filter(folded_name__contains=fold(answers["don_vi"]))
                .order_by()
                .values("unit")
            )
            working = Position.objects.filter(unit__in=units).order_by().values("person")
            rows = rows.filter(Q(kept_by__in=units) | Q(unit__in=units) | Q(person__in=working))
        return rows

    def named(self, word: str) -> Q:
        """Return the condition that a folded `word` occurs in the recipient's name."""
        units = UnitName.objects.filter(folded_name__contains=word).order_by().values("unit")
        found = Q(person__folded_name__contains=word) | Q(unit__in=units)
        return found | Q(household__head__folded_name__contains=word) if self.with_household else found


_OF_STATE = {
    COUNTING: STANDING,
    CORRECTED: Q(ended_at__isnull=False, replaced_by__isnull=False),
    CANCELLED: Q(ended_at__isnull=False, replaced_by__isnull=True),
}


class GradeFilters(HistoryFilters):
    """By the grade, too."""

    loai = choice_filter(_("Grade"), Grade.choices)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        rows = super().apply(rows, answers)
        return rows.filter(grade=answers["loai"]) if "loai" in answers else rows


class InitiativeFilters(HistoryFilters):
    """By the scope, too."""

    loai = choice_filter(_("Scope"), InitiativeScope.choices)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        rows = super().apply(rows, answers)
        return rows.filter(scope=answers["loai"]) if "loai" in answers else rows


class DisciplineFilters(HistoryFilters):
    """By the measure, too; the year is that in which it began."""

    year_column = "since__year"
    loai = choice_filter(_("Measure"), DisciplineLevel.choices)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        rows = super().apply(rows, answers)
        return rows.filter(level=answers["loai"]) if "loai" in answers else rows


class MatterFilters(HistoryFilters):
    """By the kind of matter, too; the year is that in which it began."""

    year_column = "since__year"
    with_household = True
    loai = choice_filter(_("Kind of matter"), MatterKind.choices)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        rows = super().apply(rows, answers)
        return rows.filter(kind=answers["loai"]) if "loai" in answers else rows


def state_tag(row: HistoryRecord) -> Tag:
    """Return whether a record counts."""
    if row.is_standing:
        return Tag(_now("counting now"), Tone.SUCCESS)
    if hasattr(row, "replaced_by"):
        return Tag(_now("replaced by a correction"), Tone.NEUTRAL)
    return Tag(str(pgettext_lazy("record", "cancelled")), Tone.WARNING)


def paper_words(row: HistoryRecord) -> str:
    """Return «125/QĐ-SNV ngày 31/12/2025», what of it is known, or ""."""
    if row.decision_number and row.decision_date:
        told = _now("%(number)s of %(date)s")
        return told % {"number": row.decision_number, "date": formats.day(row.decision_date)}
    return formats.day(row.decision_date) if row.decision_date else ""


def recipient_column(page: str) -> Column[Any]:
    """Return the column of whom a record is about, which leads to the record."""

    def value(row: Any) -> object:
        linked = cells.link(reverse(page, args=[row.pk]), str(row.recipient))
        return cells.with_mark(linked, row.provenance)

    return Column(
        "name",
        _("Whom it is about"),
        value,
        csv=lambda row: str(row.recipient),
        sort=("person__sort_key", "unit__sort_key"),
        header=True,
    )


def _table(
    key: str,
    caption: Any,
    empty: Any,
    filters: type[HistoryFilters],
    own: Sequence[Column[Any]],
    order: str,
) -> Table[Any]:
    return Table(
        name=key,
        caption=caption,
        columns=(
            recipient_column(f"{key}-page"),
            *own,
            Column("paper", _("Decision"), paper_words, sort=("decision_date", "decision_number")),
            Column("kept", _("Kept by"), lambda row: row.kept_by.name, sort=("kept_by__sort_key",)),
            Column("state", _("State"), state_tag, csv=lambda row: state_tag(row).text),
            export_column("person", _("Number in the register"), lambda row: row.person_id or ""),
            export_column("number", _("Decision number"), lambda row: row.decision_number),
            export_column("date", _("Date of the decision"), lambda row: row.decision_date),
            export_column("authority", _("Decided by"), lambda row: row.authority),
            export_column("why", _("Reason"), lambda row: row.ended_reason),
            origin_column(),
        ),
        order=order,
        empty=empty,
        filters=filters,
    )


def _year() -> Column[Any]:
    return Column("year", _("Year"), lambda row: str(row.counting_year), sort=("counting_year",))


def _choice(key: str, label: Any, shown: Callable[[Any], str]) -> Column[Any]:
    return Column(key, label, lambda row: capfirst(shown(row)), sort=(key,))


GRADES = _table(
    "grades",
    _("Yearly grades"),
    _("No grade has been recorded yet."),
    GradeFilters,
    (_year(), _choice("grade", _("Grade"), lambda row: row.get_grade_display())),
    "-year",
)
INITIATIVES = _table(
    "initiatives",
    _("Recognised initiatives"),
    _("No initiative has been recorded yet."),
    InitiativeFilters,
    (
        Column("title", _("Initiative"), lambda row: row.name, sort=("name",)),
        _year(),
        _choice("scope", _("Scope"), lambda row: row.get_scope_display()),
        export_column("form", _("Recognised as"), lambda row: row.get_form_display()),
        export_column("effective", _("Its effect is certified"), lambda row: row.effective),
        export_column("used", _("Award it has already served"), lambda row: row.used_for),
    ),
    "-year",
)
DISCIPLINE = _table(
    "discipline",
    _("Disciplinary measures"),
    _("No measure has been recorded yet."),
    DisciplineFilters,
    (
        _choice("level", _("Measure"), lambda row: row.get_level_display()),
        Column("since", _("In force from"), lambda row: row.since, sort=("since",)),
        Column(
            "until",
            _("In force until"),
            lambda row: row.until or _now("still holds"),
            csv=lambda row: row.until,
        ),
    ),
    "-since",
)
MATTERS = _table(
    "matters",
    _("Pending matters"),
    _("No pending matter has been recorded yet."),
    MatterFilters,
    (
        _choice("kind", _("Kind of matter"), lambda row: row.get_kind_display()),
        Column("since", _("Pending since"), lambda row: row.since, sort=("since",)),
        Column(
            "concluded",
            _("Concluded"),
            lambda row: row.concluded_on or Tag(_now("not concluded"), Tone.WARNING),
            csv=lambda row: row.concluded_on,
            sort=("concluded_on",),
        ),
        export_column("about", _("What it is about"), lambda row: row.about),
        export_column("conclusion", _("Conclusion"), lambda row: row.conclusion),
    ),
    "-since",
)
