"""Who may do what with dossiers, and which dossiers they may see.

The unit's rights are held on the unit that nominates, the office's on the unit that decides: a commune that decides
some awards itself does not appraise what it sends to the province. Who appraises does not write: an officer whose
role reaches the units below leaves their dossiers to them.
"""

from __future__ import annotations

from datetime import date

from django.db.models import F, Q, QuerySet

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.workflow.dossier import DRAFT, EDITABLE, SUBMITTED
from thidua.nominations.models import Dossier
from thidua.orgs.access import Visitor, accounts_with, holds_everywhere, may, units_where
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
    """Tell whether `user` may read `dossier`: of a unit of theirs, or sent to an office of theirs."""
    if may(user, Right.SEE_DOSSIERS, dossier.unit):
        return True
    return dossier.state != DRAFT and may(user, Right.SEE_DOSSIERS, dossier.deciding_unit)


def visible_to(user: Visitor | None, on: date) -> QuerySet[Dossier]:
    """Return the dossiers that `user` may read; the twin of `may_see`."""
    if holds_everywhere(user, Right.SEE_DOSSIERS, on):
        return Dossier.objects.all()
    seen = units_where(user, Right.SEE_DOSSIERS, on).order_by().values("pk")
    return Dossier.objects.filter(Q(unit__in=seen) | (~Q(state=DRAFT) & Q(deciding_unit__in=seen)))


def waiting_for_reception(user: Visitor | None, on: date) -> QuerySet[Dossier]:
    """Return the dossiers that `user` may receive now."""
    units = units_where(user, Right.RECEIVE_DOSSIER, on).order_by().values("pk")
    return Dossier.objects.filter(state=SUBMITTED, deciding_unit__in=units)


def in_appraisal_of(user: Visitor | None, on: date) -> QuerySet[Dossier]:
    """Return the dossiers of the offices in which `user` appraises, whatever their state but the draft."""
    units = units_where(user, Right.APPRAISE, on).order_by().values("pk")
    return Dossier.objects.filter(deciding_unit__in=units).exclude(state=DRAFT)


def unfinished_of(user: Visitor | None, on: date) -> QuerySet[Dossier]:
    """Return the dossiers that `user` may write and that still wait for the unit."""
    units = units_where(user, Right.NOMINATE, on).order_by().values("pk")
    mine = Dossier.objects.filter(unit__in=units, state__in=EDITABLE)
    if holds_everywhere(user, Right.NOMINATE, on):
        return mine
    offices = units_where(user, Right.APPRAISE, on).order_by().values("pk")
    return mine.filter(Q(deciding_unit=F("unit")) | ~Q(deciding_unit__in=offices))


def appraisers_of(dossier: Dossier) -> QuerySet[User]:
    """Return the accounts that may appraise `dossier`: to whom it may be assigned."""
    return accounts_with(Right.APPRAISE, dossier.deciding_unit)


def _unit_may(user: Visitor | None, right: Right, unit: Unit, deciding_unit: Unit) -> bool:
    if not may(user, right, unit):
        return False
    if holds_everywhere(user, right) or unit.pk == deciding_unit.pk:
        return True
    return not may(user, Right.APPRAISE, deciding_unit)
