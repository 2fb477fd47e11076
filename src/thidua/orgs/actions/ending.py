"""What merging, splitting and dissolving have in common: who ends, where the units below go, the links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.dates import format_date
from thidua.orgs.actions.create_unit import create_unit
from thidua.orgs.actions.placement_rows import end_unit, move_subtree
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.models import Unit, UnitChange, UnitSuccession
from thidua.orgs.queries.as_of import children, path_on
from thidua.support.refusals import Refused, Sentence

ONE_DAY = timedelta(days=1)


def locked(units: Sequence[Unit]) -> list[Unit]:
    """Return the units read again, locked, in the order given."""
    rows = {
        row.pk: row for row in Unit.objects.select_for_update().filter(pk__in=[unit.pk for unit in units])
    }
    return [rows[unit.pk] for unit in units]


def check_standing(units: Sequence[Unit], day: date, field: str) -> None:
    """Raise Refused naming each of `units` that does not stand in the tree on `day`."""
    faults: list[Sentence] = [
        _("“%(unit)s” does not stand in the tree of units on %(day)s. Choose a unit of that day.")
        % {"unit": unit.name, "day": format_date(day)}
        for unit in units
        if path_on(unit, day) is None
    ]
    if faults:
        raise Refused({field: faults})


def made(target: Unit | UnitDraft, on: date, by: User | None, act: str) -> Unit:
    """Return the unit that follows: `target` itself, or the unit made from its draft on the day `on`."""
    if isinstance(target, Unit):
        return target
    if target.exists_from not in (None, on):
        raise Refused({"on": _("The new unit begins on the day of the change. Leave its first day empty.")})
    return create_unit(draft=replace(target, exists_from=on), by=by, act=act)


def hand_over(old: Unit, new: Unit, on: date, act: str) -> int:
    """Move all units that stand right below `old` below `new`; return how many."""
    below = list(children(old, on))
    for child in below:
        move_subtree(child, new, on, act)
    return len(below)


def end_before(unit: Unit, on: date) -> None:
    """Let `unit` end with the day before `on`."""
    end_unit(unit, on - ONE_DAY)


def link(
    change: UnitChange, predecessor: Unit, successor: Unit | None, *, part: bool, certainty: str, note: str
) -> None:
    """Write who follows whom."""
    UnitSuccession.objects.create(
        change=change,
        predecessor=predecessor,
        successor=successor,
        part=part,
        certainty=certainty,
        note=note,
    )
