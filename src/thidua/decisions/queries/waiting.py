"""What waits for who decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Prefetch, QuerySet
from django.utils import timezone

from thidua.accounts.rights import Right
from thidua.decisions.enums import DecisionState, SubmissionState
from thidua.decisions.models import Decision, DecisionLine, ProposedLine, Submission
from thidua.decisions.nominees import nominations_of
from thidua.nominations.enums import AgencyAnswer, DossierState, Level, OpinionStance
from thidua.nominations.models import AgencyConsultation, Opinion
from thidua.orgs.access import Visitor, units_where


@dataclass(frozen=True)
class WaitingDecision:
    """One decision to sign, as the phone shows it; `fewest_votes` is None where no council voted.

    `money`: đồng in all; `objections`: opinions of the public and of agencies that speak against; `sha256`: fingerprint
    of the file to sign.
    """

    decision: Decision
    recipients: int
    refused: int
    money: int
    fewest_votes: tuple[int, int] | None
    lowest_name: str
    objections: int
    suspended: int
    sha256: str
    sent_at: datetime | None


def waiting_for(user: Visitor) -> QuerySet[Decision]:
    """Return the decisions that `user` may sign now, oldest first."""
    units = units_where(user, Right.DECIDE, timezone.localdate())
    rows = Decision.objects.filter(state=DecisionState.WAITING, unit__in=units)
    return rows.select_related("unit", "submission", "preview").order_by("sent_at", "id")


def with_names(rows: QuerySet[Decision]) -> QuerySet[Decision]:
    """Return decisions each with `granted`: its granted lines in their order, names alone; one query more."""
    names = DecisionLine.objects.filter(refusal="").order_by("ordinal")
    only = names.only("decision_id", "ordinal", "recipient_name")
    return rows.prefetch_related(Prefetch("lines", queryset=only, to_attr="granted"))


def letters_to_draft(user: Visitor) -> QuerySet[Submission]:
    """Return the proposals that are decided here and of which no decision is drafted yet, oldest first."""
    units = units_where(user, Right.PROPOSE, timezone.localdate()).order_by().values("pk")
    drafted = Decision.objects.exclude(state=DecisionState.CANCELLED).order_by().values("submission")
    rows = Submission.objects.filter(unit__in=units, state=SubmissionState.PROPOSED).exclude(
        level=Level.STATE
    )
    return rows.exclude(pk__in=drafted).order_by("dated", "pk")


def unfinished_of(user: Visitor) -> QuerySet[Decision]:
    """Return the decisions with which who proposes goes on: drafts, those returned, those signed and not published."""
    units = units_where(user, Right.PROPOSE, timezone.localdate()).order_by().values("pk")
    states = (DecisionState.RETURNED, DecisionState.DRAFT, DecisionState.SIGNED)
    return Decision.objects.filter(state__in=states, unit__in=units).order_by("pk")


def proposals_without_decision(user: Visitor) -> QuerySet[ProposedLine]:
    """Return the proposed lines whose dossier waits and for which no decision was drafted yet."""
    units = units_where(user, Right.DECIDE, timezone.localdate())
    rows = ProposedLine.objects.filter(
        submission__unit__in=units, nomination__dossier__state=DossierState.PROPOSED
    )
    return rows.annotate(drafts=Count("nomination__decision_lines")).filter(drafts=0)


def to_sign(decision: Decision) -> WaitingDecision:
    """Return what the page of one decision shows; a fixed number of queries."""
    lines = list(decision.lines.select_related("nomination"))
    granted = [line for line in lines if not line.refusal]
    nominees = nominations_of(granted)
    ids = [one.pk for one in nominees]
    votes = ProposedLine.objects.filter(submission=decision.submission_id, nomination__in=ids)
    counted = [
        (yes, of, name)
        for yes, of, name in votes.values_list("votes_yes", "votes_of", "nomination__recipient_name")
        if yes is not None and of
    ]
    lowest = min(counted, key=lambda row: row[0] / row[1], default=None)
    dossiers = {one.dossier_id for one in nominees}
    against = Opinion.objects.filter(consultation__dossier__in=dossiers, stance=OpinionStance.AGAINST).count()
    against += AgencyConsultation.objects.filter(dossier__in=dossiers, answer=AgencyAnswer.OBJECTS).count()
    return WaitingDecision(
        decision=decision,
        recipients=len(granted),
        refused=len(lines) - len(granted),
        money=sum(line.bonus_amount or 0 for line in granted),
        fewest_votes=(lowest[0], lowest[1]) if lowest else None,
        lowest_name=lowest[2] if lowest else "",
        objections=against,
        suspended=sum(one.suspended for one in nominees),
        sha256=decision.preview.sha256 if decision.preview else "",
        sent_at=decision.sent_at,
    )


def open_amounts(decision: Decision) -> QuerySet[DecisionLine]:
    """Return the lines whose amount a person has still to write."""
    return decision.lines.filter(refusal="", bonus_source="open")
