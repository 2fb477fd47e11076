"""Runs of years, discipline and exclusions: what several nominees at once show of a condition."""

from dataclasses import replace
from datetime import date

from tests.core.law.one_award import (
    alternative,
    appraised,
    asked,
    found,
    graded,
    held,
    line,
    verdicts,
    with_award,
)
from thidua.core.language import Wording
from thidua.core.law.appraisal import Evidence, Verdict
from thidua.core.law.book import BoardChoices
from thidua.core.law.engine import appraise
from thidua.core.law.facts import AwardHeld, Discipline, Feat, Members, NomineeFacts

EXCELLENT, WELL, DONE = "excellently_completed", "well_completed", "completed"
FIGHTER, PROVINCIAL = "grassroots_emulation_fighter", "provincial_emulation_fighter"
CERTIFICATE = "provincial_certificate_of_merit"
COLLECTIVE = asked(recipient="collective")


def people(*facts: dict[str, object]) -> list[NomineeFacts]:
    return [NomineeFacts(**one) for one in facts]  # type: ignore[arg-type]


def feat(kind: str, **qualities: object) -> dict[str, object]:
    return {"feats": (Feat(kind, qualities),)}


def members(count: int, **more: object) -> dict[str, object]:
    return {"members": Members(count, **more)}  # type: ignore[arg-type]


# One row a kind: the condition, then for each person what is recorded and what comes out.
def test_next_years_may_follow_any_of_several_awards() -> None:
    after = [
        line("award_held", award=CERTIFICATE),
        line("grade_run", grade=EXCELLENT, n=2, span="next_years"),
    ]
    directly = NomineeFacts(awards=held(CERTIFICATE, 2015, 2020), grades=graded(EXCELLENT, 2021, 2022))
    late = replace(directly, grades=graded(EXCELLENT, 2022, 2023))

    assert verdicts(*after, people=[directly, late]) == ["met", "not_met"]
    assert found(*after, facts=directly).evidence == Evidence(
        years=(2021, 2022), counted=2, needed=2, span=(2021, 2022)
    )


def test_a_run_after_an_award_may_lie_in_the_past_and_is_counted_whole() -> None:
    lines = [
        line("award_held", award=CERTIFICATE),
        line("grade_run", grade=WELL, n=3, span="after_award"),
        line("title_count", title=FIGHTER, n=2, within="same_span"),
    ]
    whole = NomineeFacts(
        awards=held(CERTIFICATE, 2012) + held(FIGHTER, 2012, 2013, 2016),
        grades=graded(WELL, 2012, 2013, 2014, 2015, 2016),
    )
    outside = replace(whole, awards=held(CERTIFICATE, 2012) + held(FIGHTER, 2012, 2013))

    assert verdicts(*lines, people=[whole, outside]) == ["met", "not_met"]
    evidence = found(*lines, facts=whole).evidence
    assert (evidence.years, evidence.counted, evidence.span) == ((2013, 2016), 2, (2013, 2016))


def test_a_run_to_the_proposal_after_an_award_does_not_use_the_years_before_it() -> None:
    lines = [
        line("award_held", award=CERTIFICATE),
        line("grade_run", grade=WELL, n=2, span="after_award_to_proposal"),
    ]
    grades = graded(WELL, *range(2018, 2026))

    assert verdicts(
        *lines,
        people=[
            NomineeFacts(awards=held(CERTIFICATE, year), grades=grades) for year in (2018, 2023, 2024, 2025)
        ],
    ) == ["met", "met", "not_met", "not_met"]


def test_years_may_mix_grades_and_titles_unless_the_board_says_not() -> None:
    run = line("grade_or_title_run", grade=EXCELLENT, titles=[FIGHTER], n=3)
    graded_alone = NomineeFacts(grades=graded(EXCELLENT, 2022, 2023, 2024))
    titled_alone = NomineeFacts(awards=held(FIGHTER, 2022, 2023, 2024))
    mixed = NomineeFacts(grades=graded(EXCELLENT, 2022, 2023), awards=held(FIGHTER, 2024))
    law = with_award(alternative(run))

    def answer(facts: NomineeFacts, **settled: bool) -> str:
        chosen = law.with_choices(BoardChoices(settings=settled))
        return appraise(chosen, asked(), facts).verdict.code

    assert [answer(facts) for facts in (graded_alone, titled_alone, mixed)] == ["met", "met", "met"]
    assert answer(mixed, mixed_grade_title_years=True) == "met"
    assert answer(mixed, mixed_grade_title_years=False) == "not_met"
    assert answer(titled_alone, mixed_grade_title_years=False) == "met"


