"""What the engine promises for one nominee, beyond the cases that a clerk reads."""

from dataclasses import replace
from datetime import date

import pytest

from tests.core.law.one_award import (
    AWARD,
    alternative,
    any_of,
    appraised,
    asked,
    found,
    graded,
    held,
    initiatives,
    line,
    verdicts,
    with_award,
)
from thidua.core.law.appraisal import Verdict
from thidua.core.law.book import BoardChoices, LawBook
from thidua.core.law.engine import appraise
from thidua.core.law.facts import AwardHeld, Discipline, Initiative, Members, NomineeFacts
from thidua.core.law.provisions import Certainty, Validity

EXCELLENT = "excellently_completed"
FIGHTER = "grassroots_emulation_fighter"


def test_three_hundred_initiatives_are_not_counted_as_forty_four() -> None:
    many = initiatives("grassroots", *[year for year in (2023, 2024, 2025) for _ in range(100)])

    finding = found(line("initiative_count", n=50, scope="grassroots"), facts=NomineeFacts(initiatives=many))

    assert (finding.verdict, finding.evidence.counted) == (Verdict.MET, 300)


def test_256_awards_of_one_year_are_not_none() -> None:
    facts = NomineeFacts(awards=held(FIGHTER, *[2024] * 256))

    assert found(line("award_held", award=FIGHTER), facts=facts).verdict is Verdict.MET
    assert found(line("title_count", title=FIGHTER, n=3), facts=facts).evidence.counted == 256


def test_initiatives_and_topics_together_may_exceed_a_byte() -> None:
    facts = NomineeFacts(
        initiatives=initiatives("grassroots", *[2024] * 200)
        + initiatives("grassroots", *[2024] * 100, form="topic")
    )

    finding = found(
        line("initiative_count", n=250, scope="grassroots", or_topic=True, mixed=True), facts=facts
    )

    assert (finding.verdict, finding.evidence.counted) == (Verdict.MET, 300)


def test_a_record_of_three_centuries_counts_as_far_as_anyone_asks() -> None:
    facts = NomineeFacts(grades=graded(EXCELLENT, *range(1700, 2026)), awards=held(FIGHTER, 1700, 1990, 2020))

    finding = found(line("grade_run", grade=EXCELLENT, n=5), facts=facts)

    assert (finding.verdict, finding.evidence.years[-1]) == (Verdict.MET, 2025)
    assert appraised(line("title_count", title=FIGHTER, n=2), facts=facts).verdict is Verdict.MET


def test_a_collective_of_a_whole_country_is_counted_in_full() -> None:
    people = [
        NomineeFacts(members=Members(60_000_000, {FIGHTER: 30_000_000})),
        NomineeFacts(members=Members(3_000_000_000, {FIGHTER: 1_000_000_000})),
    ]

    share = line("member_share", title=FIGHTER, min_pct=50)

    assert verdicts(share, people=people, question=asked(recipient="collective")) == ["met", "not_met"]


def test_nobody_is_recruited_for_so_short_a_time_that_it_is_not_seen() -> None:
    barred = replace(
        alternative(line("grade_run", grade="completed", n=1)),
        exclusions=(line("newly_recruited_months_less_than", n=10),),
    )
    facts = NomineeFacts(grades=graded("completed", 2025), months_worked=0)

    answer = appraise(with_award(barred), asked(), facts)

    assert answer.verdict is Verdict.NOT_MET
    assert answer.alternatives[0].findings[-1].outcome.en == (
        "only 0 months of work, maternity leave included"
    )


def test_the_newly_recruited_may_be_proposed_when_the_next_year_is_worked() -> None:
    barred = replace(
        alternative(line("grade_run", grade="completed", n=1)),
        exclusions=(line("newly_recruited_months_less_than", n=10),),
    )
    facts = NomineeFacts(grades=graded("completed", 2025), months_worked=6)

    assert appraise(with_award(barred), asked(), facts).earliest == 2026


def test_a_measure_taken_after_the_law_day_bars_nobody_yet() -> None:
    barred = replace(
        alternative(line("grade_run", grade="completed", n=1)),
        exclusions=(line("discipline_at_least", level="reprimand"),),
    )
    facts = NomineeFacts(
        grades=graded("completed", 2025), discipline=(Discipline("warning", date(2025, 12, 30)),)
    )

    assert appraise(with_award(barred), asked(), facts).verdict is Verdict.MET
    later = asked(on=date(2025, 12, 30))
    assert appraise(with_award(barred), later, facts).verdict is Verdict.NOT_MET


def test_the_year_of_a_school_closes_when_the_school_year_ends() -> None:
    run = line("grade_run", grade=EXCELLENT, n=2)
    teacher = NomineeFacts(grades=graded(EXCELLENT, 2024, 2025), school_year=True)
    ungraded = replace(teacher, grades=graded(EXCELLENT, 2023, 2024))
    clerk = replace(ungraded, school_year=False)

    before, after = asked(on=date(2025, 5, 30)), asked(on=date(2025, 5, 31))

    assert verdicts(run, people=[teacher, ungraded, clerk], question=before) == ["met", "met", "met"]
    assert verdicts(run, people=[teacher, ungraded, clerk], question=after) == ["met", "not_met", "met"]


