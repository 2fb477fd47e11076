"""Time limits of each step, cut-off days, and how long lists are public."""

from dataclasses import replace
from datetime import date

import pytest

from thidua.core.calendar.working_days import Pause
from thidua.core.language import Wording
from thidua.core.law.citations import Citation
from thidua.core.law.deadlines import CutOff, StepLimit, cut_off, step_limit
from thidua.core.law.provisions import Certainty, DatedValue, Parameter, Validity
from thidua.core.law.publicity import PublicityRule, publicity_rule
from thidua.core.law.reading import load_law
from thidua.core.law.stated import Unknown

BOOK = load_law()
CALENDAR_YEAR, EDUCATION = "general", "education"


@pytest.mark.parametrize(
    ("step", "award", "on", "days"),
    [
        ("return_ineligible", "", "2025-11-03", 5),
        ("appraisal", "grassroots_emulation_fighter", "2025-11-03", 20),
        ("appraisal", "provincial_certificate_of_merit", "2019-11-04", 25),
        ("appraisal", "labor_order_3", "2019-11-04", 30),
        ("central_appraisal", "labor_order_3", "2025-11-03", 20),
        ("central_after_consultation", "", "2025-11-03", 10),
        ("notice_to_recipients", "", "2025-11-03", 10),
        ("notice_to_recipients", "", "2019-11-04", 10),
        ("artefacts_from_centre", "", "2025-11-03", 10),
    ],
)
def test_a_step_takes_so_many_working_days(step: str, award: str, on: str, days: int) -> None:
    found = step_limit(BOOK, step, date.fromisoformat(on), award)
    assert isinstance(found, StepLimit)
    assert (found.days, found.counted, found.source.certainty) == (days, "working_days", Certainty.CONFIRMED)


@pytest.mark.parametrize(
    ("step", "award", "on"),
    [
        ("appraisal", "provincial_certificate_of_merit", "2025-11-03"),  # no ceiling is known
        ("notice_to_recipients", "", "2024-06-03"),
        ("return_ineligible", "", "2019-01-02"),
        ("appraisal", "golden_medal", "2025-11-03"),
        ("weighing", "", "2025-11-03"),
    ],
)
def test_a_limit_nobody_stated_is_unknown(step: str, award: str, on: str) -> None:
    assert isinstance(step_limit(BOOK, step, date.fromisoformat(on), award), Unknown)


def test_the_clock_of_a_step_stands_while_the_dossier_is_returned() -> None:
    found = step_limit(BOOK, "appraisal", date(2025, 11, 3), "grassroots_emulation_fighter")
    assert isinstance(found, StepLimit)
    returned = Pause(date(2025, 11, 5), date(2025, 11, 12))
    assert found.due(date(2025, 11, 3)) == date(2025, 12, 1)
    assert found.due(date(2025, 11, 3), [returned]) == date(2025, 12, 8)
    assert found.due(date(2025, 11, 3), [Pause(date(2025, 11, 5))]) is None
    assert found.days_left(date(2025, 11, 3), date(2025, 12, 2)) == -1
    assert found.days_left(date(2025, 11, 3), date(2025, 12, 2), [returned]) == 4


@pytest.mark.parametrize(
    ("award", "year", "sector", "last_day", "certainty"),
    [
        ("government_emulation_flag", 2018, CALENDAR_YEAR, "2019-03-30", Certainty.CONFIRMED),  # before 31/03
        ("government_emulation_flag", 2019, EDUCATION, "2019-10-14", Certainty.CONFIRMED),  # before 15/10
        ("government_emulation_flag", 2023, CALENDAR_YEAR, "2024-06-30", Certainty.CONFIRMED),
        ("government_emulation_flag", 2024, EDUCATION, "2024-12-31", Certainty.CONFIRMED),
        ("government_emulation_flag", 2024, CALENDAR_YEAR, "2025-06-30", Certainty.CONFIRMED),
        ("government_emulation_flag", 2025, CALENDAR_YEAR, "2026-06-30", Certainty.MEMORY),
        ("national_emulation_fighter", 2019, CALENDAR_YEAR, "2020-10-31", Certainty.CONFIRMED),
        ("national_emulation_fighter", 2023, CALENDAR_YEAR, "2024-12-31", Certainty.CONFIRMED),
        ("labor_order_3", 2019, CALENDAR_YEAR, "2020-06-30", Certainty.CONFIRMED),
        ("labor_order_3", 2019, EDUCATION, "2019-10-15", Certainty.CONFIRMED),
        ("provincial_certificate_of_merit", 2026, CALENDAR_YEAR, "2026-12-09", Certainty.LOCAL),
        ("provincial_emulation_fighter", 2026, EDUCATION, "2026-07-09", Certainty.LOCAL),
    ],
)
def test_by_which_day_proposals_arrive(
    award: str, year: int, sector: str, last_day: str, certainty: Certainty
) -> None:
    found = cut_off(BOOK, award, year, sector)
    assert isinstance(found, CutOff)
    assert (found.last_day, found.source.certainty) == (date.fromisoformat(last_day), certainty)


