"""Who keeps prizes and contests, and which may be seen."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.accounts.roles import roles_with
from thidua.contests.models import (
    Category,
    Competition,
    ConflictDeclared,
    Edition,
    Entry,
    JudgingRound,
    Juror,
)
from thidua.orgs.access import may, may_anywhere, units_where
from thidua.orgs.models import RoleAssignment, Unit
from thidua.orgs.periods import valid_on
from thidua.support.refusals import NotAllowed


def require_keeping_contests(by: User, unit: Unit) -> None:
    """Raise NotAllowed unless `by` may keep the prizes and contests of `unit`."""
    if not may(by, Right.KEEP_AWARDS, unit):
        raise NotAllowed(_("Only an officer of the Board may keep the prizes and contests of this unit."))


def competitions_seen_by(user: User) -> QuerySet[Competition]:
    """Return the competitions of organisers whose records the user may see."""
    return Competition.objects.filter(
        organiser__in=units_where(user, Right.SEE_RECORDS, timezone.localdate())
    )


def editions_seen_by(user: User) -> QuerySet[Edition]:
    """Return the editions of competitions that the user may see."""
    return Edition.objects.filter(competition__in=competitions_seen_by(user))


def editions_kept_by(user: User) -> QuerySet[Edition]:
    """Return the editions whose entries and jury the user keeps."""
    kept = units_where(user, Right.KEEP_AWARDS, timezone.localdate())
    return Edition.objects.filter(competition__organiser__in=kept)


def sees_whose_entries_are(user: User, edition: Edition) -> bool:
    """Tell whether the account opens the office's list of entries, so that it cannot judge blindly."""
    return may(user, Right.KEEP_AWARDS, edition.competition.organiser)


def may_judge(user: User) -> bool:
    """Tell whether the account reaches the jurors' pages at all."""
    return user.is_active and may_anywhere(user, Right.JUDGE)


def accounts_that_may_judge() -> QuerySet[User]:
    """Return the accounts that hold the role of a juror today, by name."""
    held = RoleAssignment.objects.filter(valid_on(timezone.localdate()), role__in=roles_with(Right.JUDGE))
    return User.objects.filter(is_active=True, pk__in=held.values("user")).order_by("full_name", "pk")


def juries_of(user: User) -> QuerySet[Juror]:
    """Return the juries the user sits on, newest edition first."""
    return (
        Juror.objects.filter(user=user)
        .select_related("edition__competition")
        .order_by("-edition__year", "-id")
    )


def require_juror(by: User, edition: Edition) -> Juror:
    """Return the juror that `by` is in the edition; raises NotAllowed for everybody else.

    Also for a juror whose account was given the list of entrants since: who knows the names judges no more.
    """
    juror = Juror.objects.filter(edition=edition, user=by).first()
    if juror is None or not by.is_active:
        raise NotAllowed(
            _("Only the jurors of this edition may do this. Sign in with the juror's own account.")
        )
    if sees_whose_entries_are(by, edition):
        raise NotAllowed(
            _(
                "This account now opens the list of entrants and cannot judge. Ask the administrator for another."
            )
        )
    return juror


def judges(juror: Juror, category: Category) -> bool:
    """Tell whether the juror is assigned to the category: named for it, or for none and so for all."""
    own = {one.pk for one in juror.categories.all()}
    return not own or category.pk in own


def require_judging(juror: Juror, entry: Entry) -> None:
    """Raise NotAllowed unless the juror is assigned to the entry's category."""
    if entry.category.edition_id != juror.edition_id or not judges(juror, entry.category):
        raise NotAllowed(_("This entry belongs to a category that you are not assigned to."))


def conflicts_in(current: JudgingRound | None) -> Q:
    """Return which `ConflictDeclared` count in the round; all of them while no round is named."""
    if current is None:
        return Q()
    return Q(round=None) | Q(round__ordinal__lte=current.ordinal)


def has_conflict(juror: Juror, entry: Entry, current: JudgingRound | None) -> bool:
    """Tell whether the juror declared, or the office recorded, a conflict that counts in the round."""
    return ConflictDeclared.objects.filter(conflicts_in(current), juror=juror, entry=entry).exists()
