"""Many nominees at once: the same answers, whatever shares what."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from tests.core.law.one_award import (
    alternative,
    asked,
    graded,
    held,
    initiatives,
    line,
    with_award,
)
from thidua.core.law.appraisal import Verdict
from thidua.core.law.batch import eligible, facts_at, judge_all
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Columns
from thidua.core.law.engine import appraise
from thidua.core.law.facts import Discipline, Feat, Initiative, Members, NomineeFacts, Question
from thidua.core.law.gathering import columns_of
from thidua.core.law.recollecting import facts_of

EXCELLENT = "excellently_completed"
FIGHTER = "grassroots_emulation_fighter"
ON = date(2025, 12, 20)


def copies(columns: Columns) -> list[bytes]:
    found = [columns.grades.tobytes()]
    for name in ("awards", "initiatives", "judged", "feats", "confirmations", "disciplined_in_year"):
        found += [column.tobytes() for column in getattr(columns, name).values()]
    for name in ("suspended", "dissolved", "eligible_for_flag", "registered", "months_worked", "school_year"):
        column = getattr(columns, name)
        found += [] if column is None else [column.tobytes()]
    return found


def people() -> list[NomineeFacts]:
    full = NomineeFacts(
        grades=graded(EXCELLENT, *range(2014, 2026)),
        awards=held(FIGHTER, *range(2014, 2026))
        + held("provincial_emulation_fighter", 2016, 2019, 2022, 2025)
        + held("provincial_certificate_of_merit", 2016)
        + held("pm_certificate_of_merit", 2018, decision="12/QĐ-TTg")
        + held("labor_order_3", 2013),
        initiatives=initiatives("province_or_ministry", *range(2014, 2026), name="Sáng kiến"),
        confirmations=frozenset({"provincial_chair"}),
        judged={"pc-2022-1d2": True, "l2-2022-1dd": {1: True}},
        feats=(Feat("sudden", {"influence": "nationwide"}, 2025),),
    )
    return [
        full,
        NomineeFacts(),
        replace(full, discipline=(Discipline("warning", date(2020, 1, 1), date(2020, 12, 31)),)),
        replace(full, suspended=True, registered=False),
        replace(full, grades=graded("well_completed", 2023, 2024), awards=held(FIGHTER, 2024)),
        replace(full, initiatives=(Initiative(2025, "grassroots", effective=False),), months_worked=4),
        replace(full, school_year=True, discipline=(Discipline("reprimand", date(2025, 3, 1)),)),
    ]


@pytest.mark.parametrize("kinds", [("worker", "farmer"), ("farmer", "worker"), ("", "worker")])
def test_questions_for_different_kinds_share_counts_but_no_verdicts(kinds: tuple[str, str]) -> None:
    law = with_award(alternative(line("recipient_is", kinds=["worker"]), line("award_held", award=FIGHTER)))
    columns = columns_of([NomineeFacts(awards=held(FIGHTER, 2024))], asked())

    together = eligible(law, [asked(worker_kind=kind) for kind in kinds], columns)

    assert [Verdict(int(one.verdict[0])).code for one in together] == [
        "met" if kind == "worker" else "not_met" for kind in kinds
    ]


@pytest.mark.parametrize("recipients", [("collective", "household"), ("household", "collective")])
def test_questions_for_different_recipients_share_no_verdicts(recipients: tuple[str, str]) -> None:
    law = with_award(alternative(line("recipient_is", kinds=["household"])))
    columns = columns_of([NomineeFacts()], asked())

    together = eligible(law, [asked(recipient=recipient) for recipient in recipients], columns)

    assert [one.count(Verdict.MET) for one in together] == [
        int(recipient == "household") for recipient in recipients
    ]


def test_questions_of_different_types_share_no_references() -> None:
    law = with_award(
        alternative(line("ref", ref="t-2")),
        alternative(line("award_held", award=FIGHTER), id_="t-2", type_="sudden"),
    )
    columns = columns_of([NomineeFacts(awards=held(FIGHTER, 2024))], asked())

    together = eligible(law, [asked(type_="merit"), asked(type_="sudden")], columns)

    assert [one.count(Verdict.MET) for one in together] == [0, 1]


def test_everybody_is_explained_as_alone(book: LawBook) -> None:
    crowd = people()
    for award in sorted(book.awards):
        question = Question(award, ON, "individual")
        together = judge_all(book, question, columns_of(crowd, question), chunk=3)
        for place, facts in enumerate(crowd):
            assert together.explain(place) == appraise(book, question, facts), (award, place)


def test_an_explanation_from_columns_alone_gives_the_verdict_of_the_batch(book: LawBook) -> None:
    for award in ("grassroots_emulation_fighter", "provincial_certificate_of_merit", "labor_order_2"):
        question = Question(award, ON, "individual")
        columns = replace(columns_of(people(), question), people=None)
        together = judge_all(book, question, columns)
        for place in range(columns.size):
            told = together.explain(place)
            assert told.verdict == together.verdict[place]
            assert (
                told == appraise(book, question, facts_of(columns.part(place, place + 1))) or columns.judged
            )


def test_judging_changes_no_column(book: LawBook) -> None:
    questions = [
        Question(award, ON, "individual", type=type_)
        for award in book.awards
        for type_ in ("merit", "sudden")
    ]
    columns = columns_of(people(), questions[0])
    before = copies(columns)

    first = eligible(book, questions, columns)
    second = eligible(book, list(reversed(questions)), columns, chunk=2)

    assert copies(columns) == before
    for one, other in zip(first, reversed(second), strict=True):
        assert one.verdict.tolist() == other.verdict.tolist()
        assert one.by.tolist() == other.by.tolist()


def test_an_empty_batch_is_an_answer_too(book: LawBook) -> None:
    question = Question("provincial_certificate_of_merit", ON, "individual")

    nobody = judge_all(book, question, columns_of([], question))
    somebody = judge_all(book, question, columns_of([NomineeFacts()], question))

    assert (nobody.verdict.tolist(), nobody.by.tolist(), nobody.met().tolist()) == ([], [], [])
    assert nobody.alternatives == somebody.alternatives
    assert nobody.count(Verdict.MET) == 0


@pytest.mark.parametrize("place", [-1, 7, 1000])
def test_nobody_stands_outside_the_batch(book: LawBook, place: int) -> None:
    question = Question("provincial_certificate_of_merit", ON, "individual")
    together = judge_all(book, question, columns_of(people(), question))

    with pytest.raises(IndexError):
        together.explain(place)
    with pytest.raises(IndexError):
        facts_at(together.columns, place)


def test_columns_that_end_long_before_the_law_day_reach_no_proposal() -> None:
    grades = np.full((5, 2), 4, dtype=np.uint8)
    run = line("grade_run", grade=EXCELLENT, n=2)
    law = with_award(alternative(run))

    def verdict(first_year: int) -> list[int]:
        return judge_all(law, asked(), Columns(2, first_year, grades)).verdict.tolist()

    assert verdict(2021) == [2, 2]  # to 2025
    assert verdict(2020) == [2, 2]  # to 2024, the last closed year
    assert verdict(2019) == [0, 0]
    assert verdict(1960) == [0, 0]
    assert verdict(2022) == [2, 2]  # to 2026: what comes after the law day is not looked at
    assert verdict(2025) == [0, 0]
    assert verdict(2100) == [0, 0]


def test_columns_without_any_year_are_columns() -> None:
    columns = Columns(3, 2020, np.zeros((0, 3), dtype=np.uint8))

    assert (
        judge_all(
            with_award(alternative(line("award_held", award=FIGHTER))), asked(), columns
        ).verdict.tolist()
        == [0] * 3
    )


def test_bare_columns_are_judged_and_explained(book: LawBook) -> None:
    """Only grades are given: every other column is left out."""
    columns = Columns(2, 2020, np.array([[4, 0]] * 6, dtype=np.uint8))
    for award in sorted(book.awards):
        for recipient in ("individual", "collective", "household", "enterprise", "external"):
            question = Question(award, ON, recipient)
            together = judge_all(book, question, columns)
            for place in range(2):
                told = together.explain(place)
                assert told == appraise(book, question, facts_of(columns.part(place, place + 1)))
                assert told.verdict == together.verdict[place]


def test_counts_above_a_byte_are_counted_in_columns_too() -> None:
    rows = np.full((10, 1), 30, dtype=np.uint8)
    columns = Columns(1, 2016, np.full((10, 1), 4, dtype=np.uint8), awards={(FIGHTER, "merit"): rows})
    count = line("title_count", title=FIGHTER, n=299, within="same_span")
    law = with_award(alternative(line("grade_run", grade=EXCELLENT, n=5), count))

    assert judge_all(law, asked(), columns).verdict.tolist() == [2]


def test_what_columns_tell_of_one_is_what_was_put_into_them() -> None:
    facts = NomineeFacts(
        grades={2024: EXCELLENT, 2025: "completed"},
        awards=held(FIGHTER, 2024) + held("provincial_certificate_of_merit", 2020, type="sudden"),
        initiatives=(
            Initiative(2024, "grassroots"),
            Initiative(2025, "nationwide", "topic", effective=False),
        ),
        suspended=True,
        members=Members(20, {"advanced_worker": 15}, {"completed": 20}, {"warning": 1}),
        confirmations=frozenset({"provincial_chair"}),
        founded=1995,
        eligible_for_flag=False,
        registered=True,
        months_worked=7,
        school_year=True,
        feats=(Feat("sudden", {"influence": "nationwide"}, 2025),),
    )

    assert facts_of(columns_of([facts], asked())) == facts


def test_a_measure_of_the_counting_year_is_recollected_from_columns() -> None:
    facts = NomineeFacts(
        grades={2025: "completed"}, discipline=(Discipline("warning", date(2025, 1, 1), date(2025, 12, 31)),)
    )
    question = asked(on=date(2026, 1, 15))

    assert facts_of(columns_of([facts], question)).discipline == facts.discipline
