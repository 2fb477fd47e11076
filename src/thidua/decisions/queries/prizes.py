"""Which decision gives the prizes of an edition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, Min, OuterRef, Q, QuerySet

from thidua.contests.enums import EditionStage
from thidua.contests.models import Edition, Result
from thidua.contests.queries.stages import stage_of
from thidua.decisions.enums import IN_EFFECT, CertificateState, SubmissionState
from thidua.decisions.models import Certificate, Decision, Submission
from thidua.decisions.papers.bodies import head_of


@dataclass(frozen=True)
class PrizePaper:
    """A decision on prizes for everybody; `conferral` is the row of the register that its public page starts from.

    None where it was signed elsewhere; then its day and who decided may be unknown too.
    """

    number: str
    decided_on: date | None
    decided_by: str
    conferral: int | None


def prize_decision_rows(edition: Edition) -> QuerySet[Decision]:
    """Return the signed decisions on the prizes of the edition, oldest first."""
    rows = Decision.objects.filter(submission__edition=edition, state__in=IN_EFFECT)
    return rows.select_related("unit").order_by("pk")


def prize_decision(edition: Edition) -> Decision | None:
    """Return the signed decision that gives the prizes of the edition; None before it is signed. One query."""
    return prize_decision_rows(edition).first()


def public_prize_paper(edition: Edition) -> PrizePaper | None:
    """Return what the public page names of that decision, or of one signed elsewhere; one query."""
    row = prize_decision_rows(edition).annotate(conferral=Min("lines__award__conferral")).first()
    if row is None:
        if not edition.decision_number:
            return None
        return PrizePaper(edition.decision_number, edition.decided_on, edition.decided_by, None)
    return PrizePaper(row.full_number, row.decided_on, head_of(row.unit), row.conferral)


def certificates_of_prize(result: Result) -> list[Certificate]:
    """Return the valid certificates of a prize, one for each author of a joint work, in their order; one query."""
    rows = Certificate.objects.filter(
        line__prize_result=result, line__decision__state__in=IN_EFFECT, state=CertificateState.VALID
    )
    return list(rows.select_related("line").order_by("line__author_ordinal", "pk"))


def prize_proposal(edition: Edition) -> Submission | None:
    """Return the letter that proposes the prizes, unless it was sent back; one query."""
    rows = Submission.objects.filter(edition=edition).exclude(state=SubmissionState.SENT_BACK)
    return rows.order_by("-pk").first()


def editions_to_propose(editions: QuerySet[Edition]) -> list[Edition]:
    """Return those of `editions` whose codes are open and whose prizes no letter proposes yet; one query.

    Nothing is to be proposed of those published without a winner, and of those that name a decision signed elsewhere.
    """
    present = Submission.objects.filter(edition=OuterRef("pk")).exclude(state=SubmissionState.SENT_BACK)
    opened = editions.filter(rules__revealed_at__isnull=False, decision_number="").exclude(Exists(present))
    rows = opened.filter(Q(rules__results_published_at__isnull=True) | Q(results__isnull=False)).distinct()
    return list(rows.select_related("competition").order_by("rules__revealed_at", "pk"))


def proposed_prizes(letter: Submission) -> list[Result]:
    """Return the results that a letter proposes, in their order, with unit, category and authors; two queries."""
    rows = letter.lines.select_related("prize_result__unit", "prize_result__entry__category")
    lines = rows.prefetch_related("prize_result__entry__authors").order_by("ordinal")
    return [line.prize_result for line in lines if line.prize_result is not None]


def may_be_proposed(edition: Edition) -> bool:
    """Tell whether the prizes can be proposed: the codes are open, and no letter is on its way or decided.

    An edition that names a decision signed elsewhere needs none.
    """
    if edition.decision_number or stage_of(edition) not in (EditionStage.REVEALED, EditionStage.PUBLISHED):
        return False
    return prize_proposal(edition) is None
