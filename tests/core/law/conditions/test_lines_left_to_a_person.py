"""A line whose object is gone says why it waits; conduct is cited from the recipient's own clause."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from thidua.core.law.appraisal import Finding, Verdict
from thidua.core.law.book import BoardChoices, LawBook
from thidua.core.law.engine import appraise
from thidua.core.law.facts import Feat, NomineeFacts, Question

COMMUNE = Question("exemplary_commune", date(2025, 12, 1), "commune")


def leaves(book: LawBook, question: Question, facts: NomineeFacts, alternative: str) -> tuple[Finding, ...]:
    """Return the conditions of one alternative, judged."""
    appraisal = appraise(book, question, facts)
    found = next(one for one in appraisal.alternatives if one.id == alternative)
    return tuple(leaf for finding in found.findings for leaf in finding.leaves())


def verdicts(
    book: LawBook, question: Question, judged: Mapping[str, bool | Mapping[int, bool]]
) -> list[Verdict]:
    facts = NomineeFacts(judged=judged)
    return [leaf.verdict for leaf in leaves(book, question, facts, "xc-2024")]


def test_the_district_movement_stays_open_and_says_why(book: LawBook) -> None:
    line, framework = leaves(book, COMMUNE, NomineeFacts(judged={"xc-2024": {2: True}}), "xc-2024")
    reading = book.readings["district_scope_substitute"]

    assert (line.verdict, framework.verdict) == (Verdict.NEEDS_HUMAN, Verdict.MET)
    assert line.outcome.vi == (
        f"Ban Thi đua – Khen thưởng chưa chọn «{reading.name.vi}» ({reading.why.vi.rstrip('.')}); "
        "cần người có thẩm quyền kết luận"
    )
    assert line.lacks is not None
    assert line.lacks.vi.startswith("cần kết luận: Dẫn đầu phong trào thi đua cấp huyện")


def test_the_boards_own_answer_to_the_line_holds(book: LawBook) -> None:
    assert verdicts(book, COMMUNE, {"xc-2024": {1: True, 2: True}}) == [Verdict.MET, Verdict.MET]
    assert verdicts(book, COMMUNE, {"xc-2024": {1: False, 2: True}}) == [Verdict.NOT_MET, Verdict.MET]


@pytest.mark.parametrize("scope", ["commune", "province"])
def test_a_scope_that_the_board_has_chosen_closes_the_question(book: LawBook, scope: str) -> None:
    chosen = book.with_choices(BoardChoices(settings={"district_scope_substitute": scope}))

    assert verdicts(chosen, COMMUNE, {"xc-2024": True}) == [Verdict.MET, Verdict.MET]


def test_an_answer_for_the_whole_standard_covers_the_line(book: LawBook) -> None:
    assert verdicts(book, COMMUNE, {"xc-2024": True}) == [Verdict.MET, Verdict.MET]


@pytest.mark.parametrize(
    ("question", "says_why"),
    [
        (replace(COMMUNE, on=date(2025, 6, 30)), False),
        (replace(COMMUNE, on=date(2025, 7, 1)), True),
        (replace(COMMUNE, received=date(2025, 6, 30)), False),
    ],
)
def test_the_reason_is_told_from_the_day_on_which_the_district_level_ended(
    book: LawBook, question: Question, says_why: bool
) -> None:
    line, _ = leaves(book, question, NomineeFacts(), "xc-2024")

    assert ("chưa chọn" in line.outcome.vi) is says_why


@pytest.mark.parametrize(
    ("award", "recipient", "worker_kind", "alternative", "clause"),
    [
        ("pm_certificate_of_merit", "individual", "", "pm-2022-1b", "1"),
        ("pm_certificate_of_merit", "individual", "farmer", "pm-2022-2", "2"),
        ("pm_certificate_of_merit", "individual", "scientist", "pm-2022-3", "3"),
        ("pm_certificate_of_merit", "collective", "", "pm-2022-4", "4"),
        ("pm_certificate_of_merit", "enterprise", "", "pm-2022-ent", "5"),
        ("pm_certificate_of_merit", "household", "", "pm-2022-5", "6"),
        ("provincial_certificate_of_merit", "individual", "", "pc-2022-1d2", "1"),
        ("provincial_certificate_of_merit", "individual", "worker", "pc-2022-2", "1"),
        ("provincial_certificate_of_merit", "individual", "business_person", "pc-2022-3", "2"),
        ("provincial_certificate_of_merit", "collective", "", "pc-2022-4d", "3"),
        ("provincial_certificate_of_merit", "enterprise", "", "pc-2022-ent", "4"),
        ("provincial_certificate_of_merit", "household", "", "pc-2022-5", "5"),
    ],
)
def test_conduct_is_cited_from_the_recipients_own_clause(
    book: LawBook, award: str, recipient: str, worker_kind: str, alternative: str, clause: str
) -> None:
    question = Question(award, date(2025, 12, 1), recipient, worker_kind=worker_kind)
    conduct = leaves(book, question, NomineeFacts(), alternative)[-1]

    assert (conduct.condition, [cited.clause for cited in conduct.cites]) == ("attested", [clause])


def test_a_cluster_without_an_organiser_is_one_of_the_province(book: LawBook) -> None:
    own = NomineeFacts(feats=(Feat("cluster_leader"),))
    collective = Question("provincial_emulation_flag", date(2025, 12, 20), "collective")
    province = Question("government_emulation_flag", date(2025, 12, 20), "province")

    assert _leader(book, collective, own, "fl-2022-1") is Verdict.MET
    assert _leader(book, province, own, "gf-2022-2") is Verdict.NOT_MET


def _leader(book: LawBook, question: Question, facts: NomineeFacts, alternative: str) -> Verdict:
    found = leaves(book, question, facts, alternative)
    return next(leaf.verdict for leaf in found if leaf.condition == "cluster_leader")
