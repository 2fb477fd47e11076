"""Appoint jurors, and release those who have given no mark."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import may_judge, require_keeping_contests, sees_whose_entries_are
from thidua.contests.models import Category, Edition, Juror
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def appoint_juror(
    *, edition: Edition, user: User, by: User, is_chair: bool = False, categories: Sequence[Category] = ()
) -> Juror:
    """Let `user` judge the edition, in `categories` or in all, and return the juror; a chair replaces the one before.

    Raises NotAllowed, or Refused: for who is a juror already, cannot sign in to the workspace, or opens the list of
    entrants by another role; and once all rounds are closed.
    """
    require_keeping_contests(by, edition.competition.organiser)
    _require_fit(edition, user)
    if any(one.edition_id != edition.pk for one in categories):
        raise Refused({"categories": _("Choose categories of this edition.")})
    with transaction.atomic():
        Edition.objects.select_for_update(of=("self",)).get(pk=edition.pk)
        if Juror.objects.filter(edition=edition, user=user).exists():
            raise Refused(
                {"user": _("%(name)s is a juror of this edition already.") % {"name": user.full_name}}
            )
        if edition.rounds.exists() and not edition.rounds.filter(closed_at__isnull=True).exists():
            raise Refused(_("All rounds are closed: nobody can judge any more."))
        if is_chair:
            Juror.objects.filter(edition=edition, is_chair=True).update(is_chair=False)
        juror = Juror.objects.create(edition=edition, user=user, is_chair=is_chair)
        juror.categories.set(categories)
        details = {"edition": edition, "chair": is_chair, "categories": [one.name for one in categories]}
        record(by=by, action="contests.juror_appointed", subject=juror, details=details)
    return juror


def release_juror(*, juror: Juror, reason: str, by: User) -> None:
    """Take a juror off the jury; raises NotAllowed, or Refused without a reason or after the first mark."""
    require_keeping_contests(by, juror.edition.competition.organiser)
    if not reason.strip():
        raise Refused({"reason": _("Write why the juror leaves; it goes into the log.")})
    with transaction.atomic():
        row = Juror.objects.select_for_update(of=("self",)).get(pk=juror.pk)
        if row.marks.exists() or row.handed_in.exists():
            raise Refused(
                _("This juror has given marks already. Close the round with a reason when marks stay away.")
            )
        if row.tie_decisions.exists():
            raise Refused(_("This juror has settled a tie as the chair and stays on the jury."))
        details = {"edition": row.edition, "reason": reason.strip()}
        record(by=by, action="contests.juror_released", subject=row, details=details)
        row.delete()


def _require_fit(edition: Edition, user: User) -> None:
    if not may_judge(user):
        raise Refused(
            {"user": _("This account does not hold the role of a juror. Ask the administrator to give it.")}
        )
    if sees_whose_entries_are(user, edition):
        raise Refused(
            {
                "user": _(
                    "This account opens the list of entrants, so it cannot judge without knowing whose a work is. "
                    "Choose another, or give the juror an account of their own."
                )
            }
        )
