"""Put a unit, and all that stands below it, under another parent."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs import paths
from thidua.orgs.access import require
from thidua.orgs.actions.naming import logged
from thidua.orgs.actions.placement_rows import move_subtree
from thidua.orgs.models import Unit, UnitPlacement
from thidua.orgs.queries.as_of import path_on
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def move_unit(*, unit: Unit, parent: Unit, on: date, by: User | None, act: str = "") -> int:
    """Let `unit` stand below `parent` from the day `on`; return how many units moved, itself included.

    Everything below moves along. Raises NotAllowed without the right on the unit and on the parent, Refused when
    the parent is the unit itself or stands below it, does not stand in the tree on that day, or a later move of
    the unit is already written.
    """
    require(by, Right.MANAGE_UNITS, unit)
    require(by, Right.MANAGE_UNITS, parent)
    with transaction.atomic():
        unit = Unit.objects.select_for_update().get(pk=unit.pk)
        _check(unit, parent, on)
        before = UnitPlacement.objects.filter(unit=unit, is_last=True).select_related("parent").first()
        moved = move_subtree(unit, parent, on, clean_line(act))
        record(
            by=by,
            action="orgs.unit_moved",
            subject=unit,
            details={
                "old": logged(before.parent) if before and before.parent else "",
                "new": logged(parent),
                "from": on,
                "act": act,
                "units": moved,
            },
        )
    return moved


def _check(unit: Unit, parent: Unit, on: date) -> None:
    above = path_on(parent, on)
    if above is None:
        raise Refused(
            {
                "parent": _(
                    "“%(parent)s” does not stand in the tree of units on %(day)s. Choose a unit of that day."
                )
                % {"parent": parent.name, "day": format_date(on)}
            }
        )
    if unit.pk in paths.ids_in(above):
        raise Refused(
            {
                "parent": _("“%(parent)s” is this unit or stands below it. Choose another.")
                % {"parent": parent.name}
            }
        )
    if unit.exists_to and on > unit.exists_to:
        raise Refused(
            {
                "on": _("The unit ended on %(day)s. Choose an earlier day.")
                % {"day": format_date(unit.exists_to)}
            }
        )
    present = UnitPlacement.objects.filter(unit=unit, is_last=True).first()
    if present is None:
        return
    if present.valid_from and present.valid_from >= on:
        raise Refused(
            {
                "on": _("The unit stands where it is since %(day)s. Choose a later day.")
                % {"day": format_date(present.valid_from)}
            }
        )
    if present.parent_id == parent.pk and (present.valid_to is None or present.valid_to >= on):
        raise Refused(
            {
                "parent": _("The unit already stands below “%(parent)s”. Choose another.")
                % {"parent": parent.name}
            }
        )