def test_a_hero_is_proposed_in_the_first_months_of_a_congress_year() -> None:
    found = cut_off(BOOK, "hero_of_labor", 2020)
    assert isinstance(found, CutOff)
    assert (found.opens, found.last_day, found.counted_from) == (
        date(2020, 1, 5), date(2020, 2, 28), "congress_year",
    )  # fmt: skip


def test_the_day_a_text_names_is_kept_beside_the_last_day_in_time() -> None:
    found = cut_off(BOOK, "government_emulation_flag", 2018)
    assert isinstance(found, CutOff)
    assert (found.named, found.last_day) == (date(2019, 3, 31), date(2019, 3, 30))


@pytest.mark.parametrize(
    ("award", "year"),
    [
        ("labor_order_3", 2024),  # no fixed day was found after 2023
        ("national_emulation_fighter", 2026),  # the decree ends before that day
        ("provincial_certificate_of_merit", 2019),
        ("advanced_worker", 2025),
        ("golden_medal", 2025),
    ],
)
def test_a_cut_off_nobody_stated_is_unknown(award: str, year: int) -> None:
    assert isinstance(cut_off(BOOK, award, year), Unknown)


def test_a_provinces_own_cut_off_takes_the_place_of_the_model() -> None:
    own = Parameter(
        "deadlines/cut_offs/level_province",
        Wording("Hạn nộp", "Cut-off"),
        "month_day",
        (
            DatedValue(
                {"general": "02-28", "general_year": "next"},
                Validity(date(2026, 1, 1)),
                (Citation("LS01", "5"),),
                Certainty.LOCAL,
            ),
        ),
    )
    book = replace(BOOK, parameters={**BOOK.parameters, own.code: own})
    found = cut_off(book, "provincial_certificate_of_merit", 2026)
    assert isinstance(found, CutOff)
    assert (found.last_day, found.source.cites) == (date(2027, 2, 28), (Citation("LS01", "5"),))


def _public(award: str, received: date) -> PublicityRule:
    found = publicity_rule(BOOK, award, received)
    assert isinstance(found, PublicityRule)
    return found


def test_the_day_of_receipt_chooses_the_rule_on_publicity() -> None:
    before, after = (_public("labor_order_1", day) for day in (date(2025, 6, 30), date(2025, 7, 1)))
    assert (before.is_duty, before.days, before.before) == (True, 10, "council")
    assert (after.is_duty, after.days, after.before) == (True, 10, "proposal")
    assert [cite.text for cite in before.source.cites] == ["LAW2022", "ND98"]
    assert [cite.text for cite in after.source.cites] == ["LAW2022", "ND152"]


def test_before_2024_the_duty_has_no_number_of_days() -> None:
    found = _public("national_emulation_fighter", date(2019, 12, 1))
    assert (found.is_duty, found.days, found.first_free_day(date(2019, 12, 2))) == (True, None, None)


@pytest.mark.parametrize(
    ("award", "duty"),
    [
        ("gold_star_order", True),
        ("state_prize", True),
        ("peoples_teacher", True),
        ("hero_of_labor", True),
        ("national_emulation_fighter", False),
        ("government_emulation_flag", False),
        ("pm_certificate_of_merit", False),
        ("provincial_certificate_of_merit", False),
    ],
)
def test_since_2024_only_orders_prizes_and_honours_must_be_public(award: str, duty: bool) -> None:
    assert _public(award, date(2025, 8, 1)).is_duty is duty


def test_heroes_are_public_on_the_central_portal_too() -> None:
    assert _public("hero_of_labor", date(2024, 6, 1)).portal_days == 10
    assert _public("labor_order_1", date(2024, 6, 1)).portal_days is None


def test_ten_working_days_of_publicity_run_over_tet() -> None:
    assert _public("labor_order_1", date(2025, 1, 10)).first_free_day(date(2025, 1, 20)) == date(2025, 2, 10)


def test_outside_the_known_days_publicity_is_unknown() -> None:
    assert isinstance(publicity_rule(BOOK, "labor_order_1", date(2017, 1, 1)), Unknown)
    assert isinstance(publicity_rule(BOOK, "labor_order_1", date(2027, 3, 2)), Unknown)
