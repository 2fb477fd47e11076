"""The moves that lead a dossier on: to the council, to the signature, to the ceremony, to the archive.

The rooms of the council, of decisions and of certificates call them; each is one move in the log.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.workflow.dossier import (
    ARCHIVE,
    COUNCIL,
    DECIDE,
    HAND_OVER,
    ISSUE,
    PROPOSE,
    SEND_BACK,
    SEND_TO_COUNCIL,
    skipped_states,
)
from thidua.nominations import access
from thidua.nominations.actions.moving import lock, move, require_move
from thidua.nominations.enums import Outcome
from thidua.nominations.models import Dossier, Nomination
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def send_to_council(*, dossier: Dossier, by: User | None, at: datetime | None = None) -> Dossier:
    """Put the dossier before the council and return it. Raises Refused, NotAllowed."""
    return _made(dossier, SEND_TO_COUNCIL, by, at)


def mark_council_result(
    *, nomination: Nomination, passed: bool, by: User | None, reason: str = ""
) -> Nomination:
    """Record whether the council passed an eligible nomination, and return it; the same result twice is one.

    Raises Refused, NotAllowed.
    """
    with transaction.atomic():
        dossier = lock(nomination.dossier)
        if not access.office_may(by, Right.KEEP_COUNCIL, dossier):
            raise NotAllowed(_("Only the secretary of the council records its results."))
        row = Nomination.objects.select_for_update().get(pk=nomination.pk)
        outcome = Outcome.PASSED if passed else Outcome.FAILED
        if row.outcome == outcome:
            return row
        if dossier.state != COUNCIL or row.outcome != Outcome.ELIGIBLE:
            raise Refused(
                _("“%(name)s” is not before the council: %(outcome)s.")
                % {"name": row.recipient_name, "outcome": row.get_outcome_display()}
            )
        if row.suspended:
            raise Refused(_("“%(name)s” is suspended.") % {"name": row.recipient_name})
        row.outcome, row.outcome_reason = outcome, clean_text(reason)
        row.version += 1
        row.save(update_fields=["outcome", "outcome_reason", "version"])
        record(by=by, action="nominations.council_result", subject=row, details={"outcome": outcome})
    return row


def mark_proposed(*, dossier: Dossier, by: User | None, at: datetime | None = None) -> Dossier:
    """Record that the dossier is proposed for decision, and return it. Raises Refused, NotAllowed."""
    return _made(dossier, PROPOSE, by, at)


def mark_sent_back(*, dossier: Dossier, reason: str, by: User | None, at: datetime | None = None) -> Dossier:
    """Record that who decides sent the proposal back, with the reason, and return the dossier.

    It stands where it was proposed from: council results and eligibility are kept. Raises Refused, NotAllowed.
    """
    return _made(dossier, SEND_BACK, by, at, clean_text(reason))


def mark_decided(
    *,
    dossier: Dossier,
    refused: Mapping[int, str],
    by: User | None,
    at: datetime | None = None,
) -> Dossier:
    """Record the decision: every proposed nomination is granted, but those in `refused` (id → reason).

    Raises Refused (a refusal without a reason, a nominee that was not proposed), NotAllowed.
    """
    with transaction.atomic():
        row = lock(dossier)
        require_move(row, DECIDE, by)
        proposed = proposed_of(row)
        if set(refused) - {one.pk for one in proposed}:
            raise Refused(_("One of the refused nominees was not proposed. Load the page again."))
        if any(not clean_text(reason) for reason in refused.values()):
            raise Refused({"refused": _("Write for each refused nominee why; the unit reads it.")})
        granted = [one.pk for one in proposed if one.pk not in refused]
        Nomination.objects.filter(pk__in=granted).update(
            outcome=Outcome.GRANTED, outcome_reason="", version=F("version") + 1
        )
        for pk, reason in refused.items():
            Nomination.objects.filter(pk=pk).update(
                outcome=Outcome.REFUSED, outcome_reason=clean_text(reason), version=F("version") + 1
            )
        move(row, DECIDE, by=by, at=at, details={"granted": len(granted), "refused": len(refused)})
    return row


def proposed_of(row: Dossier) -> list[Nomination]:
    """Return the nominations that go to who decides: passed by the council, or eligible where there is none."""
    has_council = COUNCIL not in skipped_states(row.route, row.level)
    outcome = Outcome.PASSED if has_council else Outcome.ELIGIBLE
    return list(row.nominations.select_for_update().filter(outcome=outcome))


def mark_issued(*, dossier: Dossier, by: User | None, at: datetime | None = None) -> Dossier:
    """Record that the certificates are made, and return the dossier. Raises Refused, NotAllowed."""
    return _made(dossier, ISSUE, by, at)


def mark_handed_over(*, dossier: Dossier, by: User | None, at: datetime | None = None) -> Dossier:
    """Record that everything is handed over, and return the dossier. Raises Refused, NotAllowed."""
    return _made(dossier, HAND_OVER, by, at)


def archive_dossier(*, dossier: Dossier, by: User | None, at: datetime | None = None) -> Dossier:
    """Archive a dossier that is finished, or in which nothing is left to decide, and return it.

    Raises Refused, NotAllowed.
    """
    return _made(dossier, ARCHIVE, by, at)


def _made(dossier: Dossier, verb: str, by: User | None, at: datetime | None, reason: str = "") -> Dossier:
    with transaction.atomic():
        row = lock(dossier)
        move(row, verb, by=by, at=at, reason=reason)
    return row