def test_an_ended_measure_beside_a_running_one_is_told_with_its_own_year() -> None:
    facts = NomineeFacts(
        discipline=(
            Discipline("reprimand", date(2019, 3, 1), date(2020, 3, 1)),
            Discipline("warning", date(2025, 11, 1)),
        )
    )

    told = [rule.outcome.en for rule in appraised(line("award_held", award=FIGHTER), facts=facts).rules]

    assert told == [
        "disciplined: reprimand (2019-03-01–2020-03-01); achievement is counted anew after it,"
        " years up to 2020 do not count",
        "a disciplinary measure is running (warning): no year counts yet",
    ]


def test_a_sudden_title_is_told_also_where_the_law_names_several_titles() -> None:
    facts = NomineeFacts(awards=held("advanced_worker", 2024, type="sudden"))

    answer = appraised(
        line("title_count", titles=["advanced_worker", "advanced_soldier"], n=1), facts=facts, type_="merit"
    )

    assert len(answer.warnings) == 1
    assert answer.warnings[0].en.endswith(
        "of 2024 is of the type sudden commendation and is no ground for merit"
    )


def test_evidence_shows_only_the_awards_that_count() -> None:
    facts = NomineeFacts(
        awards=(
            AwardHeld(FIGHTER, 2022),
            AwardHeld(FIGHTER, 2023, type="sudden"),
            AwardHeld(FIGHTER, 2024, status="cancelled"),
            AwardHeld(FIGHTER, 2025, decided_on=date(2026, 1, 5)),
        )
    )

    count = found(line("title_count", title=FIGHTER, n=3), facts=facts, type_="merit")
    held_before = found(line("award_held", award=FIGHTER), facts=facts, type_="merit")
    run = found(line("title_run", title=FIGHTER, n=1, ending="any"), facts=facts, type_="merit")

    for finding in (count, held_before, run):
        assert finding.evidence.years == (2022,)
        assert [item["year"] for item in finding.evidence.items] == [2022]
    assert count.evidence.counted == 1


def test_titles_of_years_lost_to_discipline_are_no_evidence() -> None:
    facts = NomineeFacts(
        awards=held(FIGHTER, 2020, 2024),
        discipline=(Discipline("warning", date(2021, 1, 1), date(2021, 12, 31)),),
    )

    finding = found(line("title_count", title=FIGHTER, n=2), facts=facts)

    assert (finding.evidence.counted, finding.evidence.years) == (1, (2024,))


def test_a_run_anywhere_names_the_years_of_its_longest_stretch() -> None:
    facts = NomineeFacts(awards=held(FIGHTER, 2010, 2015, 2016, 2017, 2020, 2021))

    finding = found(line("title_run", title=FIGHTER, n=3, ending="any"), facts=facts)

    assert (finding.evidence.counted, finding.evidence.years) == (3, (2015, 2016, 2017))
    assert finding.outcome.en == "3 times in a row (2015–2017)"


def test_times_in_cycles_name_the_years_that_were_counted() -> None:
    facts = NomineeFacts(awards=held("provincial_emulation_fighter", 2019, 2021, 2022, 2024))

    finding = found(
        line(
            "title_run",
            title="provincial_emulation_fighter",
            n=3,
            ending="latest",
            interval=3,
            overlap=False,
        ),
        facts=facts,
    )

    assert finding.evidence.counted == len(finding.evidence.years)


def test_a_collective_without_members_is_told_to_record_them() -> None:
    for kind, fields in (
        ("member_share", {"title": FIGHTER, "min_pct": 50}),
        ("members_all", {"grade": "completed"}),
    ):
        finding = found(line(kind, **fields), facts=NomineeFacts(members=Members(0)))

        assert finding.verdict is Verdict.NOT_MET
        assert finding.lacks is not None
        assert finding.lacks.en == "the members of the collective have to be recorded"


def test_a_disabled_standard_carries_no_verdict_through_a_reference() -> None:
    sound = alternative(line("award_held", award=FIGHTER), id_="t-2")
    referring = alternative(line("ref", ref="t-2"))
    facts = NomineeFacts(awards=held(FIGHTER, 2024))

    def verdict(target: object) -> Verdict:
        return appraise(with_award(referring, target), asked(), facts).alternatives[0].verdict  # type: ignore[arg-type]

    assert verdict(sound) is Verdict.MET
    assert verdict(replace(sound, enabled=False)) is Verdict.NEEDS_HUMAN
    assert verdict(replace(sound, certainty=Certainty.MEMORY)) is Verdict.NEEDS_HUMAN


def test_a_reference_follows_the_piece_of_a_standard_that_is_in_force() -> None:
    """A regulation cuts a national standard in pieces: «id» as it was, «id@day» switched off."""
    before = replace(
        alternative(line("award_held", award=FIGHTER), id_="t-2"),
        validity=Validity(date(2004, 7, 1), date(2025, 6, 30)),
    )
    off = replace(before, id="t-2@2025-07-01", validity=Validity(date(2025, 7, 1)), enabled=False)
    law = with_award(alternative(line("ref", ref="t-2")), before, off)
    facts = NomineeFacts(awards=held(FIGHTER, 2023))

    assert appraise(law, asked(on=date(2025, 6, 30)), facts).verdict is Verdict.MET
    assert appraise(law, asked(on=date(2025, 7, 1)), facts).verdict is Verdict.NEEDS_HUMAN


