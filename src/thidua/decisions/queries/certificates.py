"""What anybody may learn of a certificate from its code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from thidua.decisions.enums import CertificateState, EventKind, ReasonCode
from thidua.decisions.models import Certificate, CertificateEvent, Decision, HandingOver
from thidua.decisions.papers.bodies import head_of
from thidua.registry.enums import AwardStatus, RecipientKind
from thidua.registry.open_data import PublicField
from thidua.registry.open_data.fields import EVERYTHING, read_choices
from thidua.registry.open_data.words import commune_in, is_dwelling, without_personal
from thidua.support.documents.proof.codes import read_code
from thidua.support.provenance import Provenance


@dataclass(frozen=True)
class CertificateWords:
    """What is printed beside name, award and decision; "" for what is not public of this award.

    `description`: post and unit, of a home no more than the commune. `golden_book`: None where there is no number.
    """

    description: str
    achievement: str
    place: str
    signer_post: str
    signer_name: str
    golden_book: int | None
    is_whole: bool


@dataclass(frozen=True)
class CertificateFacts:
    """The public facts: name, award, decision, text, whether it counts, and what replaced it. Nothing else is told."""

    code: str
    name: str
    award: str
    decided_by: str
    decision_number: str
    decided_on: date | None
    state: CertificateState
    since: date
    replaced_by: str
    cancelled_by: (
        str  # number and date of the decision, as the register keeps it; empty when not cancelled there
    )
    cancelled_because: str  # one of the grounds of the law; what was written beside it is not for the public
    provenance: Provenance
    text: CertificateWords
    replaced_because: str  # why another certificate took its place, in the words of a fixed list
    corrected_by: str  # number and date of the decision to correct
    corrected: tuple[str, ...]  # which of "recipient", "description" and "achievement" read otherwise there
    is_handed_over: bool  # as far as somebody wrote down who received it
    is_prize: bool  # of a prize or contest: no form of commendation of the law

    @property
    def is_valid(self) -> bool:
        """Whether the certificate counts today."""
        return self.state == CertificateState.VALID

    @property
    def needs_mark(self) -> bool:
        """Whether it is illustrative or test data: every page says so."""
        return self.provenance.needs_mark


def certificate_facts(typed: str) -> CertificateFacts | None:
    """Return the public facts of a code, None when there is none; two queries. Raises Refused for what is no code."""
    code = read_code(typed)
    choices = read_choices()
    row = _known().filter(code=code).first()
    if row is None:
        return None
    decision, award = row.line.decision, row.line.award
    # Whoever cancels in the register itself: the code must not call a cancelled award valid.
    lost = award is not None and award.status != AwardStatus.ACTIVE
    return CertificateFacts(
        code=row.code,
        name=row.words["recipient"],
        award=row.line.award_name,
        decided_by=head_of(decision.unit),
        decision_number=decision.full_number,
        decided_on=decision.decided_on,
        state=CertificateState.CANCELLED if lost else CertificateState(row.state),
        since=(award.status_on if lost and award else None) or row.state_since,
        replaced_by=row.replaced_by.code if row.replaced_by else "",
        cancelled_by=award.status_decision if lost and award else "",
        cancelled_because=str(ReasonCode(row.ground).label) if lost and row.ground else "",
        provenance=Provenance(decision.provenance),
        text=_words(row, EVERYTHING if row.line.prize_result_id else choices.of(row.line.award_code)),
        replaced_because=_why(row.change_reason),
        corrected_by=row.change_decision or "",
        corrected=_corrected(row),
        is_handed_over=row.handed_over,
        is_prize=row.line.prize_result_id is not None,
    )


def known_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """Return those of `codes` that some certificate has, in their order; one query, none without codes.

    Whoever offers them to readers must count it as a try: otherwise it is a way to guess codes.
    """
    asked = tuple(codes)
    if not asked:
        return ()
    found = set(Certificate.objects.filter(code__in=asked).values_list("code", flat=True))
    return tuple(code for code in asked if code in found)


def _known() -> QuerySet[Certificate, Any]:
    """Return certificates with the ground of a cancellation, and what is known of the last replacement."""
    cancelling = CertificateEvent.objects.filter(
        certificate__line=OuterRef("line"), kind=EventKind.CANCELLATION
    ).order_by("-pk")
    replacing = CertificateEvent.objects.filter(
        certificate=OuterRef("pk"), kind__in=(EventKind.EXCHANGE, EventKind.REISSUE, EventKind.CORRECTION)
    ).order_by("-pk")
    return Certificate.objects.select_related("line__decision__unit", "line__award", "replaced_by").annotate(
        ground=Subquery(cancelling.values("reason_code")[:1]),
        change_reason=Subquery(replacing.values("reason_code")[:1]),
        change_decision=Subquery(replacing.values("decision")[:1]),
        handed_over=Exists(HandingOver.objects.filter(certificate=OuterRef("pk"))),
    )


def _why(reason: str | None) -> str:
    """Return the reason of a replacement; «another reason» says nothing to the public."""
    return str(ReasonCode(reason).label) if reason and reason != ReasonCode.OTHER else ""


def _corrected(row: Certificate) -> tuple[str, ...]:
    if row.state != CertificateState.CORRECTED or row.replaced_by is None:
        return ()
    new = row.replaced_by.words
    return tuple(name for name, said in row.words.items() if new.get(name) != said)


def _words(row: Certificate, chosen: frozenset[PublicField]) -> CertificateWords:
    """Return the text as far as awards of this kind show it in the open data, too."""
    line, said = row.line, row.words
    told = without_personal(said["achievement"]) if PublicField.REASON in chosen else ""
    described = _description(row) if {PublicField.POST, PublicField.UNIT} <= chosen else ""
    decision = line.decision
    return CertificateWords(
        description=described,
        achievement=told,
        place=decision.place,
        signer_post=f"{decision.on_behalf} {decision.signer_post}".strip(),
        signer_name=decision.signer_name,
        golden_book=line.ordinal,
        is_whole=(described, told) == (said["description"], said["achievement"]),
    )


def _description(row: Certificate) -> str:
    """Return post and unit; where somebody lives no more is told than the commune."""
    said, award = row.words["description"], row.line.award
    at_home = row.line.recipient_kind == RecipientKind.HOUSEHOLD or is_dwelling(said)
    if at_home or award is None or is_dwelling(award.unit_then):
        return commune_in(said)
    return without_personal(said)


def unprinted(decision: Decision) -> dict[str, int]:
    """Return award code → how many valid certificates were never printed; one query."""
    rows = Certificate.objects.filter(
        line__decision=decision, state=CertificateState.VALID, printed_at__isnull=True
    )
    found: dict[str, int] = {}
    for code in rows.values_list("line__award_code", flat=True):
        found[code] = found.get(code, 0) + 1
    return found
