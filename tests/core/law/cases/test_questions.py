"""The question of a case, the Board's choices and what is expected."""

from datetime import date

import pytest

from tests.core.law.cases.reading_cases import ASKED, only_case, told
from thidua.core.law.appraisal import Verdict
from thidua.core.law.book import Check, LawBook
from thidua.core.law.cases.case import Expectation
from thidua.core.law.facts import Question


def test_every_part_of_a_question_is_read(book: LawBook) -> None:
    text = (
        ASKED
        + "  received: 2025-11-28\n  proposed: 2025-11-01\n  worker_kind: civil_servant\n  type: sudden\n"
    )

    assert only_case(text, book).question == Question(
        award="provincial_emulation_fighter",
        on=date(2025, 12, 20),
        recipient="individual",
        received=date(2025, 11, 28),
        proposed=date(2025, 11, 1),
        worker_kind="civil_servant",
        type="sudden",
    )


def test_what_a_case_cannot_do_without_is_asked_for(book: LawBook) -> None:
    assert told("- name: nothing\n", book) == [
        "cases[0].award: This entry is missing.",
        "cases[0].on: This entry is missing.",
        "cases[0].recipient: This entry is missing.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "award: provincial_emulation_fighter",
            "award: provincial_emulation_figther",
            "award: There is no award “provincial_emulation_figther”; "
            "did you mean “provincial_emulation_fighter”?",
        ),
        (
            "recipient: individual",
            "recipient: indivdual",
            "recipient: There is no kind of recipient “indivdual”; did you mean “individual”?",
        ),
        (
            "on: 2025-12-20",
            "on: 2025-02-30",
            "on: “2025-02-30” is not a date; write it as 2025-12-20.",
        ),
        (
            "on: 2025-12-20",
            "on: 1999-02-03",
            "on: 03/02/1999 lies before the first text of the law book (01/07/2004).",
        ),
        ("on: 2025-12-20", "on: [2025-12-20]", "on: “[…]” is not a date; write it as 2025-12-20."),
        (
            "name: a case",
            "nmae: a case",
            "nmae: There is no entry “nmae”; did you mean “name”?",
        ),
        (
            "name: a case",
            "type: merrit",
            "type: There is no type of commendation “merrit”; did you mean “merit”?",
        ),
        (
            "name: a case",
            "worker_kind: civil_sevant",
            "worker_kind: There is no kind of recipient “civil_sevant”; did you mean “civil_servant”?",
        ),
    ],
)
def test_each_fault_of_a_question_is_one_message_with_its_path(
    old: str, new: str, message: str, book: LawBook
) -> None:
    assert told(ASKED.replace(old, new), book) == [f"cases[0].{message}"]


def test_an_award_is_found_by_its_name_too(book: LawBook) -> None:
    name = book.awards["pm_certificate_of_merit"].name.vi

    (message,) = told(ASKED.replace("provincial_emulation_fighter", name), book)

    assert message.endswith("did you mean “pm_certificate_of_merit”?")


def test_an_entry_written_twice_names_both_lines(book: LawBook) -> None:
    assert told(ASKED + "  on: 2025-12-21\n", book) == [
        "cases[0].on: Written twice, on lines 3 and 5. Keep one."
    ]


def test_messages_are_vietnamese_too(book: LawBook) -> None:
    from thidua.core.law.cases.reading import read_cases

    read = read_cases(ASKED.replace("recipient: individual", "recipient: indivdual").encode(), book)

    assert [fault.message.vi for fault in read.all_faults] == [
        "Không có đối tượng «indivdual»; có phải «individual»?"
    ]


def test_the_choices_of_the_board_are_read_for_one_case(book: LawBook) -> None:
    text = ASKED + (
        "  settings: {mixed_initiative_topic: true, 'title_run_ends_in_proposal_year:pc-2022-1d1': false}\n"
        "  checks: [alternative/pf-2022, text/LAW2022]\n"
        "  caps_lifted: LAW2022A\n"
    )
    choices = only_case(text, book).choices

    assert dict(choices.settings) == {
        "mixed_initiative_topic": True,
        "title_run_ends_in_proposal_year:pc-2022-1d1": False,
    }
    assert dict(choices.checks) == {
        "alternative/pf-2022": Check("cases[0].checks", date(2025, 12, 20)),
        "text/LAW2022": Check("cases[0].checks", date(2025, 12, 20)),
    }
    assert choices.caps_lifted == {"LAW2022A"}


