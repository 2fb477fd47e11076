"""The list of movements that everybody may read of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.movements import access
from thidua.movements.enums import MovementKind, MovementState
from thidua.movements.models import Movement
from thidua.movements.queries import MovementFilter, movements_matching, span_phrase, with_counts
from thidua.web.public.states import movement_tag
from thidua.web.shell import cells, formats
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.tables import Column, Table

# A movement runs on after its preliminary review: for the public there are running ones and closed ones.
STATES: Final = {
    "": access.PUBLIC_STATES,
    MovementState.LAUNCHED: access.RUNNING_STATES,
    MovementState.CLOSED: (MovementState.CLOSED,),
}


@dataclass(frozen=True)
class StateTab:
    """One of the parts of the list: its address, its name, how many stand there, and whether it is open."""

    url: str
    label: str
    count: int
    current: bool


class PublicMovementFilters(FilterForm):
    """By words, state, kind and year; answers from below only when asked for."""

    q = forms.CharField(label=_("Words"), max_length=100)
    nam = forms.IntegerField(
        label=_("Ran in the year"),
        min_value=1900,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    loai = forms.ChoiceField(label=_("Kind"), choices=[("", _("all")), *MovementKind.choices])
    buoc = forms.ChoiceField(
        label=_("State"),
        choices=[
            ("", _("all")),
            (MovementState.LAUNCHED, _("running")),
            (MovementState.CLOSED, MovementState.CLOSED.label),
        ],
    )
    huong_ung = forms.BooleanField(label=_("With the answers of units below"))

    def applied_to(self, rows: Any) -> Any:
        answers = self.answers()
        return self.apply(rows, answers)

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        wanted = MovementFilter(
            text=answers.get("q", ""),
            kind=answers.get("loai", ""),
            year=answers.get("nam"),
            only_own=not answers.get("huong_ung", False),
        )
        return movements_matching(rows, wanted).filter(state__in=STATES[answers.get("buoc", "")])


def _name(row: Movement) -> SafeString:
    linked = cells.link(reverse("public-movement", args=[row.slug]), cells.vietnamese(row.short_name))
    return cells.with_note(cells.with_mark(linked, row.provenance), row.get_kind_display())


def _time(row: Movement) -> str:
    return span_phrase(row, formats.page_language()) or gettext("start not known")


MOVEMENTS: Table[Any] = Table(
    name="phong-trao",
    caption=_("Movements"),
    columns=(
        Column(
            "name", _("Movement"), _name, csv=lambda row: row.short_name, sort=("short_name",), header=True
        ),
        Column("start", _("Time"), _time, sort=("starts_on",)),
        Column("state", _("State"), movement_tag, csv=lambda row: row.get_state_display()),
        Column(
            "unit",
            _("Launched by"),
            lambda row: cells.vietnamese(row.launched_by.name),
            csv=lambda row: row.launched_by.name,
        ),
        Column(
            "registered",
            _("Units registered"),
            lambda row: row.registered,
            numeric=True,
            sort=("registered",),
        ),
        Column("answered", _("Answering movements"), lambda row: row.answered, numeric=True),
    ),
    order="-start",
    empty=_("No movement has been launched yet"),
    filters=PublicMovementFilters,
)


@knows(filters=PublicMovementFilters, table=True)
def movements(request: HttpRequest) -> HttpResponseBase:
    """List the movements, the running and the closed ones apart when asked for; fixed queries whatever the rows."""
    rows = with_counts(access.public().select_related("launched_by"))
    return MOVEMENTS.respond(request, rows, "public/movements.html", {"tabs": _tabs(request)})


def _tabs(request: HttpRequest) -> list[StateTab]:
    """Return the running, the closed and all movements that no other one above called for; one query."""
    own = movements_matching(access.public(), MovementFilter(only_own=True))
    counted = Counter(own.order_by().values_list("state", flat=True))
    chosen = request.GET.get("buoc", "")
    labels = {
        MovementState.LAUNCHED.value: gettext("Running"),
        MovementState.CLOSED.value: str(capfirst(MovementState.CLOSED.label)),
        "": gettext("All"),
    }
    address = reverse("public-movements")
    return [
        StateTab(
            url=f"{address}?buoc={state}" if state else address,
            label=label,
            count=sum(counted[each] for each in STATES[state]),
            current=state == (chosen if chosen in labels else ""),
        )
        for state, label in labels.items()
    ]
