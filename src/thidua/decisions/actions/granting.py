"""What a signature sets in force: register, dossiers, money, certificates. All in the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.decisions.actions.conferring import by_award_and_movement, confer, confer_prizes
from thidua.decisions.actions.send_back_submission import dossiers_of
from thidua.decisions.actions.telling import tell_decided
from thidua.decisions.enums import FundEntryKind
from thidua.decisions.models import Certificate, Decision, DecisionLine, FundEntry
from thidua.decisions.nominees import nominations_of
from thidua.decisions.papers.certificate_words import proof_of, words_of_line
from thidua.nominations.actions.lead_on import mark_all_decided
from thidua.registry.actions import ConferralContent
from thidua.support.documents.proof.codes import new_code
from thidua.support.documents.proof.keys import SigningKey
from thidua.support.documents.proof.payload import sign


def put_in_force(
    row: Decision, lines: Sequence[DecisionLine], key: SigningKey, by: User | None, at: datetime
) -> None:
    """Write everything that follows from the signed decision `row`; `lines` are the granted ones."""
    write_register(row, lines, by)
    left_out = row.lines.exclude(refusal="").filter(nomination__isnull=False)
    refused = dict(left_out.values_list("nomination_id", "refusal"))
    mark_all_decided(dossiers=dossiers_of(row.submission), refused=refused, by=by, at=at)
    _pay(row, lines, by)
    make_codes(lines, key)
    paper = f"Quyết định số {row.full_number}"
    tell_decided(paper, f"decision/{row.pk}/decided", nominations_of(lines), refused)


def write_register(row: Decision, lines: Sequence[DecisionLine], by: User | None) -> None:
    """Record the awards in the register and link the lines to them."""
    _write_prizes(row, [line for line in lines if line.prize_result_id is not None], by)
    line_of = {line.nomination_id: line for line in lines}
    for (code, movement), nominees in by_award_and_movement(nominations_of(lines)).items():
        own = [line_of[one.pk] for one in nominees]
        awards = confer(
            unit=row.unit,
            content=ConferralContent(
                award_form=own[0].award_name,
                award_code=code,
                decision_number=row.full_number,
                decision_date=row.decided_on,
                reason=row.achievement,
                provenance=row.provenance,
            ),
            movement=movement,
            nominees=nominees,
            ordinals=[line.ordinal or 0 for line in own],
            file=row.signed_file,
            right=Right.DECIDE,
            by=by,
        )
        for line, award in zip(own, awards, strict=True):
            line.award = award
        DecisionLine.objects.bulk_update(own, ["award"])


def _write_prizes(row: Decision, lines: Sequence[DecisionLine], by: User | None) -> None:
    """Record the prizes in the register, without a code of the law: they count as no form of commendation."""
    for code in dict.fromkeys(line.award_code for line in lines):
        own = [line for line in lines if line.award_code == code]
        for line, award in zip(own, confer_prizes(row, own, by), strict=True):
            line.award = award
        DecisionLine.objects.bulk_update(own, ["award"])


def _pay(row: Decision, lines: Sequence[DecisionLine], by: User | None) -> None:
    """Book each bonus on the fund of the deciding unit, in the budget year of the decision."""
    assert row.decided_on is not None
    FundEntry.objects.bulk_create(
        FundEntry(
            unit=row.unit,
            year=row.decided_on.year,
            kind=FundEntryKind.PAYMENT,
            amount=-line.bonus_amount,
            on=row.decided_on,
            award=line.award,
            grounds=f"Quyết định số {row.full_number}, số sổ vàng {line.ordinal}: {line.recipient_name}"[
                :500
            ],
            entered_by=by,
            entered_at=timezone.now(),
            provenance=row.provenance,
        )
        for line in lines
        if line.bonus_amount and line.prize_result_id is None  # a contest pays its prizes itself
    )


def make_codes(lines: Sequence[DecisionLine], key: SigningKey) -> list[Certificate]:
    """Give every line its certificate's code and signed proof."""
    return Certificate.objects.bulk_create(
        new_certificate(line, words_of_line(line), key, line.decision.decided_on) for line in lines
    )


def new_certificate(
    line: DecisionLine, words: dict[str, str], key: SigningKey, since: date | None
) -> Certificate:
    """Return a certificate that is not stored yet."""
    code = new_code()
    return Certificate(
        line=line,
        code=code,
        words=words,
        payload=sign(proof_of(line, code, words), key),
        key_id=key.public.id,
        state_since=since or timezone.localdate(),
    )
