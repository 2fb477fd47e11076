"""The list of awards given, and of the recipients of one."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.registry.enums import RecipientKind
from thidua.registry.models import Award, Conferral
from thidua.web.shell import cells, formats
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.records.tables.columns import (
    export_column,
    movements_column,
    name_column,
    origin_column,
    origin_columns,
)
from thidua.web.workspace.records.tables.filters import RecordFilters, choice_filter
from thidua.web.workspace.records.tables.winners import (
    RecipientFilters,
    counted,
    kind_column,
    winner_column,
)


class AwardFilters(RecordFilters):
    """Words are also looked for among the recipients; the year is that of the decision, else of the presentation."""

    unit_column = "deciding_unit"
    doi_tuong = choice_filter(gettext_lazy("Who received"), RecipientKind.choices)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        rows = super().apply(rows, answers)
        if "doi_tuong" in answers:
            of_kind = Award.objects.filter(recipient_kind=answers["doi_tuong"]).order_by()
            rows = rows.filter(pk__in=of_kind.values("conferral"))
        return rows

    def holding(self, word: str) -> Q:
        named = Award.objects.filter(name__folded__contains=word).order_by()
        return Q(search_text__contains=word) | Q(pk__in=named.values("conferral"))

    def in_year(self, year: int) -> Q:
        presented = Q(decision_date__isnull=True, presented_on__year=year)
        return Q(decision_date__year=year) | presented | Q(decision_date__isnull=True, decided_year=year)


def decision_words(row: Conferral) -> str:
    """Return «2105/QĐ-UBND ngày 28/10/2019», «2105/QĐ-UBND năm 2019», or that number and date are not known."""
    if row.decision_date is None and row.decided_year:
        return decision_of_year(row.decision_number, row.decided_year)
    if row.decision_number:
        return _("%(number)s of %(date)s") % {
            "number": row.decision_number,
            "date": formats.day(row.decision_date),
        }
    if row.decision_date:
        return _("of %(date)s, number not known yet") % {"date": formats.day(row.decision_date)}
    return _("number and date of the decision not known yet")


def decision_of_year(number: str, year: int) -> str:
    """Return what is known of a decision without a date: «163/QĐ-UBND năm 2015», «năm 2015, chưa rõ số»."""
    if number:
        return _("%(number)s of the year %(year)s") % {"number": number, "year": year}
    return _("of the year %(year)s, number and date not known yet") % {"year": year}


def _history_link(row: Award) -> object:
    """Lead to all that is recorded of the recipient, or say that the name is not linked."""
    for column, page in (("person", "person"), ("unit", "unit"), ("household", "household")):
        if (pk := getattr(row, f"{column}_id")) is not None:
            return cells.link(reverse(f"{page}-history", args=[pk]), _("history"), row.recipient_name)
    return _("not linked yet")


TABLE: Table[Any] = Table(
    name="khen-thuong",
    caption=gettext_lazy("Awards given"),
    columns=(
        name_column(
            gettext_lazy("Form of commendation"),
            "awards-page",
            lambda row: row.award_form,
            sort=("search_text",),
            note=lambda row: row.occasion,
        ),
        Column(
            "decision", gettext_lazy("Decision"), decision_words, sort=("decision_date", "decision_number")
        ),
        Column("presented", gettext_lazy("Presented"), lambda row: row.presented_on, sort=("presented_on",)),
        Column(
            "recipients",
            gettext_lazy("Who received"),
            lambda row: counted(row, row.recipients),
            csv=lambda row: row.recipients,
            sort=("recipients",),
        ),
        Column(
            "unit",
            gettext_lazy("Decided by"),
            lambda row: row.decided_by,
            sort=("deciding_unit__sort_key",),
        ),
        export_column("code", gettext_lazy("Award of the law book"), lambda row: row.award_code),
        Column("day", gettext_lazy("Day"), lambda row: row.day, sort=("day",), export_only=True),
        export_column("number", gettext_lazy("Decision number"), lambda row: row.decision_number),
        export_column("date", gettext_lazy("Date of the decision"), lambda row: row.decision_date),
        export_column("decided-year", gettext_lazy("Year of the decision"), lambda row: row.decided_year),
        export_column("collectives", gettext_lazy("Collectives"), lambda row: row.collectives, numeric=True),
        export_column("individuals", gettext_lazy("Individuals"), lambda row: row.individuals, numeric=True),
        export_column("households", gettext_lazy("Households"), lambda row: row.households, numeric=True),
        export_column("authors", gettext_lazy("Authors"), lambda row: row.authors, numeric=True),
        export_column("presented_by", gettext_lazy("Presented by"), lambda row: row.presented_by),
        export_column("occasion", gettext_lazy("Occasion"), lambda row: row.occasion),
        export_column("reason", gettext_lazy("Achievement"), lambda row: row.reason),
        movements_column(),
        *origin_columns(),
    ),
    order="-day",
    empty=gettext_lazy("No award has been recorded yet."),
    filters=AwardFilters,
)

RECIPIENT_TABLE: Table[Award] = Table(
    name="nguoi-nhan",
    caption=gettext_lazy("List of recipients"),
    columns=(
        winner_column(gettext_lazy("Recipient"), "name__sort_key"),
        Column(
            "history",
            gettext_lazy("In the register"),
            _history_link,
            csv=lambda row: row.person_id or row.unit_id or row.household_id or "",
        ),
        kind_column("name__sort_key"),
        Column("post", gettext_lazy("Post at the time"), lambda row: row.post_then),
        Column("unit", gettext_lazy("Unit or address at the time"), lambda row: row.unit_then),
        Column(
            "ordinal",
            gettext_lazy("Number in the list"),
            lambda row: row.ordinal,
            sort=("ordinal",),
            numeric=True,
        ),
        Column(
            "year",
            gettext_lazy("Year"),
            lambda row: str(row.counting_year or ""),
            sort=("counting_year",),
        ),
        export_column(
            "type", gettext_lazy("Type of commendation"), lambda row: row.get_commendation_type_display()
        ),
        export_column("status", gettext_lazy("State"), lambda row: row.get_status_display()),
        origin_column(),
    ),
    order="name",
    empty=gettext_lazy("No recipient has been entered yet."),
    filters=RecipientFilters,
)
