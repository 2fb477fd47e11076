"""What holds for every nominee, whatever is recorded of him."""

from dataclasses import replace
from datetime import date

from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from tests.core.law.nominees import Situation, alternatives, awards_named, batches, situations
from thidua.core.law.appraisal import Appraisal, Verdict
from thidua.core.law.batch import judge_all
from thidua.core.law.engine import appraise
from thidua.core.law.facts import AwardHeld, Initiative, NomineeFacts, Question
from thidua.core.law.gathering import columns_of
from thidua.core.law.reading import load_law

GRADES = ("failed", "completed", "well_completed", "excellently_completed")
# Their last two titles must stand three years apart: a third between them leaves the reading to the Board.
ASKS_FOR_AN_INTERVAL = {"national_emulation_fighter"}


def _appraise(question: Question, facts: NomineeFacts) -> Appraisal:
    return appraise(load_law(), question, facts)


def _result(found: Appraisal) -> tuple[object, ...]:
    ways = tuple((way.id, way.verdict, way.counts) for way in found.alternatives)
    return found.verdict, found.by, ways, found.missing, found.earliest, found.reasons


def _no_worse(question: Question, before: NomineeFacts, after: NomineeFacts) -> None:
    first, then = _appraise(question, before).verdict, _appraise(question, after).verdict
    event(f"before: {first.code}")
    if question.award in ASKS_FOR_AN_INTERVAL:
        assert (first, then) != (Verdict.MET, Verdict.NOT_MET)
    else:
        assert then >= first


@given(batches())
def test_a_batch_says_of_everyone_what_is_said_of_one(batch: tuple[Question, list[NomineeFacts]]) -> None:
    question, people = batch

    together = judge_all(load_law(), question, columns_of(people, question), chunk=2)

    for place, facts in enumerate(people):
        alone = _appraise(question, facts)
        event(alone.verdict.code)
        assert Verdict(int(together.verdict[place])) is alone.verdict
        by = int(together.by[place])
        assert (together.alternatives[by] if by != 255 else "") == alone.by
        assert together.explain(place) == alone


@given(situations(), st.data())
def test_an_award_more_never_harms(situation: Situation, data: st.DataObject) -> None:
    question, facts = situation.question, situation.facts
    named = [code for one in alternatives() if one.award == question.award for code in awards_named(one)]
    year = data.draw(st.integers(question.law_day.year - 12, question.law_day.year))
    more = AwardHeld(data.draw(st.sampled_from(named)), year)

    _no_worse(question, facts, replace(facts, awards=(*facts.awards, more)))


@given(situations(), st.data())
def test_a_better_grade_never_harms(situation: Situation, data: st.DataObject) -> None:
    question, facts = situation.question, situation.facts
    assume(facts.grades)
    year = data.draw(st.sampled_from(sorted(facts.grades)))
    better = data.draw(st.sampled_from(GRADES[GRADES.index(facts.grades[year]) :]))

    _no_worse(question, facts, replace(facts, grades={**facts.grades, year: better}))


@given(situations(), st.data())
def test_an_initiative_more_never_harms(situation: Situation, data: st.DataObject) -> None:
    question, facts = situation.question, situation.facts
    more = data.draw(
        st.builds(
            Initiative,
            st.integers(question.law_day.year - 8, question.law_day.year),
            st.sampled_from(("grassroots", "province_or_ministry", "nationwide")),
            st.sampled_from(("initiative", "topic")),
            st.booleans(),
            st.sampled_from(("", "grassroots_emulation_fighter")),
        )
    )

    _no_worse(question, facts, replace(facts, initiatives=(*facts.initiatives, more)))


@given(situations(), st.data())
def test_a_cancelled_award_is_no_award(situation: Situation, data: st.DataObject) -> None:
    question, facts = situation.question, situation.facts
    assume(facts.awards)
    place = data.draw(st.integers(0, len(facts.awards) - 1))
    others = (*facts.awards[:place], *facts.awards[place + 1 :])
    cancelled = replace(facts.awards[place], status="cancelled")

    without = _appraise(question, replace(facts, awards=others))
    with_it = _appraise(question, replace(facts, awards=(*others, cancelled)))

    assert _result(with_it) == _result(without)


def test_a_title_cancelled_this_year_does_not_put_off_the_earliest_year() -> None:
    question = Question("provincial_certificate_of_merit", date(2017, 10, 1), "individual")
    titles = tuple(AwardHeld("grassroots_emulation_fighter", year) for year in range(2011, 2017))
    without = NomineeFacts(
        grades=dict.fromkeys(range(2003, 2017), "well_completed"),
        awards=titles,
        initiatives=tuple(Initiative(year, "nationwide") for year in range(2010, 2018)),
    )
    cancelled = AwardHeld("grassroots_emulation_fighter", 2017, status="cancelled")

    assert _appraise(question, without).earliest == 2018
    assert _appraise(question, replace(without, awards=(*titles, cancelled))).earliest == 2018


@given(situations(), st.data())
def test_the_order_of_what_is_recorded_says_nothing(situation: Situation, data: st.DataObject) -> None:
    question, facts = situation.question, situation.facts
    shuffled = replace(
        facts,
        grades=dict(reversed(list(facts.grades.items()))),
        awards=tuple(data.draw(st.permutations(facts.awards))),
        initiatives=tuple(data.draw(st.permutations(facts.initiatives))),
        discipline=tuple(data.draw(st.permutations(facts.discipline))),
        feats=tuple(data.draw(st.permutations(facts.feats))),
    )

    assert _result(_appraise(question, shuffled)) == _result(_appraise(question, facts))


@given(situations())
def test_every_verdict_carries_its_reason(situation: Situation) -> None:
    found = _appraise(situation.question, situation.facts)

    assert found.reasons
    assert all(reason.vi.strip() and reason.en.strip() for reason in found.reasons)
    if found.verdict is Verdict.MET:
        (carried,) = [way for way in found.alternatives if way.id == found.by]
        assert (carried.verdict, carried.counts) == (Verdict.MET, True)
    else:
        assert found.by == "" or found.under_old_text is Verdict.MET
    for way in found.alternatives:
        for finding in way.findings:
            for leaf in finding.leaves():
                assert leaf.cites
                assert leaf.text.vi.strip()
                assert leaf.text.en.strip()
                assert leaf.outcome.vi.strip()
                assert leaf.outcome.en.strip()


@given(situations())
@settings(max_examples=50)
def test_a_suspended_nominee_meets_nothing(situation: Situation) -> None:
    found = _appraise(situation.question, replace(situation.facts, suspended=True))

    assert found.verdict is not Verdict.MET
