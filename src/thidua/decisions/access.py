"""Who proposes, decides, makes certificates and cancels; which decisions are seen.

Whoever has no right gets the same answer whether or not the thing exists.
"""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.decisions.models import Certificate, Decision, Submission
from thidua.orgs.access import Visitor, may, units_where
from thidua.orgs.models import Unit
from thidua.support.refusals import NotAllowed


def require(by: Visitor | None, right: Right, unit: Unit) -> None:
    """Raise NotAllowed unless `by` holds `right` on the deciding `unit`."""
    if not may(by, right, unit):
        raise nothing_here()


def nothing_here() -> NotAllowed:
    """Return the one answer to everybody without a right."""
    return NotAllowed(_("There is nothing here that you may do. Ask the administrator who holds the right."))


def decisions_seen_by(user: Visitor) -> QuerySet[Decision]:
    """Return the decisions of the units whose dossiers `user` may see."""
    return Decision.objects.filter(unit__in=units_where(user, Right.SEE_DOSSIERS, timezone.localdate()))


def submissions_seen_by(user: Visitor) -> QuerySet[Submission]:
    """Return the submission letters of the units whose dossiers `user` may see."""
    return Submission.objects.filter(unit__in=units_where(user, Right.SEE_DOSSIERS, timezone.localdate()))


def seen_decision(user: Visitor, pk: int) -> Decision:
    """Return the decision `pk`; raises NotAllowed in the same words whether it is hidden or does not exist."""
    found = decisions_seen_by(user).select_related("unit", "submission", "preview", "signed_file")
    row = found.filter(pk=pk).first()
    if row is None:
        raise nothing_here()
    return row


def certificates_seen_by(user: Visitor) -> QuerySet[Certificate]:
    """Return the certificates of the decisions that `user` may see, replaced and cancelled ones included."""
    return Certificate.objects.filter(line__decision__in=decisions_seen_by(user))
