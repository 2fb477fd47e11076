"""Every kind of condition just met and just not met, for several people at once, with what it rests on."""

from dataclasses import replace
from datetime import date

import pytest

from tests.core.law.one_award import (
    alternative,
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
from thidua.core.language import Wording
from thidua.core.law.appraisal import Evidence, Verdict
from thidua.core.law.book import BoardChoices
from thidua.core.law.engine import appraise
from thidua.core.law.facts import AwardHeld, Discipline, Feat, Members, NomineeFacts
from thidua.core.law.provisions import Line

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
BOUNDARIES: list[tuple[Line, list[tuple[dict[str, object], str]]]] = [
    (
        line("grade_run", grade=WELL, n=3),
        [
            ({"grades": graded(WELL, 2022, 2023, 2024)}, "met"),  # the year of the law day is not graded yet
            ({"grades": graded(WELL, 2023, 2024, 2025)}, "met"),
            ({"grades": graded(EXCELLENT, 2022, 2023, 2024)}, "met"),
            ({"grades": graded(WELL, 2023, 2024)}, "not_met"),
            ({"grades": graded(WELL, 2021, 2022, 2024)}, "not_met"),
            ({"grades": graded(WELL, 2022, 2023, 2024) | {2025: DONE}}, "not_met"),
        ],
    ),
    (
        line("grade_count", grade=EXCELLENT, n=2),
        [
            ({"grades": graded(EXCELLENT, 2011, 2025)}, "met"),
            ({"grades": graded(EXCELLENT, 2025, 2026)}, "not_met"),  # 2026 lies after the law day
            ({"grades": graded(WELL, 2024, 2025)}, "not_met"),
        ],
    ),
    (
        line("title_run", title=FIGHTER, n=2),
        [
            ({"awards": held(FIGHTER, 2023, 2024)}, "met"),
            ({"awards": held(FIGHTER, 2024, 2025)}, "met"),
            ({"awards": held(FIGHTER, 2022, 2023)}, "not_met"),
            ({"awards": held(FIGHTER, 2023, 2024), "grades": graded(DONE, 2025)}, "not_met"),
        ],
    ),
    (
        line("title_run", title=PROVINCIAL, n=2, ending="latest", interval=3, overlap=False),
        [
            ({"awards": held(PROVINCIAL, 2018, 2021)}, "met"),
            ({"awards": held(PROVINCIAL, 2018, 2022)}, "not_met"),
            ({"awards": held(PROVINCIAL, 2019, 2021)}, "not_met"),
        ],
    ),
    (
        line("title_count", title=FIGHTER, n=2),
        [
            ({"awards": held(FIGHTER, 2010, 2020)}, "met"),
            ({"awards": held(FIGHTER, 2010)}, "not_met"),
            ({"awards": held(FIGHTER, 2010) + held(FIGHTER, 2020, status="cancelled")}, "not_met"),
        ],
    ),
    (
        line("award_held", award=CERTIFICATE),
        [
            ({"awards": held(CERTIFICATE, 2025, decided_on=date(2025, 12, 20))}, "met"),
            ({"awards": held(CERTIFICATE, 2025, decided_on=date(2025, 12, 21))}, "not_met"),
            ({"awards": held(FIGHTER, 2025)}, "not_met"),
        ],
    ),
    (
        line("gap_years", award=CERTIFICATE, n=5),
        [
            ({"awards": held(CERTIFICATE, 2020)}, "met"),
            ({"awards": held(CERTIFICATE, 2021)}, "not_met"),
            ({"awards": held(CERTIFICATE, 2010, 2021)}, "not_met"),
            ({}, "not_met"),
        ],
    ),
    (
        line("initiative_count", n=2, scope="province_or_ministry", or_topic=True, effective=True),
        [
            ({"initiatives": initiatives("province_or_ministry", 2020, 2025)}, "met"),
            ({"initiatives": initiatives("nationwide", 2024, 2025)}, "met"),
            ({"initiatives": initiatives("grassroots", 2024, 2025)}, "not_met"),
            ({"initiatives": initiatives("nationwide", 2024, 2025, effective=False)}, "not_met"),
            (
                {
                    "initiatives": initiatives("nationwide", 2024)
                    + initiatives("nationwide", 2024, form="topic")
                },
                "not_met",
            ),
            ({"initiatives": initiatives("nationwide", 2025, 2026)}, "not_met"),
        ],
    ),
    (
        line("unit_age", min_years=10),
        [({"founded": 2015}, "met"), ({"founded": 2016}, "not_met"), ({}, "not_met")],
    ),
    (
        line("round_anniversary"),
        [({"founded": 1995}, "met"), ({"founded": 1996}, "not_met"), ({"founded": 2025}, "not_met")],
    ),
    (
        line("unit_not_eligible_for_flag"),
        [
            ({"eligible_for_flag": False}, "met"),
            ({"eligible_for_flag": None}, "needs_human"),
            ({"eligible_for_flag": True}, "not_met"),
        ],
    ),
    (
        line("member_share", title=FIGHTER, min_pct=15),
        [
            (members(20, shares={FIGHTER: 3}), "met"),
            (members(21, shares={FIGHTER: 3}), "not_met"),
            ({}, "not_met"),
        ],
    ),
    (
        line("member_share", title=FIGHTER, min_pct=15, strictly_more_than=True),
        [(members(20, shares={FIGHTER: 3}), "not_met"), (members(20, shares={FIGHTER: 4}), "met")],
    ),
    (
        line("members_all", grade=DONE),
        [
            (members(5, grades={DONE: 4, EXCELLENT: 1}), "met"),
            (members(5, grades={DONE: 4, "failed": 1}), "not_met"),
            (members(5), "not_met"),
        ],
    ),
    (
        line("member_exists", title=FIGHTER),
        [(members(5, shares={FIGHTER: 1}), "met"), (members(5, shares={FIGHTER: 0}), "not_met")],
    ),
    (
        line("no_member_discipline", level="warning"),
        [
            (members(5, disciplined={"reprimand": 2}), "met"),
            (members(5, disciplined={"warning": 1}), "not_met"),
            (members(5, disciplined={"dismissal": 1}), "not_met"),
            ({}, "met"),
        ],
    ),
    (
        line("recognised_by", authority="provincial_chair"),
        [
            ({"confirmations": frozenset({"provincial_chair"})}, "met"),
            ({"confirmations": frozenset({"commune_chair"})}, "needs_human"),
            ({}, "needs_human"),
        ],
    ),
    (
        line("sudden", influence="district"),
        [
            (feat("sudden", influence="district"), "met"),
            (feat("sudden", influence="nationwide"), "met"),
            (feat("sudden", influence="commune"), "not_met"),
            ({"feats": (Feat("sudden", {"influence": "district"}, 2026),)}, "not_met"),
            ({"feats": (Feat("sudden", {"influence": "district"}, 2025, FIGHTER),)}, "not_met"),
        ],
    ),
    (
        line("contribution", min_value=500_000_000),
        [
            (feat("contribution", value=500_000_000), "met"),
            (feat("contribution", value=499_999_999), "not_met"),
        ],
    ),
    (
        line("contribution", degree="large"),
        [
            (feat("contribution", degree="many_and_large"), "met"),
            (feat("contribution", degree="many"), "not_met"),
        ],
    ),
    (
        line("invention", level="field_of_province"),
        [
            (feat("invention", level="nationwide"), "met"),
            (feat("invention", level="regional_prize"), "not_met"),
        ],
    ),
    (
        line("movement_result", launched_by="province_or_ministry"),
        [
            (feat("movement_result", launched_by="province"), "met"),
            (feat("movement_result", launched_by="commune"), "not_met"),
        ],
    ),
    (
        line("movement_award", launched_by="province", min_years=3, at=["final_review"]),
        [
            (feat("movement_award", launched_by="province", years=3, at="final_review"), "met"),
            (feat("movement_award", launched_by="province", years=2, at="final_review"), "not_met"),
            (feat("movement_award", launched_by="province", years=3, at="interim_review"), "not_met"),
        ],
    ),
    (
        line("cluster_leader", organised_by="province"),
        [
            ({"feats": (Feat("cluster_leader", {"organised_by": "province"}, 2024),)}, "met"),
            ({"feats": (Feat("cluster_leader", {"organised_by": "province"}, 2023),)}, "not_met"),
            (feat("cluster_selected", organised_by="province"), "not_met"),
        ],
    ),
    (
        line("cluster_selected", organised_by="central_council"),
        [
            (feat("cluster_selected", organised_by="central_council"), "met"),
            (feat("cluster_leader", organised_by="central_council"), "met"),
            (feat("cluster_selected", organised_by="province"), "not_met"),
        ],
    ),
    (
        line(
            "service_tenure", table=[{"post": "minister", "period": "both_resistance_wars", "min_years": 5}]
        ),
        [
            (feat("service", post="minister", years=5), "met"),
            (feat("service", post="minister", years=4), "not_met"),
            (feat("service", post="minister", years=4, woman=True), "met"),  # a third less for women
            (feat("service", post="general_director", years=9), "needs_human"),
            ({}, "not_met"),
        ],
    ),
]


@pytest.mark.parametrize(("condition", "rows"), BOUNDARIES, ids=[row[0].kind for row in BOUNDARIES])
def test_just_met_and_just_not(condition: Line, rows: list[tuple[dict[str, object], str]]) -> None:
    crowd = people(*(recorded for recorded, _ in rows))

    assert verdicts(condition, people=crowd, question=COLLECTIVE) == [expected for _, expected in rows]
    for facts, (_, expected) in zip(crowd, rows, strict=True):
        finding = found(condition, facts=facts, question=COLLECTIVE)
        assert finding.verdict.code == expected
        assert (finding.lacks is None) == (expected == "met")
        assert finding.text.vi != finding.text.en
        assert finding.outcome.vi
        assert finding.outcome.en


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
