"""Lists of the movements area."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.core.vietnamese.fold import fold
from thidua.movements.enums import MovementKind, MovementState, RegistrationState
from thidua.movements.models import Movement, Registration
from thidua.movements.queries import MovementFilter, movements_matching, span_phrase
from thidua.web.shell import cells, formats
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.tables import Column, Table
from thidua.web.workspace.movements.states import movement_tag, registration_tag


class MovementFilters(FilterForm):
    """By words, kind, state, year, and whether answers from below are shown as well."""

    q = forms.CharField(label=gettext_lazy("Words"), max_length=100)
    loai = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=[("", gettext_lazy("all")), *MovementKind.choices]
    )
    buoc = forms.ChoiceField(
        label=gettext_lazy("State"), choices=[("", gettext_lazy("all")), *MovementState.choices]
    )
    nam = forms.IntegerField(
        label=gettext_lazy("Ran in the year"),
        min_value=1900,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    rieng = forms.BooleanField(label=gettext_lazy("Without answers from below"))

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        wanted = MovementFilter(
            text=answers.get("q", ""),
            kind=answers.get("loai", ""),
            state=answers.get("buoc", ""),
            year=answers.get("nam"),
            only_own=answers.get("rieng", False),
        )
        return movements_matching(rows, wanted)


def _name(row: Movement) -> SafeString:
    linked = cells.link(reverse("movement", args=[row.slug]), row.short_name)
    return cells.with_note(cells.with_mark(linked, row.provenance), row.get_kind_display())


def _groups(row: Any) -> str:
    if not row.groups:
        return ""
    missing = row.groups - row.named_groups
    if missing:
        return _("%(count)s (%(missing)s without a name)") % {"count": row.groups, "missing": missing}
    return formats.number(row.groups)


MOVEMENTS: Table[Any] = Table(
    name="phong-trao",
    caption=gettext_lazy("Movements"),
    columns=(
        Column(
            "name",
            gettext_lazy("Movement"),
            _name,
            csv=lambda row: row.short_name,
            sort=("short_name",),
            header=True,
        ),
        Column(
            "start",
            gettext_lazy("Time"),
            lambda row: span_phrase(row, formats.page_language()) or _("start not known"),
            sort=("starts_on",),
        ),
        Column("state", gettext_lazy("State"), movement_tag, csv=lambda row: row.get_state_display()),
        Column("unit", gettext_lazy("Launched by"), lambda row: row.launched_by.name),
        Column(
            "registered",
            gettext_lazy("Units registered"),
            lambda row: row.registered,
            numeric=True,
            sort=("registered",),
        ),
        Column("accepted", gettext_lazy("accepted"), lambda row: row.accepted, numeric=True),
        Column("answered", gettext_lazy("Answering movements"), lambda row: row.answered, numeric=True),
        Column("groups", gettext_lazy("Content groups"), _groups, numeric=True),
    ),
    order="-start",
    empty=gettext_lazy("No movement has been prepared yet"),
    filters=MovementFilters,
)


class RegistrationFilters(FilterForm):
    """By words in the unit's or person's name, and by state."""

    q = forms.CharField(label=gettext_lazy("Unit or person"), max_length=100)
    buoc = forms.ChoiceField(
        label=gettext_lazy("State"), choices=[("", gettext_lazy("all")), *RegistrationState.choices]
    )

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        if "buoc" in answers:
            rows = rows.filter(state=answers["buoc"])
        return named_like(rows, answers["q"]) if "q" in answers else rows


def named_like(rows: Any, text: str) -> Any:
    """Return the registrations of units or persons whose name, old or new, holds `text`, marks or not."""
    folded = fold(text)
    return rows.filter(
        Q(unit__names__folded_name__contains=folded) | Q(person__folded_name__contains=folded)
    ).distinct()


def _who(row: Registration) -> SafeString:
    name = row.person.full_name if row.person else row.unit.name
    linked = cells.link(reverse("registration", args=[row.pk]), name)
    return cells.with_note(cells.with_mark(linked, row.provenance), row.unit.name if row.person else "")


def _chosen_groups(row: Registration) -> str:
    return ", ".join(str(group.order) for group in row.groups.all())


def _tick(row: Registration) -> SafeString:
    if row.state != RegistrationState.SENT:
        return SafeString("")
    return format_html(
        '<span class="choice"><input type="checkbox" name="dang-ky" value="{0}" id="chon-{0}">'
        '<label for="chon-{0}"><span class="visually-hidden">{1}</span></label></span>',
        row.pk,
        _("Choose %(name)s") % {"name": row.person or row.unit},
    )


_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "who",
        gettext_lazy("Who registers"),
        _who,
        csv=lambda row: row.person.full_name if row.person else row.unit.name,
        sort=("unit__sort_key",),
        header=True,
    ),
    Column(
        "state",
        gettext_lazy("State"),
        registration_tag,
        csv=lambda row: row.get_state_display(),
        sort=("state",),
    ),
    Column("sent", gettext_lazy("Sent"), lambda row: row.sent_at, sort=("sent_at",)),
    Column("groups", gettext_lazy("Content groups"), _chosen_groups),
    Column("pledges", gettext_lazy("Pledges"), lambda row: row.pledge_count, numeric=True),
    Column("decided", gettext_lazy("Decided"), lambda row: row.decided_at, sort=("decided_at",)),
)
_EMPTY = gettext_lazy("Nobody has registered yet")
_CAPTION = gettext_lazy("Registrations")

REGISTRATIONS: Table[Any] = Table(
    name="dang-ky",
    caption=_CAPTION,
    columns=_COLUMNS,
    order="sent",
    empty=_EMPTY,
    filters=RegistrationFilters,
)
# For those who decide: with a box to choose each one that waits.
DECIDABLE: Table[Any] = Table(
    name="dang-ky",
    caption=_CAPTION,
    columns=(Column("choose", gettext_lazy("Choose"), _tick, csv=lambda row: row.pk), *_COLUMNS),
    order="sent",
    empty=_EMPTY,
    filters=RegistrationFilters,
)