def test_choices_that_do_not_exist_are_told(book: LawBook) -> None:
    text = ASKED + (
        "  settings: {mixed_initiative_topics: true, registration_required: perhaps}\n"
        "  checks: [alternative/pf-2025, base_salary]\n"
        "  caps_lifted: [LAW2022B]\n"
    )

    assert told(text, book) == [
        "cases[0].settings.mixed_initiative_topics: There is no setting “mixed_initiative_topics”; "
        "did you mean “mixed_initiative_topic”?",
        "cases[0].settings.registration_required: “perhaps” is no choice; choose one of: true, false.",
        "cases[0].checks[0]: “alternative/pf-2025” is no provision; write alternative/ID, "
        "parameter/CODE@DATE, rule/ID, text/CODE.",
        "cases[0].checks[1]: “base_salary” is no provision; write alternative/ID, "
        "parameter/CODE@DATE, rule/ID, text/CODE.",
        "cases[0].caps_lifted[0]: There is no legal text “LAW2022B”; did you mean “LAW2022”?",
    ]


def test_a_value_is_checked_by_its_first_day(book: LawBook) -> None:
    text = (
        ASKED
        + "  checks: {parameter/base_salary@2024-07-01: {by: Hội đồng, on: 2025-01-05, note: Công báo}}\n"
    )

    assert dict(only_case(text, book).choices.checks) == {
        "parameter/base_salary@2024-07-01": Check("Hội đồng", date(2025, 1, 5), "Công báo")
    }


def test_an_expectation_is_read_and_one_word_alone_is_the_verdict(book: LawBook) -> None:
    whole = ASKED + "  expect: {verdict: not_met, alternative: pf-2022, earliest: 2027}\n"

    assert only_case(whole, book).expect == Expectation(Verdict.NOT_MET, None, "pf-2022", 2027)
    assert only_case(ASKED + "  expect: met\n", book).expect == Expectation(Verdict.MET)
    assert only_case(ASKED + "  expect: {verdict: satisfied}\n", book).expect == Expectation(Verdict.MET)


def test_an_expectation_of_an_unknown_verdict_or_alternative_is_told(book: LawBook) -> None:
    text = ASKED + "  expect: {verdict: maybe, by: pf-2021, whom: x}\n"

    assert told(text, book) == [
        "cases[0].expect.whom: There is no entry “whom”; known are: verdict, by, alternative, earliest.",
        "cases[0].expect.verdict: There is no verdict “maybe”; known are: met, needs_human, not_met.",
        "cases[0].expect.by: There is no alternative “pf-2021”; did you mean “pf-2022”?",
    ]


@pytest.mark.parametrize(
    ("recipient", "kind", "message"),
    [
        ("household", "farmer", "A recipient of the kind “household” cannot be “farmer”; "),
        ("collective", "worker", "A recipient of the kind “collective” cannot be “worker”; "),
        ("individual", "enterprise", "A recipient of the kind “individual” cannot be “enterprise”; "),
    ],
)
def test_a_special_kind_that_the_recipient_cannot_be_is_told(
    recipient: str, kind: str, message: str, book: LawBook
) -> None:
    asked = ASKED.replace("recipient: individual", f"recipient: {recipient}") + f"  worker_kind: {kind}\n"

    assert told(asked, book) == [f"cases[0].worker_kind: {message}correct recipient or worker_kind."]


@pytest.mark.parametrize(
    ("recipient", "kind"),
    [
        ("individual", "overseas_vietnamese"),
        ("collective", "foreign_collective"),
        ("collective", "enterprise"),
        ("civil_servant", "official"),
    ],
)
def test_a_special_kind_that_the_recipient_can_be_is_read(recipient: str, kind: str, book: LawBook) -> None:
    asked = ASKED.replace("recipient: individual", f"recipient: {recipient}") + f"  worker_kind: {kind}\n"

    assert only_case(asked, book).question.worker_kind == kind


def test_the_date_is_found_under_the_name_that_other_programs_give_it(book: LawBook) -> None:
    assert only_case(ASKED.replace("on:", "true:"), book) == only_case(ASKED, book)


def test_the_date_written_under_both_names_is_written_twice(book: LawBook) -> None:
    assert told(ASKED + "  true: 2025-12-21\n", book) == [
        "cases[0].true: Written twice, on lines 3 and 5. Keep one."
    ]
