"""Who may do what with dossiers, and which dossiers they may see.

The unit's rights are held on the unit that nominates, the office's on the unit that decides: a commune that decides
some awards itself does not appraise what it sends to the province. Who appraises does not write: an officer whose
role reaches the units below leaves their dossiers to them.

Until it is sent in, a dossier is the unit's own: only those who write or send it, and those whose role stands on
the unit itself, read it. A role that reaches the unit from above does not.
"""

from __future__ import annotations

from datetime import date

from django.db.models import F, Q, QuerySet

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.accounts.roles import roles_with
from thidua.core.workflow.dossier import EDITABLE, SUBMITTED
from thidua.nominations.models import Dossier
from thidua.orgs.access import Visitor, accounts_with, holdings, holds_everywhere, may, units_where
from thidua.orgs.models import Unit

# The rights of the unit that nominates; every other one is the office's.
UNIT_RIGHTS = frozenset({Right.NOMINATE, Right.SUBMIT_DOSSIER})


def may_open(user: Visitor | None, unit: Unit, deciding_unit: Unit) -> bool:
    """Tell whether `user` may prepare a dossier of `unit` for the office of `deciding_unit`."""
    return _unit_may(user, Right.NOMINATE, unit, deciding_unit)


def may_write(user: Visitor | None, dossier: Dossier) -> bool:
    """Tell whether `user` may change what `dossier` says, as far as its state allows it."""
    return _unit_may(user, Right.NOMINATE, dossier.unit, dossier.deciding_unit)


def may_submit(user: Visitor | None, dossier: Dossier) -> bool:
    """Tell whether `user` may send `dossier` in, recall and withdraw it."""
    return _unit_may(user, Right.SUBMIT_DOSSIER, dossier.unit, dossier.deciding_unit)


def office_may(user: Visitor | None, right: Right, dossier: Dossier) -> bool:
    """Tell whether `user` holds `right` in the office that has `dossier`."""
    return may(user, right, dossier.deciding_unit)


def may_move(user: Visitor | None, right: str, dossier: Dossier) -> bool:
    """Tell whether `user` holds the right that a move of the flow names."""
    wanted = Right(right)
    if wanted in UNIT_RIGHTS:
        return _unit_may(user, wanted, dossier.unit, dossier.deciding_unit)
    return office_may(user, wanted, dossier)


def may_see(user: Visitor | None, dossier: Dossier) -> bool:
    """Tell whether `user` may read `dossier`: one of their unit, or one that was sent in below or to their office."""
    if holds_everywhere(user, Right.SEE_DOSSIERS):
        return True
    if dossier.submitted_at is None:
        own = dossier.unit_id in _units_held(user, None)
        return own or may_write(user, dossier) or may_submit(user, dossier)
    return any(may(user, Right.SEE_DOSSIERS, unit) for unit in (dossier.unit, dossier.deciding_unit))


def visible_to(user: Visitor | None, on: date) -> QuerySet[Dossier]:
    """Return the dossiers that `user` may read; the twin of `may_see`."""
    if holds_everywhere(user, Right.SEE_DOSSIERS, on):
        return Dossier.objects.all()
    seen = units_where(user, Right.SEE_DOSSIERS, on).order_by().values("pk")
    sent = Q(submitted_at__isnull=False) & (Q(unit__in=seen) | Q(deciding_unit__in=seen))
    own = Q(unit__in=_units_held(user, on))
    for right in UNIT_RIGHTS:
        own |= _writable(user, right, on)
    return Dossier.objects.filter(sent | (Q(submitted_at__isnull=True) & own))


def waiting_for_reception(user: Visitor | None, on: date) -> QuerySet[Dossier]:
    """Return the dossiers that `user` may receive now."""
    units = units_where(user, Right.RECEIVE_DOSSIER, on).order_by().values("pk")
    return Dossier.objects.filter(state=SUBMITTED, deciding_unit__in=units)


def in_appraisal_of(user: Visitor | None, on: date) -> QuerySet[Dossier]:
    """Return the dossiers of the offices in which `user` appraises, once they were sent in."""
    units = units_where(user, Right.APPRAISE, on).order_by().values("pk")
    return Dossier.objects.filter(deciding_unit__in=units, submitted_at__isnull=False)


def unfinished_of(user: Visitor | None, on: date) -> QuerySet[Dossier]:
    """Return the dossiers that `user` may write and that still wait for the unit."""
    return Dossier.objects.filter(_writable(user, Right.NOMINATE, on), state__in=EDITABLE)


def appraisers_of(dossier: Dossier) -> QuerySet[User]:
    """Return the accounts that may appraise `dossier`: to whom it may be assigned."""
    return accounts_with(Right.APPRAISE, dossier.deciding_unit)


def _unit_may(user: Visitor | None, right: Right, unit: Unit, deciding_unit: Unit) -> bool:
    if not may(user, right, unit):
        return False
    if holds_everywhere(user, right) or unit.pk == deciding_unit.pk:
        return True
    return not may(user, Right.APPRAISE, deciding_unit)


def _writable(user: Visitor | None, right: Right, on: date) -> Q:
    """Return the twin of `_unit_may`."""
    mine = Q(unit__in=units_where(user, right, on).order_by().values("pk"))
    if holds_everywhere(user, right, on):
        return mine
    offices = units_where(user, Right.APPRAISE, on).order_by().values("pk")
    return mine & (Q(deciding_unit=F("unit")) | ~Q(deciding_unit__in=offices))


def _units_held(user: Visitor | None, on: date | None) -> set[int]:
    """Return the ids of the units on which a role of `user` stands that reads dossiers."""
    if user is None:
        return set()
    codes = roles_with(Right.SEE_DOSSIERS)
    return {held.unit_id for held in holdings(user, on) if held.role in codes}
