"""The page of a unit: everything that is known of it, in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.accounts.roles import ROLES
from thidua.orgs.access import may
from thidua.orgs.enums import Certainty, ChangeKind
from thidua.orgs.models import Position, Unit, UnitName, UnitPlacement
from thidua.orgs.periods import valid_on
from thidua.orgs.queries import LineageStep, address_as_of, address_today, children, lineage, names_as_of
from thidua.orgs.queries.accounts import role_holders
from thidua.support.audit.describe import story
from thidua.support.audit.queries import history_of
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.forms import DateField, Form
from thidua.web.workspace.units.eras import era

MOST_STORIES = 20


class DayForm(Form):
    """The day on which a unit is looked at."""

    ngay = DateField(label=gettext_lazy("As of the day"), required=False)


@dataclass(frozen=True)
class Stay:
    """A time that a unit stood below one parent; the name is that of the parent at its beginning."""

    parent_key: str
    parent_name: str
    first: date | None
    last: date | None
    act: str

    @property
    def era(self) -> str:
        """When."""
        return era(self.first, self.last)


@dataclass(frozen=True)
class ShownStep:
    """A link between an old unit and a new one, its closed lists in words; `nobody` says why there is no new one."""

    step: LineageStep
    kind: str
    certainty: str
    nobody: str


@right_required(Right.SEE_WORKSPACE)
@require_safe
def page(request: HttpRequest, key: str) -> HttpResponse:
    """Show a unit as of a day: today, the last day of one that ended, or the day asked for."""
    unit = get_object_or_404(Unit, key=key)
    user = signed_in(request)
    today = timezone.localdate()
    form = DayForm(request.GET or None)
    asked = form.cleaned_data.get("ngay") if form.is_bound and form.is_valid() else None
    day = asked or min(unit.exists_to or today, today)
    works_here = may(user, Right.SEE_WORKSPACE, unit)
    line = lineage(unit)
    manages = may(user, Right.MANAGE_UNITS, unit)
    context = {
        "unit": unit,
        "era": era(unit.exists_from, unit.exists_to),
        "ended": unit.exists_to is not None,
        "day": day,
        "day_form": DayForm(initial={"ngay": day}) if asked is None and not form.errors else form,
        "names": [(row, era(row.valid_from, row.valid_to)) for row in UnitName.objects.filter(unit=unit)],
        "stays": stays_of(unit),
        "before": [shown_step(step) for step in line.before],
        "after": [shown_step(step) for step in line.after],
        "address": address_as_of(unit, day),
        "address_today": address_today(unit, today),
        "children": list(children(unit, day)),
        "works_here": works_here,
        "positions": _positions(unit, day) if works_here else [],
        "holders": [(row, ROLES[row.role].name) for row in role_holders(unit, today)] if works_here else [],
        "sees_records": may(user, Right.SEE_RECORDS, unit),
        "manages": manages,
        "stories": [story(entry) for entry in history_of(unit)[:MOST_STORIES]] if manages else [],
    }
    return render(request, "units/page.html", context)


def stays_of(unit: Unit) -> list[Stay]:
    """Return where `unit` stood, oldest first; moves of what stands above it are not told again; two queries."""
    rows = list(UnitPlacement.objects.filter(unit=unit).select_related("parent"))
    names = names_as_of({row.parent_id for row in rows if row.parent_id}, date.max)
    stays: list[Stay] = []
    for row in rows:
        parent_key = row.parent.key if row.parent else ""
        if stays and stays[-1].parent_key == parent_key:
            former = stays.pop()
            stays.append(Stay(parent_key, former.parent_name, former.first, row.valid_to, former.act))
        else:
            name = names[row.parent_id].name if row.parent_id else ""
            stays.append(Stay(parent_key, name, row.valid_from, row.valid_to, row.act))
    return stays


def shown_step(step: LineageStep) -> ShownStep:
    """Return a link in words."""
    unknown = step.certainty == Certainty.UNKNOWN
    return ShownStep(
        step,
        str(ChangeKind(step.kind).label),
        capfirst(str(Certainty(step.certainty).label)),
        _("not known") if unknown else _("nobody"),
    )


def _positions(unit: Unit, day: date) -> list[tuple[Position, str]]:
    held = Position.objects.filter(valid_on(day), unit=unit).select_related("person")
    return [
        (row, era(row.valid_from, row.valid_to)) for row in held.order_by("order", "person__sort_key", "pk")
    ]
