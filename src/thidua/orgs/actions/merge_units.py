"""Merge units into a new one, or into one that stays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.access import require
from thidua.orgs.actions.ending import ONE_DAY, check_standing, end_before, hand_over, link, locked, made
from thidua.orgs.actions.naming import logged
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.enums import Certainty, ChangeKind
from thidua.orgs.models import Unit, UnitChange
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def merge_units(
    *,
    units: Sequence[Unit],
    into: Unit | UnitDraft,
    on: date,
    by: User | None,
    act: str = "",
    certainty: str = Certainty.CONFIRMED,
    note: str = "",
) -> UnitChange:
    """Let `units` end with the day before `on` and `into` follow them; what stood below them stands below it.

    `into` is a unit that goes on, or the draft of a new one. Awards, figures and roles of the old units stay
    with them. Raises NotAllowed, or Refused when no unit is named, one is named twice or is the target, or one
    does not stand on the day before.
    """
    for unit in units:
        require(by, Right.MANAGE_UNITS, unit)
    if isinstance(into, Unit):
        require(by, Right.MANAGE_UNITS, into)
    act, note = clean_line(act), clean_line(note)
    _check(units, into)
    with transaction.atomic():
        old = locked(units)
        check_standing(old, on - ONE_DAY, "units")
        if isinstance(into, Unit):
            check_standing([into], on, "into")
        new = made(into, on, by, act)
        change = UnitChange.objects.create(date=on, kind=ChangeKind.MERGE, act=act)
        for unit in old:
            hand_over(unit, new, on, act)
            end_before(unit, on)
            link(change, unit, new, part=False, certainty=certainty, note=note)
        record(
            by=by,
            action="orgs.units_merged",
            subject=new,
            details={"old": [logged(unit) for unit in old], "new": logged(new), "from": on, "act": act},
        )
    return change


def _check(units: Sequence[Unit], into: Unit | UnitDraft) -> None:
    if not units:
        raise Refused({"units": _("Choose the units that are merged.")})
    if len({unit.pk for unit in units}) < len(units):
        raise Refused({"units": _("A unit is named twice. Name each once.")})
    if isinstance(into, Unit) and into in units:
        raise Refused(
            {"units": _("“%(unit)s” goes on, so it is not among those that end.") % {"unit": into.name}}
        )
