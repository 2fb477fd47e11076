"""What the dashboard is about: a unit and a year, with or without a movement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone

from thidua.accounts.rights import Right
from thidua.core.periods import Period
from thidua.movements.access import visible_to
from thidua.movements.enums import MovementState
from thidua.movements.models import Movement
from thidua.orgs.access import may, units_where
from thidua.orgs.models import Unit
from thidua.orgs.queries import name_as_of
from thidua.targets.models import Indicator, RoundIndicator
from thidua.targets.queries import YearRow, year_table
from thidua.web.shell.access import require_right, signed_in

FIRST_YEAR, LAST_YEAR = 1990, 2100


@dataclass(frozen=True)
class Choice:
    """The unit, the year up to the end of a month, and the movement whose indicators are shown (None: all)."""

    unit: Unit
    year: int
    month: int
    movement: Movement | None = None

    @property
    def period(self) -> Period:
        """The months that are shown."""
        return Period.of_first_months(self.year, self.month)

    @cached_property
    def unit_name(self) -> str:
        """The unit's name on the last day that is shown."""
        found = name_as_of(self.unit, self.period.end)
        return found.name if found else self.unit.name

    @cached_property
    def rows(self) -> tuple[YearRow, ...]:
        """The indicators with their months up to the chosen one."""
        table = year_table(self.unit, self.year, self._indicators())
        return tuple(replace(row, cells=row.cells[: self.month]) for row in table)

    def _indicators(self) -> QuerySet[Indicator]:
        used = Indicator.objects.filter(is_active=True).select_related("owner")
        if self.movement is None:
            return used
        asked = RoundIndicator.objects.filter(round__movement=self.movement).order_by().values("indicator_id")
        return used.filter(Q(movements=self.movement) | Q(pk__in=asked)).distinct()


def chosen(request: HttpRequest) -> Choice:
    """Return what the address asks for, the rest by default; raises Http404, or PermissionDenied with a sentence.

    Without any answer: the latest closed movement of a unit whose figures the person sees, else the person's own
    unit and this year.
    """
    today = timezone.localdate()
    asked_nothing = not any(request.GET.get(name) for name in ("phong-trao", "don-vi", "nam"))
    movement = _latest_closed(request) if asked_nothing else _movement(request)
    unit = _unit(request, movement)
    require_right(request, Right.SEE_FIGURES, unit=unit)
    year = _number(request, "nam", FIRST_YEAR, LAST_YEAR) or _last_year(movement, today)
    month = _number(request, "thang", 1, 12) or (today.month if year == today.year else 12)
    return Choice(unit, year, month, movement)


def readable_movements(request: HttpRequest) -> QuerySet[Movement]:
    """Return the launched movements to choose from, the latest first; those that answer one above are left out."""
    seen = visible_to(signed_in(request), timezone.localdate()).exclude(state=MovementState.DRAFT)
    return seen.filter(parent=None).select_related("launched_by").order_by("-launched_at", "-pk")


def own_unit(request: HttpRequest) -> Unit:
    """Return the unit with whose figures the person works: of their first role, else the first they see."""
    seen = units_where(signed_in(request), Right.SEE_FIGURES)
    held = seen.filter(role_assignments__user=signed_in(request)).order_by("role_assignments__pk").first()
    unit = held or seen.order_by("pk").first()
    if unit is None:
        raise Http404
    return unit


def _latest_closed(request: HttpRequest) -> Movement | None:
    closed = readable_movements(request).filter(
        state=MovementState.CLOSED, launched_by__in=units_where(signed_in(request), Right.SEE_FIGURES)
    )
    return closed.order_by("-ended_on", "-starts_on", "-pk").first()


def _movement(request: HttpRequest) -> Movement | None:
    slug = request.GET.get("phong-trao", "")
    if not slug:
        return None
    found = readable_movements(request).filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def _unit(request: HttpRequest, movement: Movement | None) -> Unit:
    key = request.GET.get("don-vi", "")
    if key:
        found = Unit.objects.filter(key=key).first()
        if found is None:
            raise Http404
        return found
    if movement is not None and may(signed_in(request), Right.SEE_FIGURES, movement.launched_by):
        return movement.launched_by
    return own_unit(request)


def _last_year(movement: Movement | None, today: date) -> int:
    """The year in which a movement ended; one that still runs is looked at today."""
    if movement is None:
        return today.year
    return min(movement.ended_on or today, today).year


def _number(request: HttpRequest, name: str, least: int, most: int) -> int | None:
    """A wrong number in an address is as good as none."""
    typed = request.GET.get(name, "")
    if not (typed.isascii() and typed.isdigit() and len(typed) < 6):
        return None
    return int(typed) if least <= int(typed) <= most else None
