"""Who keeps the register of awards, and what of it may be seen.

Awards, grades and initiatives are seen by whoever sees records of the unit that decided or keeps them.
Discipline and pending matters are read by those who appraise, and by nobody else.
"""

from __future__ import annotations

from typing import Final, TypeVar

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import Visitor, may, units_where
from thidua.orgs.models import Unit
from thidua.registry.models import (
    Award,
    Conferral,
    DisciplineRecord,
    HistoryImport,
    HistoryRecord,
    PendingMatter,
)
from thidua.support.refusals import NotAllowed

RESTRICTED: Final[tuple[type[HistoryRecord], ...]] = (DisciplineRecord, PendingMatter)
Record = TypeVar("Record", bound=HistoryRecord)


def require_keeping(by: User | None, unit: Unit) -> None:
    """Raise NotAllowed unless `by` may record awards decided by `unit`."""
    if not may(by, Right.KEEP_AWARDS, unit):
        raise NotAllowed(_("Only an officer of the Board may record awards decided by this unit."))


def require_writing_history(by: User, model: type[HistoryRecord], kept_by: Unit) -> None:
    """Raise NotAllowed unless `by` may write such records kept by the unit."""
    if model in RESTRICTED:
        if not may(by, Right.APPRAISE, kept_by):
            raise NotAllowed(_("Only those who appraise nominations may read and write these records."))
        return
    require_keeping(by, kept_by)


def require_cancelling(by: User, award: Award) -> None:
    """Raise NotAllowed unless `by` may cancel an award of its deciding unit."""
    if not may(by, Right.CANCEL_AWARD, award.conferral.deciding_unit):
        raise NotAllowed(_("Only the Chairman or a leader of the Board may cancel an award."))


def conferrals_seen_by(user: User) -> QuerySet[Conferral]:
    """Return the conferrals whose deciding unit the user may see records of."""
    return Conferral.objects.filter(
        deciding_unit__in=units_where(user, Right.SEE_RECORDS, timezone.localdate())
    )


def awards_seen_by(user: User) -> QuerySet[Award]:
    """Return the awards whose deciding unit the user may see records of."""
    units = units_where(user, Right.SEE_RECORDS, timezone.localdate())
    return Award.objects.filter(conferral__deciding_unit__in=units)


def may_read_history(user: Visitor, row: HistoryRecord) -> bool:
    """Tell whether the user may read a record."""
    return may(user, _right_to_read(type(row)), row.kept_by)


def history_seen_by(user: Visitor, model: type[Record]) -> QuerySet[Record]:
    """Return the records of a kind that the user may read, superseded and withdrawn ones too."""
    rows: QuerySet[Record] = model._default_manager.filter(
        kept_by__in=units_where(user, _right_to_read(model), timezone.localdate())
    )
    return rows


def _right_to_read(model: type[HistoryRecord]) -> Right:
    return Right.APPRAISE if model in RESTRICTED else Right.SEE_RECORDS


def conferrals_without_code(user: User) -> QuerySet[Conferral]:
    """Return the conferrals of units whose awards `user` keeps that name an award without its code in the law book."""
    units = units_where(user, Right.KEEP_AWARDS, timezone.localdate())
    return Conferral.objects.filter(deciding_unit__in=units, award_code="", from_decision=False)


def imports_seen_by(user: Visitor) -> QuerySet[HistoryImport]:
    """Return the imports of units whose awards `user` keeps."""
    return HistoryImport.objects.filter(
        kept_by__in=units_where(user, Right.KEEP_AWARDS, timezone.localdate())
    )
