"""Split a unit among new or existing ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.access import require
from thidua.orgs.actions.ending import ONE_DAY, check_standing, end_before, link, locked, made
from thidua.orgs.actions.naming import logged
from thidua.orgs.actions.placement_rows import move_subtree
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.enums import Certainty, ChangeKind
from thidua.orgs.models import Unit, UnitChange
from thidua.orgs.queries.as_of import children
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def split_unit(
    *,
    unit: Unit,
    into: Sequence[Unit | UnitDraft],
    on: date,
    by: User | None,
    below: Mapping[int, int] | None = None,
    goes_on: bool = False,
    act: str = "",
    certainty: str = Certainty.CONFIRMED,
    note: str = "",
) -> UnitChange:
    """Give parts of `unit` to each of `into` from the day `on`; it ends the day before, unless it `goes_on`.

    `below` says for the units right below, by id, which of `into` (by its place in the list) they go to; when
    the unit ends, none may be left out. Raises NotAllowed or Refused.
    """
    require(by, Right.MANAGE_UNITS, unit)
    for target in into:
        if isinstance(target, Unit):
            require(by, Right.MANAGE_UNITS, target)
    act, note, below = clean_line(act), clean_line(note), below or {}
    if len(into) < (1 if goes_on else 2):
        raise Refused({"into": _("Name the units that the parts go to: at least two when the unit ends.")})
    with transaction.atomic():
        (old,) = locked([unit])
        check_standing([old], on - ONE_DAY, "unit")
        check_standing([target for target in into if isinstance(target, Unit)], on, "into")
        leaving = _leaving(old, on, below, goes_on)
        new = [made(target, on, by, act) for target in into]
        change = UnitChange.objects.create(date=on, kind=ChangeKind.SPLIT, act=act)
        for child in leaving:
            move_subtree(child, new[below[child.pk]], on, act)
        if not goes_on:
            end_before(old, on)
        for successor in new:
            link(change, old, successor, part=True, certainty=certainty, note=note)
        record(
            by=by,
            action="orgs.unit_split",
            subject=old,
            details={
                "new": [logged(successor) for successor in new],
                "goes_on": goes_on,
                "from": on,
                "act": act,
            },
        )
    return change


def _leaving(unit: Unit, on: date, below: Mapping[int, int], goes_on: bool) -> list[Unit]:
    """Return the units right below that go elsewhere; raises Refused for one whose way is not said."""
    present = list(children(unit, on))
    forgotten = [child.name for child in present if child.pk not in below]
    if forgotten and not goes_on:
        raise Refused(
            {"below": _("Say which unit each of these goes to: %(units)s.") % {"units": ", ".join(forgotten)}}
        )
    return [child for child in present if child.pk in below]
