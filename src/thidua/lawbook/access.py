"""Who keeps the law book. It is one for the whole province, so the right counts on a province only."""

from __future__ import annotations

from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import Visitor, holds_everywhere, units_where
from thidua.orgs.enums import UnitKind
from thidua.support.refusals import NotAllowed


def may_keep_law(user: Visitor) -> bool:
    """Tell whether `user` checks provisions, settles readings and loads local regulations."""
    if holds_everywhere(user, Right.KEEP_LAW):
        return True
    return units_where(user, Right.KEEP_LAW).filter(kind=UnitKind.PROVINCE).exists()


def require_keeping_law(by: User) -> None:
    """Raise NotAllowed unless `by` keeps the law book."""
    if not may_keep_law(by):
        raise NotAllowed(
            _(
                "Only the provincial Emulation and Commendation Board keeps the law book: ask one of its officers."
            )
        )
