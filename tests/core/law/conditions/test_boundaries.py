"""Every kind of condition just met and just not met, for several people at once, with what it rests on."""

from datetime import date

import pytest

from tests.core.law.one_award import (
    asked,
    found,
    graded,
    held,
    initiatives,
    line,
    verdicts,
)
from thidua.core.law.facts import Feat, Members, NomineeFacts
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
