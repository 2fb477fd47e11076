"""Hand the results of a closed session on to the nominations."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.council.access import require_keeping
from thidua.council.actions.agenda import faults_of
from thidua.council.actions.attempts import logs_refusals
from thidua.council.actions.locking import locked
from thidua.council.models import ItemResult, Session
from thidua.council.queries.results import results
from thidua.nominations.actions.lead_on import CouncilResult, mark_council_results
from thidua.nominations.models import Dossier


@logs_refusals
def hand_on_results(*, session: Session, by: User) -> list[ItemResult]:
    """Tell each nomination what the council said, and return the results that cannot be told now.

    Those are nominations suspended or withdrawn since: the result stays with the session, and once a suspension is
    lifted this is done again. Twice has one effect. Raises NotAllowed; NotClosedYet.
    """
    require_keeping(by, session.unit)
    with transaction.atomic():
        return hand_on(locked(session), by)


def hand_on(session: Session, by: User) -> list[ItemResult]:
    """Do so inside the transaction of the closing."""
    # All locks first, in one order: the log's head is locked by the first entry, and nothing may be waited for after.
    list(_dossiers(session))
    kept_back, told = [], []
    for result in results(session).select_related("item__nomination__dossier"):
        nomination = result.item.nomination
        if faults_of(nomination) is not None:
            if not _is_told(result):
                kept_back.append(result)
            continue
        told.append(CouncilResult(nomination, result.passed, _reason(result, session)))
    mark_council_results(results=told, by=by)
    return kept_back


def _dossiers(session: Session) -> QuerySet[Dossier]:
    before = Dossier.objects.filter(pk__in=session.items.values("nomination__dossier"))
    return before.select_for_update().order_by("pk")


def _is_told(result: ItemResult) -> bool:
    return result.item.nomination.outcome == ("passed" if result.passed else "failed")


def _reason(result: ItemResult, session: Session) -> str:
    return _("Session %(session)s: %(yes)s of %(members)s votes for, %(needed)s needed.") % {
        "session": session,
        "yes": result.yes,
        "members": result.members,
        "needed": result.needed,
    }
