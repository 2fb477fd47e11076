"""What a decision on the prizes of an edition is made of: its lines, bases and articles."""

from __future__ import annotations

from collections.abc import Sequence

from thidua.contests.models import Edition
from thidua.decisions.enums import BonusSource
from thidua.decisions.models import Decision, DecisionLine
from thidua.decisions.papers.abstract import names_of, what_for_whom
from thidua.decisions.papers.prizes import edition_name, winners_of
from thidua.decisions.queries.prizes import proposed_prizes
from thidua.orgs.bodies import body_of


def write_prize_lines(row: Decision) -> None:
    """Write a line for each recipient, every author of a joint work among them; the money is that of the rules."""
    edition = row.submission.edition
    assert edition is not None
    DecisionLine.objects.bulk_create(
        DecisionLine(
            decision=row,
            prize_result=one.result,
            author_ordinal=one.author_ordinal,
            recipient_kind=one.recipient_kind,
            recipient_name=one.recipient_name,
            post_unit=one.post_unit,
            achievement=one.achievement,
            award_code=one.award_code,
            award_name=one.award_name,
            counting_year=edition.year,
            bonus_source=BonusSource.RULES,
        )
        for one in winners_of(edition, proposed_prizes(row.submission))
    )


def prize_bases(edition: Edition) -> list[str]:
    """Return what a decision on prizes rests on: the rules of the edition. The law of commendation does not ask it."""
    return [f"Căn cứ Thể lệ {edition_name(edition)}"]


def prize_articles(row: Decision, edition: Edition, lines: Sequence[DecisionLine]) -> list[str]:
    """Return the three articles: who receives which prize, the money by the rules, who carries it out."""
    told = what_for_whom(lines, names_of(lines))
    return [
        f"Trao {told} (có danh sách kèm theo).",
        f"Tiền thưởng và kinh phí trao giải thực hiện theo Thể lệ {edition_name(edition)} và quy định hiện hành.",
        f"Chánh Văn phòng {body_of(row.unit)}, thủ trưởng các cơ quan, đơn vị có liên quan và các tập thể, cá nhân "
        "có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.",
    ]
