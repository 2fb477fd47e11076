"""Who says who is one person: whoever keeps the awards concerned."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import holds_everywhere, may_anywhere, units_where
from thidua.orgs.models import Person
from thidua.registry.models import Award
from thidua.support.refusals import NotAllowed


def may_decide_identities(user: User | None) -> bool:
    """Tell whether `user` keeps awards of any unit."""
    return may_anywhere(user, Right.KEEP_AWARDS)


def require_deciding_identities(
    by: User | None, persons: Iterable[Person] = (), awards: Iterable[Award] = ()
) -> None:
    """Raise NotAllowed unless `by` keeps all awards of these persons, and these awards."""
    if not may_decide_identities(by):
        raise NotAllowed(_("Only an officer of the Board may say who is one person in the register."))
    if by is None or holds_everywhere(by, Right.KEEP_AWARDS):
        return
    about = Q(person__in=[one.pk for one in persons]) | Q(pk__in=[one.pk for one in awards])
    kept = units_where(by, Right.KEEP_AWARDS).order_by().values("pk")
    if Award.objects.filter(about).exclude(conferral__deciding_unit__in=kept).exists():
        raise NotAllowed(
            _(
                "Some of these awards were decided by units whose register others keep. Ask an officer of theirs."
            )
        )
