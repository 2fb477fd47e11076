"""A decision and its lists as content of letters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua.core.vietnamese.dates import format_document_date
from thidua.core.vietnamese.numbers import format_money, format_number
from thidua.decisions.models import Decision, DecisionLine
from thidua.decisions.papers.bodies import head_of, in_capitals
from thidua.decisions.papers.closing_marks import listed
from thidua.decisions.papers.grouping import ROMAN, counted, groups_of
from thidua.orgs.bodies import body_of
from thidua.support.documents.letters.content import AnnexGroup, AnnexList, AnnexRow, Article, DecisionLetter

BLANK_NUMBER = "…"


def decision_letter(decision: Decision, number: int | None = None, day: date | None = None) -> DecisionLetter:
    """Return the decision's text, with dots where it is not numbered and dated yet."""
    return DecisionLetter(
        parent_body="",
        body=in_capitals(body_of(decision.unit)),
        number=_number(decision, number),
        place=decision.place,
        day=day,
        abstract=decision.title,
        authority=head_of(decision.unit).upper(),
        bases=tuple(decision.legal_bases),
        articles=tuple(Article(number=at, text=text) for at, text in enumerate(decision.articles, start=1)),
        recipients=listed(decision.copies_to),
        on_behalf=decision.on_behalf,
        signer_post=decision.signer_post.upper(),
        signer_name=decision.signer_name,
    )


def annexes(
    decision: Decision, lines: Sequence[DecisionLine], number: int | None = None, day: date | None = None
) -> tuple[AnnexList, ...]:
    """Return a list for each award of the decision; `lines` are the granted ones in their order."""
    awards = dict.fromkeys(line.award_code for line in lines)
    dated = format_document_date(day) if day else "ngày … tháng … năm …"
    reference = f"(Kèm theo Quyết định số {_number(decision, number)} {dated} của {head_of(decision.unit)})"
    made = []
    for at, code in enumerate(awards):
        own = [line for line in lines if line.award_code == code]
        made.append(
            AnnexList(
                annex=f"Phụ lục {ROMAN[at % len(ROMAN)]}" if len(awards) > 1 else "",
                title=f"DANH SÁCH {'TRAO' if own[0].prize_result_id else 'TẶNG'} {own[0].award_name.upper()}",
                reference=reference,
                groups=tuple(
                    AnnexGroup(heading=group.heading, rows=tuple(_row(line) for line in group.rows))
                    for group in groups_of(own)
                ),
                total=_total(own),
            )
        )
    return tuple(made)


def _row(line: DecisionLine) -> AnnexRow:
    bonus = format_number(line.bonus_amount) if line.bonus_amount is not None else ""
    return AnnexRow(
        ordinal=line.ordinal or 0,
        name=line.recipient_name,
        post_unit=line.post_unit,
        achievement=line.achievement,
        bonus=bonus,
    )


def _total(lines: Sequence[DecisionLine]) -> str:
    known = [line.bonus_amount for line in lines]
    total = sum(amount for amount in known if amount is not None)
    money = f"; tiền thưởng: {format_money(total, exact=True)}" if None not in known else ""
    return f"Tổng cộng: {counted(lines)}{money}."


def _number(decision: Decision, number: int | None) -> str:
    return f"{number:02}/{decision.symbol}" if number is not None else f"{BLANK_NUMBER}/{decision.symbol}"
