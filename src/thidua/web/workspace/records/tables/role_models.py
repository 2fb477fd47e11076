"""The list of role models."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.movements.enums import Consent, FieldOfWork, SubjectKind
from thidua.movements.models import RoleModel
from thidua.orgs.models import UnitName
from thidua.web.shell.tables import Column, Table
from thidua.web.shell.tags import Tag, Tone
from thidua.web.workspace.records.places import attach_places, last_day_of
from thidua.web.workspace.records.tables.columns import (
    export_column,
    movements_column,
    name_column,
    origin_columns,
)
from thidua.web.workspace.records.tables.filters import RecordFilters, choice_filter

# Shorter than the labels of the form, so that a list has room.
CONSENT = {
    Consent.GIVEN: (gettext_lazy("agreed"), Tone.SUCCESS),
    Consent.PUBLISHED: (gettext_lazy("named already"), Tone.SUCCESS),
    Consent.UNKNOWN: (gettext_lazy("not asked yet"), Tone.WARNING),
    Consent.REFUSED: (gettext_lazy("not to be named"), Tone.NEUTRAL),
}


class RoleModelFilters(RecordFilters):
    """Words are also looked for in the names."""

    unit_column = "found_by"
    linh_vuc = choice_filter(gettext_lazy("Field"), FieldOfWork.choices)
    doi_tuong = choice_filter(gettext_lazy("Who"), SubjectKind.choices)
    dong_y = choice_filter(gettext_lazy("Consent"), Consent.choices)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        wanted = {
            "field": answers.get("linh_vuc"),
            "subject_kind": answers.get("doi_tuong"),
            "consent": answers.get("dong_y"),
        }
        chosen = {name: value for name, value in wanted.items() if value}
        return super().apply(rows, answers).filter(**chosen)

    def holding(self, word: str) -> Q:
        named = UnitName.objects.filter(folded_name__contains=word).order_by()
        return (
            Q(search_text__contains=word)
            | Q(person__folded_name__contains=word)
            | Q(household__head__folded_name__contains=word)
            | Q(unit__in=named.values("unit"))
        )


def subject_name(row: RoleModel) -> str:
    """Return «bà Lương Thị Bình», «Hộ ông Vi Thanh Liêm» or the name of the collective."""
    if row.person is not None:
        return capfirst(row.person.addressed_name)
    if row.household is not None:
        return _("Household of %(head)s") % {"head": row.household.head.addressed_name}
    return row.unit.name if row.unit else ""


def consent_tag(row: RoleModel) -> Tag:
    """Return whether the subject may be named, as a state; a collective is not asked."""
    if row.subject_kind == SubjectKind.COLLECTIVE:
        return Tag(_("not needed"), Tone.NEUTRAL)
    words, tone = CONSENT[Consent(row.consent)]
    return Tag(str(words), tone)


def _note(row: Any) -> SafeString | str:
    parts = [part for part in (row.place.then, row.place.today) if part]
    return format_html("{}<br>{}", *parts) if len(parts) == 2 else "".join(parts)


def _prepare(rows: Sequence[Any]) -> None:
    attach_places(rows, [(row.subject, last_day_of(row.year)) for row in rows])


TABLE: Table[Any] = Table(
    name="guong-dien-hinh",
    caption=gettext_lazy("Role models"),
    columns=(
        name_column(
            gettext_lazy("Who"),
            "role-models-page",
            subject_name,
            sort=("person__sort_key", "household__head__sort_key", "unit__sort_key"),
            note=_note,
        ),
        Column("deed", gettext_lazy("Deed"), lambda row: row.deed),
        Column(
            "field", gettext_lazy("Field"), lambda row: capfirst(row.get_field_display()), sort=("field",)
        ),
        Column(
            "year",
            gettext_lazy("Year"),
            lambda row: str(row.year),
            csv=lambda row: row.year,
            sort=("year", "-order"),
        ),
        Column(
            "consent",
            gettext_lazy("Consent"),
            consent_tag,
            csv=lambda row: row.get_consent_display(),
            sort=("consent",),
        ),
        export_column("then", gettext_lazy("Posts or address at the time"), lambda row: row.place.then),
        export_column("today", gettext_lazy("Today"), lambda row: row.place.today),
        export_column("kind", gettext_lazy("Kind"), lambda row: row.get_subject_kind_display()),
        export_column("found_by", gettext_lazy("Found by"), lambda row: row.found_by.name),
        movements_column(),
        *origin_columns(),
    ),
    order="-year",
    empty=gettext_lazy("No role model has been recorded yet."),
    filters=RoleModelFilters,
    prepare=_prepare,
)