def test_discipline_takes_the_years_up_to_the_one_in_which_it_ends() -> None:
    run = line("grade_run", grade=WELL, n=3)
    facts = NomineeFacts(grades=graded(WELL, *range(2018, 2026)))

    def disciplined(since: date, until: date | None) -> NomineeFacts:
        return replace(facts, discipline=(Discipline("warning", since, until),))

    assert verdicts(
        run,
        people=[
            disciplined(date(2021, 5, 1), date(2022, 12, 31)),
            disciplined(date(2021, 5, 1), date(2023, 1, 1)),
            disciplined(date(2021, 5, 1), None),
            disciplined(date(2025, 12, 21), None),
        ],
    ) == ["met", "not_met", "not_met", "met"]


def test_conduct_is_contradicted_by_what_is_recorded() -> None:
    conduct = replace(line("attested"), text=Wording("chấp hành tốt pháp luật", "law-abiding"))
    judged = {"t-1": True}
    running = (Discipline("warning", date(2025, 3, 1), date(2026, 3, 1)),)
    ended = (Discipline("warning", date(2024, 3, 1), date(2025, 3, 1)),)

    crowd = people(
        {}, {"judged": judged}, {"judged": {"t-1": {1: False}}},
        {"judged": judged, "discipline": running}, {"judged": judged, "discipline": ended},
    )  # fmt: skip

    assert verdicts(conduct, people=crowd) == ["needs_human", "met", "not_met", "not_met", "met"]


def test_an_award_of_another_type_is_shown_where_merit_alone_counts() -> None:
    finding = found(
        line("award_held", award=CERTIFICATE),
        facts=NomineeFacts(awards=(AwardHeld(CERTIFICATE, 2022, type="sudden", decision="5/QĐ-UBND"),)),
        type_="merit",
    )

    assert (finding.verdict, finding.evidence.years) == (Verdict.NOT_MET, ())
    assert finding.evidence.items == (
        {"award": CERTIFICATE, "year": 2022, "type": "sudden", "decision": "5/QĐ-UBND"},
    )


def test_exclusions_bar_only_those_they_name() -> None:
    barred = replace(
        alternative(line("grade_run", grade=DONE, n=1)),
        exclusions=(
            line("newly_recruited_months_less_than", n=10),
            line("discipline_at_least", level="warning"),
            line("not_registered_for_emulation"),
        ),
    )
    grades = {"grades": graded(DONE, 2025)}
    rows = [
        ({**grades}, ["met", "met", "met"]),
        ({**grades, "months_worked": 10}, ["met", "met", "met"]),
        ({**grades, "months_worked": 9}, ["not_met", "met", "met"]),
        ({**grades, "months_worked": 6, "maternity_months": 4}, ["met", "met", "met"]),
        ({**grades, "registered": False}, ["met", "met", "not_met"]),
        (
            {**grades, "discipline": (Discipline("reprimand", date(2025, 1, 1), date(2025, 12, 1)),)},
            ["met", "met", "met"],
        ),
        (
            {**grades, "discipline": (Discipline("warning", date(2025, 1, 1), date(2025, 12, 1)),)},
            ["met", "not_met", "met"],
        ),
    ]
    for recorded, expected in rows:
        (facts,) = people(recorded)
        way = appraise(with_award(barred), asked(), facts).alternatives[0]
        assert [one.verdict.code for one in way.findings[1:]] == expected


def test_a_branch_for_workers_is_for_workers() -> None:
    branch = line("recipient_is", kinds=["worker", "farmer"])

    kinds = {kind: verdicts(branch, people=[NomineeFacts()], question=asked(worker_kind=kind)) for kind in
             ("worker", "farmer", "civil_servant", "")}  # fmt: skip

    assert kinds == {"worker": ["met"], "farmer": ["met"], "civil_servant": ["not_met"], "": ["not_met"]}
    answer = appraised(branch, facts=NomineeFacts())
    assert answer.missing[0].en == "this branch is only for one who is worker or farmer"
