"""Bonuses: coefficient × base salary of the decision day, rounded; never a guess."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.law.bonus import bonus
from thidua.core.law.bonuses_together import Grant, bonuses
from thidua.core.law.book import BoardChoices, Check
from thidua.core.law.provisions import Certainty
from thidua.core.law.reading import load_law

BOOK = load_law()
CHECKED = Check("Ban Thi đua", date(2026, 11, 22))


def test_a_commune_chairs_letter_in_august_2025_comes_to_710_000() -> None:
    found = bonus(BOOK, "commendation_letter", "individual", date(2025, 8, 20), "commune_chair")
    assert (found.amount, found.suggested, found.upper_bound, found.reasons) == (710_000, 710_000, False, ())
    assert found.certainty is Certainty.CONFIRMED
    assert [(step.kind, step.amount) for step in found.steps] == [
        ("coefficient", Fraction("0.3")),
        ("base_salary", 2_340_000),
        ("product", 702_000),
        ("rounding", 710_000),
    ]
    assert found.told("vi") == [
        "Hệ số cho cá nhân: 0,3 (điểm e khoản 1 Điều 54 Nghị định 152/2025/NĐ-CP)",
        "Mức lương cơ sở ngày quyết định 20/08/2025: 2.340.000\u00a0đồng (khoản 2 Điều 3 Nghị định 73/2024/NĐ-CP)",
        "0,3 × 2.340.000\u00a0đồng = 702.000\u00a0đồng",
        "Làm tròn lên bội số của 10.000\u00a0đồng: 710.000\u00a0đồng (khoản 2 Điều 49 Nghị định 152/2025/NĐ-CP)",
    ]
    assert [(cite.text, cite.place) for cite in found.cites] == [
        ("ND152", "Đ54 k1 e"),
        ("ND73_2024", "Đ3 k2"),
        ("ND152", "Đ49 k2"),
    ]


@pytest.mark.parametrize(
    ("award", "recipient", "on", "issuer", "amount"),
    [
        ("provincial_certificate_of_merit", "individual", "2019-06-30", None, 1_390_000),
        ("provincial_certificate_of_merit", "individual", "2019-07-01", None, 1_490_000),
        ("provincial_certificate_of_merit", "collective", "2019-12-31", None, 2_980_000),
        ("provincial_certificate_of_merit", "individual", "2025-07-01", None, 3_510_000),
        ("provincial_certificate_of_merit", "collective", "2025-07-01", None, 7_020_000),
        ("provincial_certificate_of_merit", "enterprise", "2025-07-01", None, 7_020_000),
        ("provincial_certificate_of_merit", "household", "2025-07-01", None, 5_270_000),  # 5 265 000
        ("provincial_certificate_of_merit", "civil_servant", "2025-07-01", None, 3_510_000),
        ("commendation_letter", "individual", "2019-12-31", "commune_chair", 230_000),  # 223 500
        ("commendation_letter", "individual", "2019-12-31", "department_director", 450_000),  # 447 000
        ("commendation_letter", "individual", "2026-07-01", "commune_chair", 760_000),  # 759 000
        ("excellent_labor_collective", "collective", "2019-12-31", None, 2_240_000),  # 2 235 000
        ("national_emulation_fighter", "individual", "2019-12-31", None, 6_710_000),  # 6 705 000
        ("government_emulation_flag", "collective", "2024-07-01", None, 28_080_000),
        ("gold_star_order", "individual", "2025-07-01", None, 107_640_000),
    ],
)
def test_known_bonuses(award: str, recipient: str, on: str, issuer: str | None, amount: int) -> None:
    assert bonus(BOOK, award, recipient, date.fromisoformat(on), issuer).amount == amount


def test_a_household_step_shows_one_and_a_half_times() -> None:
    found = bonus(BOOK, "provincial_certificate_of_merit", "household", date(2025, 7, 1))
    step = next(step for step in found.steps if step.kind == "household")
    assert step.text.en == (
        "A household gets 1.5 times the individual figure: 1.5 × 1.5 = 2.25 (Article 54 of Decree 152/2025/NĐ-CP)"
    )


def test_an_upper_bound_is_shown_and_a_person_decides() -> None:
    found = bonus(BOOK, "commemorative_medal", "individual", date(2025, 8, 20), "provincial_chair")
    assert (found.amount, found.suggested, found.upper_bound) == (None, 1_404_000, True)
    assert [reason.en for reason in found.reasons] == [
        "The text names only the most that may be paid (VND\u00a01,404,000): a person decides the amount."
    ]


@pytest.mark.parametrize(
    ("award", "recipient", "on", "why"),
    [
        ("cultural_family", "household", date(2025, 1, 1),
         "The bonus of Cultural Family for this recipient (household) on 01/01/2025 is not known; a person decides."),
        ("friendship_order", "foreign_individual", date(2025, 1, 1),
         "The bonus of Friendship Order on 01/01/2025 is not known; a person decides."),
        ("advanced_worker", "individual", date(2027, 3, 2),
         "The bonus of Advanced Worker on 02/03/2027 is not known; a person decides."),
        ("advanced_worker", "individual", date(2016, 1, 1),
         "The bonus of Advanced Worker on 01/01/2016 is not known; a person decides."),
        ("commendation_letter", "individual", date(2019, 1, 1),
         "The bonus of Certificate of Commendation depends on who decides it: say who does."),
        ("golden_medal", "individual", date(2025, 1, 1), "There is no award “golden_medal”."),
    ],
)  # fmt: skip
def test_what_is_not_known_is_left_to_a_person(award: str, recipient: str, on: date, why: str) -> None:
    found = bonus(BOOK, award, recipient, on)
    assert (found.amount, found.suggested, found.steps, found.certainty) == (None, None, (), None)
    assert [reason.en for reason in found.reasons] == [why]
    assert found.needs_person


def test_a_figure_from_memory_needs_a_person_until_the_board_checks_it() -> None:
    on = date(2019, 12, 31)
    found = bonus(BOOK, "cultural_family", "household", on)
    assert (found.amount, found.suggested, found.certainty) == (None, 150_000, Certainty.MEMORY)
    checks = {"bonus/cultural_family@2017-10-01": CHECKED}
    checked = BOOK.with_choices(BoardChoices(checks=checks))
    assert bonus(checked, "cultural_family", "household", on).amount == 150_000


@pytest.mark.parametrize(
    ("choice", "amount"), [("ceil_10000", 710_000), ("floor_10000", 700_000), ("none", 702_000)]
)
def test_the_board_chooses_the_rounding(choice: str, amount: int) -> None:
    book = BOOK.with_choices(BoardChoices(settings={"rounding_of_bonus": choice}))
    found = bonus(book, "commendation_letter", "individual", date(2025, 8, 20), "commune_chair")
    assert found.amount == amount


def test_a_rounding_left_open_needs_a_person_only_where_it_matters() -> None:
    open_reading = replace(BOOK.readings["rounding_of_bonus"], default=None)
    book = replace(BOOK, readings={**BOOK.readings, "rounding_of_bonus": open_reading})
    assert bonus(book, "grassroots_emulation_fighter", "individual", date(2025, 8, 20)).amount == 2_340_000
    found = bonus(book, "commendation_letter", "individual", date(2025, 8, 20))
    assert (found.amount, found.reasons[-1].en) == (
        None,
        "The Board has not settled the rounding: VND\u00a0710,000; VND\u00a0700,000; VND\u00a0702,000.",
    )


def _grants(day: date, *awards_and_periods: tuple[str, str]) -> list[Grant]:
    return [Grant(award, day, period) for award, period in awards_and_periods]


def test_of_titles_for_one_period_only_the_highest_is_paid_and_a_form_beside_it() -> None:
    found = bonuses(
        BOOK,
        _grants(
            date(2025, 12, 20),
            ("advanced_worker", "2025"),
            ("grassroots_emulation_fighter", "2025"),
            ("provincial_certificate_of_merit", "2024-2025"),
        ),
        "individual",
    )
    assert [one.amount for one in found] == [0, 2_340_000, 3_510_000]
    assert [reason.en for reason in found[0].reasons] == [
        "Of titles decided together for one counting period only the highest is paid: "
        "Grassroots Emulation Fighter (clause 5, Article 49 of Decree 152/2025/NĐ-CP)."
    ]


def test_titles_of_different_periods_or_days_are_each_paid() -> None:
    day = date(2025, 12, 20)
    periods = _grants(
        day, ("grassroots_emulation_fighter", "2025"), ("provincial_emulation_fighter", "2023-2025")
    )
    assert [one.amount for one in bonuses(BOOK, periods, "individual")] == [2_340_000, 7_020_000]
    days = [
        Grant("advanced_worker", day, "2025"),
        Grant("grassroots_emulation_fighter", date(2025, 12, 30), "2025"),
    ]
    assert [one.amount for one in bonuses(BOOK, days, "individual")] == [710_000, 2_340_000]


def test_two_forms_are_each_paid() -> None:
    day = date(2025, 12, 20)
    forms = _grants(day, ("pm_certificate_of_merit", "2025"), ("provincial_certificate_of_merit", "2025"))
    assert [one.amount for one in bonuses(BOOK, forms, "individual")] == [8_190_000, 3_510_000]


def test_under_an_older_decree_the_lower_title_is_left_to_a_person() -> None:
    titles = _grants(
        date(2019, 12, 20), ("advanced_worker", "2019"), ("grassroots_emulation_fighter", "2019")
    )
    lower, higher = bonuses(BOOK, titles, "individual")
    assert (lower.amount, lower.suggested, higher.amount) == (None, 450_000, 1_490_000)


@given(
    st.sampled_from(sorted(BOOK.awards)),
    st.sampled_from(["individual", "collective", "enterprise", "household", "external", "nobody"]),
    st.dates(date(2000, 1, 1), date(2050, 1, 1)),
    st.sampled_from([None, "commune_chair", "national_assembly_standing_committee"]),
)
def test_any_question_is_answered_with_whole_dong_or_a_reason(
    award: str, recipient: str, on: date, issuer: str | None
) -> None:
    found = bonus(BOOK, award, recipient, on, issuer)
    assert (found.amount is None) == bool(found.reasons)
    if found.suggested is not None:
        product = next(step.amount for step in found.steps if step.kind == "product")
        assert found.upper_bound or found.suggested % 10_000 == 0
        assert 0 <= found.suggested - product < 10_000
        assert found.amount in (None, found.suggested)