def test_a_reference_of_a_reference_is_followed_with_its_answers() -> None:
    law = with_award(
        alternative(line("ref", ref="t-2")),
        alternative(any_of(line("ref", ref="t-3"), line("award_held", award=FIGHTER)), id_="t-2"),
        alternative(line("recognised_by", authority="provincial_chair"), id_="t-3"),
    )

    nothing, certified = NomineeFacts(), NomineeFacts(confirmations=frozenset({"provincial_chair"}))

    assert [way.verdict.code for way in appraise(law, asked(), nothing).alternatives] == ["needs_human"] * 3
    answer = appraise(law, asked(), certified)
    assert (answer.verdict, answer.by) == (Verdict.MET, "t-1")
    (outer,) = answer.alternatives[0].findings
    assert [leaf.path for leaf in outer.leaves()] == ["1.1.1.1", "1.1.2"]
    assert {leaf.alternative for leaf in outer.leaves()} == {"t-1"}


def test_years_that_a_standard_referred_to_asks_for_go_on_too() -> None:
    law = with_award(
        alternative(line("ref", ref="t-2")), alternative(line("grade_run", grade=EXCELLENT, n=5), id_="t-2")
    )
    facts = NomineeFacts(grades=graded(EXCELLENT, 2024, 2025))

    assert appraise(law, asked(), facts).earliest == 2028


@pytest.mark.parametrize("years", [2, 3, 6, 7, 8, 20, 35, 36])
def test_the_earliest_year_is_the_first_in_which_the_run_is_long_enough(years: int) -> None:
    facts = NomineeFacts(grades=graded(EXCELLENT, 2025))

    answer = appraised(line("grade_run", grade=EXCELLENT, n=years), facts=facts)

    assert answer.earliest == 2024 + years


def test_nobody_waits_longer_than_any_condition_asks() -> None:
    facts = NomineeFacts(grades=graded(EXCELLENT, 2025))

    assert appraised(line("grade_run", grade=EXCELLENT, n=40), facts=facts).earliest is None


def test_a_reading_may_be_settled_for_one_alternative_alone(book: LawBook) -> None:
    count = line(
        "initiative_count", n=2, scope="grassroots", or_topic=True, mixed_setting="mixed_initiative_topic"
    )
    law = with_award(alternative(count), alternative(count, id_="t-2"))
    facts = NomineeFacts(
        initiatives=(Initiative(2024, "grassroots"), Initiative(2024, "grassroots", form="topic"))
    )

    def ways(settings: dict[str, object]) -> list[str]:
        chosen = law.with_choices(BoardChoices(settings=settings))
        return [way.verdict.code for way in appraise(chosen, asked(), facts).alternatives]

    assert ways({"mixed_initiative_topic": True}) == ["met", "met"]
    assert ways({"mixed_initiative_topic": False, "mixed_initiative_topic:t-2": True}) == ["not_met", "met"]


def test_a_check_of_the_board_lifts_the_cap_of_that_standard_alone() -> None:
    from thidua.core.law.book import Check

    unsure = replace(alternative(line("award_held", award=FIGHTER)), certainty=Certainty.MEMORY)
    law = with_award(unsure, replace(unsure, id="t-2"))
    facts = NomineeFacts(awards=held(FIGHTER, 2024))
    checked = law.with_choices(
        BoardChoices(checks={"alternative/t-2": Check("Nguyễn Văn An", date(2025, 3, 1))})
    )

    assert appraise(law, asked(), facts).verdict is Verdict.NEEDS_HUMAN
    answer = appraise(checked, asked(), facts)
    assert (answer.verdict, answer.by) == (Verdict.MET, "t-2")
    assert [way.checked for way in answer.alternatives] == ["", "Nguyễn Văn An, 01/03/2025"]


def test_the_same_question_is_answered_the_same_again(book: LawBook) -> None:
    facts = NomineeFacts(
        grades=graded(EXCELLENT, *range(2016, 2026)),
        awards=held(FIGHTER, *range(2016, 2026)),
        confirmations=frozenset({"provincial_chair", "province_or_ministry"}),
    )

    assert appraise(with_award(alternative(line("award_held", award=FIGHTER))), asked(), facts).award == AWARD
    first, again = (appraise(book, replace(asked(), award="labor_order_2"), facts) for _ in range(2))
    assert first == again


def test_the_last_day_of_the_calendar_has_an_answer() -> None:
    facts = NomineeFacts(grades=graded(EXCELLENT, 9999))

    answer = appraised(line("grade_run", grade=EXCELLENT, n=3), facts=facts, question=asked(on=date.max))

    assert (answer.verdict, answer.under_old_text, answer.earliest) == (
        Verdict.NEEDS_HUMAN,
        Verdict.NOT_MET,
        None,
    )
