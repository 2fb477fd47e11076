"""The moves that lead a dossier on: to the council, to the signature, to the ceremony, to the archive.

The rooms of the council, of decisions and of certificates call them; each is one move in the log.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
from thidua.nominations.actions.moving import Step, lock_all, move_all, require_move
from thidua.nominations.actions.settling import store_outcomes
from thidua.nominations.enums import Outcome
from thidua.nominations.models import Dossier, Nomination
from thidua.support.audit.actions.record import Happening, record_all
from thidua.support.refusals import NotAllowed, Refused


@dataclass(frozen=True)
class CouncilResult:
    """What the council said of a nomination."""

    nomination: Nomination
    passed: bool
    reason: str = ""


def send_to_council(*, dossier: Dossier, by: User | None, at: datetime | None = None) -> Dossier:
    """Put the dossier before the council and return it. Raises Refused, NotAllowed."""
    return send_all_to_council(dossiers=[dossier], by=by, at=at)[0]


def send_all_to_council(
    *, dossiers: Sequence[Dossier], by: User | None, at: datetime | None = None
) -> list[Dossier]:
    """Put all of `dossiers` before the council, or none, and return them. Raises Refused, NotAllowed."""
    return _made_all(dossiers, SEND_TO_COUNCIL, by, at)


def mark_council_result(
    *, nomination: Nomination, passed: bool, by: User | None, reason: str = ""
) -> Nomination:
    """Record whether the council passed an eligible nomination, and return it; the same result twice is one.

    Raises Refused, NotAllowed.
    """
    said = CouncilResult(nomination, passed, reason)
    return mark_council_results(results=[said], by=by)[0]


def mark_council_results(*, results: Sequence[CouncilResult], by: User | None) -> list[Nomination]:
    """Record what the council said of many nominations, of all or of none, and return them; twice is once.

    Raises Refused, NotAllowed.
    """
    with transaction.atomic():
        dossiers = {row.pk: row for row in lock_all(one.nomination.dossier for one in results)}
        for dossier in dossiers.values():
            if not access.office_may(by, Right.KEEP_COUNCIL, dossier):
                raise NotAllowed(_("Only the secretary of the council records its results."))
        locked = Nomination.objects.select_for_update().order_by("pk")
        rows = {row.pk: row for row in locked.filter(pk__in=[one.nomination.pk for one in results])}
        changed: list[Nomination] = []
        for one in results:
            row = rows[one.nomination.pk]
            outcome = Outcome.PASSED if one.passed else Outcome.FAILED
            if row.outcome != outcome:
                _require_before_council(row, dossiers[row.dossier_id])
                row.outcome, row.outcome_reason = outcome, clean_text(one.reason)
                row.version += 1
                changed.append(row)
        store_outcomes(changed)
        record_all(
            by=by,
            happenings=[
                Happening("nominations.council_result", row, {"outcome": row.outcome}) for row in changed
            ],
        )
    return [rows[one.nomination.pk] for one in results]


def _require_before_council(row: Nomination, dossier: Dossier) -> None:
    if dossier.state != COUNCIL or row.outcome != Outcome.ELIGIBLE:
        raise Refused(
            _("“%(name)s” is not before the council: %(outcome)s.")
            % {"name": row.recipient_name, "outcome": row.get_outcome_display()}
        )
    if row.suspended:
        raise Refused(_("“%(name)s” is suspended.") % {"name": row.recipient_name})


def mark_proposed(*, dossier: Dossier, by: User | None, at: datetime | None = None) -> Dossier:
    """Record that the dossier is proposed for decision, and return the dossier. Raises Refused, NotAllowed."""
    return mark_all_proposed(dossiers=[dossier], by=by, at=at)[0]


def mark_all_proposed(
    *, dossiers: Sequence[Dossier], by: User | None, at: datetime | None = None
) -> list[Dossier]:
    """Record of all of `dossiers`, or of none, that they are proposed for decision, and return them.

    Raises Refused, NotAllowed.
    """
    return _made_all(dossiers, PROPOSE, by, at)


def mark_sent_back(*, dossier: Dossier, reason: str, by: User | None, at: datetime | None = None) -> Dossier:
    """Record that who decides sent the proposal back, with the reason, and return the dossier.

    It stands where it was proposed from: council results and eligibility are kept. Raises Refused, NotAllowed.
    """
    return _made_all([dossier], SEND_BACK, by, at, clean_text(reason))[0]


def mark_decided(
    *,
    dossier: Dossier,
    refused: Mapping[int, str],
    by: User | None,
    at: datetime | None = None,
) -> Dossier:
    """Record the decision on one dossier, as `mark_all_decided`, and return it."""
    return mark_all_decided(dossiers=[dossier], refused=refused, by=by, at=at)[0]


def mark_all_decided(
    *,
    dossiers: Sequence[Dossier],
    refused: Mapping[int, str],
    by: User | None,
    at: datetime | None = None,
) -> list[Dossier]:
    """Record the decision on dossiers: every proposed nomination is granted, but those in `refused` (id → reason).

    Raises Refused (a refusal without a reason, a nominee that was not proposed), NotAllowed.
    """
    with transaction.atomic():
        rows = lock_all(dossiers)
        for row in rows:
            require_move(row, DECIDE, by)
        proposed = proposed_of(rows)
        if set(refused) - {one.pk for one in proposed}:
            raise Refused(_("One of the refused nominees was not proposed. Load the page again."))
        if any(not clean_text(reason) for reason in refused.values()):
            raise Refused({"refused": _("Write for each refused nominee why; the unit reads it.")})
        granted = [one for one in proposed if one.pk not in refused]
        Nomination.objects.filter(pk__in=[one.pk for one in granted]).update(
            outcome=Outcome.GRANTED, outcome_reason="", version=F("version") + 1
        )
        for pk, reason in refused.items():
            Nomination.objects.filter(pk=pk).update(
                outcome=Outcome.REFUSED, outcome_reason=clean_text(reason), version=F("version") + 1
            )
        every = Counter(one.dossier_id for one in proposed)
        given = Counter(one.dossier_id for one in granted)
        steps = {
            row.pk: Step(details={"granted": given[row.pk], "refused": every[row.pk] - given[row.pk]})
            for row in rows
        }
        move_all(rows, DECIDE, by=by, at=at, steps=steps)
    return rows


def proposed_of(dossiers: Sequence[Dossier]) -> list[Nomination]:
    """Return the nominations that go to who decides, locked, dossier by dossier in the order given.

    They were passed by the council, or found eligible where there is none.
    """
    place = {row.pk: number for number, row in enumerate(dossiers)}
    council = {row.pk: COUNCIL not in skipped_states(row.route, row.level) for row in dossiers}
    rows = Nomination.objects.select_for_update().filter(
        dossier__in=council, outcome__in=(Outcome.PASSED, Outcome.ELIGIBLE)
    )
    return [
        one
        for one in sorted(rows.order_by("pk"), key=lambda one: (place[one.dossier_id], one.ordinal))
        if one.outcome == (Outcome.PASSED if council[one.dossier_id] else Outcome.ELIGIBLE)
    ]


def mark_issued(*, dossier: Dossier, by: User | None, at: datetime | None = None) -> Dossier:
    """Record that the certificates are made, and return the dossier. Raises Refused, NotAllowed."""
    return mark_all_issued(dossiers=[dossier], by=by, at=at)[0]


def mark_all_issued(
    *, dossiers: Sequence[Dossier], by: User | None, at: datetime | None = None
) -> list[Dossier]:
    """Record of all of `dossiers`, or of none, that their certificates are made, and return them.

    Raises Refused, NotAllowed.
    """
    return _made_all(dossiers, ISSUE, by, at)


def mark_handed_over(*, dossier: Dossier, by: User | None, at: datetime | None = None) -> Dossier:
    """Record that everything is handed over, and return the dossier. Raises Refused, NotAllowed."""
    return mark_all_handed_over(dossiers=[dossier], by=by, at=at)[0]


def mark_all_handed_over(
    *, dossiers: Sequence[Dossier], by: User | None, at: datetime | None = None
) -> list[Dossier]:
    """Record of all of `dossiers`, or of none, that everything is handed over, and return them.

    Raises Refused, NotAllowed.
    """
    return _made_all(dossiers, HAND_OVER, by, at)


def archive_dossier(*, dossier: Dossier, by: User | None, at: datetime | None = None) -> Dossier:
    """Archive a dossier that is finished, or in which nothing is left to decide, and return it.

    Raises Refused, NotAllowed.
    """
    return archive_dossiers(dossiers=[dossier], by=by, at=at)[0]


def archive_dossiers(
    *, dossiers: Sequence[Dossier], by: User | None, at: datetime | None = None
) -> list[Dossier]:
    """Archive all of `dossiers`, or none, and return them. Raises Refused, NotAllowed."""
    return _made_all(dossiers, ARCHIVE, by, at)


def _made_all(
    dossiers: Sequence[Dossier], verb: str, by: User | None, at: datetime | None, reason: str = ""
) -> list[Dossier]:
    with transaction.atomic():
        rows = lock_all(dossiers)
        move_all(rows, verb, by=by, at=at, reason=reason)
    return rows
