"""One message for every fault of the facts, with its path."""

import pytest

from tests.core.law.cases.reading_cases import told_of_facts
from thidua.core.law.book import LawBook

FAULTS = {
    # codes and keys
    "{grades: {2024: excelent}}": "grades.2024: There is no grade “excelent”; did you mean “excellently_completed”?",
    "{grade: {2024: completed}}": "grade: There is no entry “grade”; did you mean “grades”?",
    "{awards: [{award: advanced_worker, yaer: 2024, year: 2024}]}": (
        "awards[0].yaer: There is no entry “yaer”; did you mean “year”?"
    ),
    "{awards: [{award: advanced_wroker, year: 2024}]}": (
        "awards[0].award: There is no award “advanced_wroker”; did you mean “advanced_worker”?"
    ),
    "{awards: [{award: advanced_worker}]}": "awards[0].year: This entry is missing.",
    "{awards: [advanced_worker]}": "awards[0]: “advanced_worker” must be written as “name: value” pairs.",
    "{awards: [{award: advanced_worker, year: 2024, status: canceled}]}": (
        "awards[0].status: There is no status “canceled”; did you mean “cancelled”?"
    ),
    "{initiatives: [{year: 2025, scope: province}]}": (
        "initiatives[0].scope: There is no scope “province”; did you mean “province_or_ministry”?"
    ),
    "{discipline: [{level: waring, from: 2024-01-01}]}": (
        "discipline[0].level: There is no level of discipline “waring”; did you mean “warning”?"
    ),
    "{confirmations: [provincial_chiar]}": (
        "confirmations[0]: There is no authority “provincial_chiar”; did you mean “provincial_chair”?"
    ),
    "{sudden: {influence: nationwid}}": (
        "sudden.influence: There is no range of influence “nationwid”; did you mean “nationwide”?"
    ),
    "{sudden: {level: nationwide}}": (
        "sudden.level: There is no entry “level”; known are: influence, degree, year, commended, name."
    ),
    "{judged: {pf-2025: true}}": "judged.pf-2025: There is no alternative “pf-2025”; did you mean “pf-2022”?",
    "{judged: {hl: {0: true}}}": "judged.hl.0: “0” is not the number of a line (1, 2, 3 …).",
    "{judged: {hl: {99: true}}}": (
        "judged.hl.99: There is no line 99: this alternative has 5 lines that a person answers."
    ),
    "{judged: {hl: [true]}}": "judged.hl: “[…]” is no answer; write true, false, or line by line as 1: true, 2: false.",
    # types
    "[1, 2]": "cases[0].facts: “[…]” must be written as “name: value” pairs.",
    "{suspended: maybe}": "suspended: “maybe” is neither true nor false.",
    "{grades: [completed]}": "grades: “[…]” must be written as “name: value” pairs.",
    "{grades: {2024: [completed]}}": "grades.2024: There is no grade “[…]”; "
    "known are: failed, completed, well_completed, excellently_completed.",
    "{members: {count: many}}": "members.count: “many” is not a whole number.",
    "{members: {count: 19.5}}": "members.count: “19.5” is not a whole number.",
    "{months_worked: -3}": "months_worked: -3 is negative; the least is 0.",
    # days and years
    "{dissolved_on: 31/02/2025}": "dissolved_on: “31/02/2025” is not a date; write it as 2025-12-20.",
    "{grades: {24: completed}}": (
        "grades.24: “24” is neither a year (1945 to 2100) nor a school year such as 2023-2024."
    ),
    "{grades: {2023-2025: completed}}": (
        "grades.2023-2025: “2023-2025” is neither a year (1945 to 2100) nor a school year such as 2023-2024."
    ),
    "{initiatives: [{year: 20255, scope: grassroots}]}": (
        "initiatives[0].year: “20255” is neither a year (1945 to 2100) nor a school year such as 2023-2024."
    ),
    "{founded: soon}": "founded: “soon” is not a year of founding (1000 to 2100).",
    "{grades: {2024: completed, 2024: failed}}": "grades.2024: Written twice, on lines 5 and 5. Keep one.",
    "{grades: {2024: completed, 2023-2024: failed}}": (
        "grades.2023-2024: “2023-2024” and “2024” are the same year 2024: "
        "count calendar years or school years, not both."
    ),
    "{grades: {2023-2024: completed, 2023–2024: failed}}": (
        "grades.2023–2024: The year 2024 is given twice: “2023-2024” and “2023–2024”. Keep one."
    ),
    "{awards: [{award: advanced_worker, year: 2024}, {award: advanced_worker, year: 2024, type: merit}]}": (
        "awards[1]: “advanced_worker” of 2024, type merit, already stands at cases[0].facts.awards[0]. Keep one."
    ),
    "{discipline: [{level: warning, from: 2024-06-01, to: 2024-01-01}]}": (
        "discipline[0].to: The end 01/01/2024 lies before the beginning 01/06/2024."
    ),
    "{discipline: [{level: warning, from: 2024-01-01, to: 2024-12-31}, {level: reprimand, from: 2024-12-31}]}": (
        "discipline[1]: This overlaps the discipline at cases[0].facts.discipline[0]."
    ),
    "{discipline: [{level: warning, from: 2024-01-01}, {level: reprimand, from: 2020-01-01}]}": (
        "discipline[1]: This overlaps the discipline at cases[0].facts.discipline[0]."
    ),
    # members
    "{members: {count: 20, shares: {advanced_worker: -1}}}": (
        "members.shares.advanced_worker: -1 is negative; the least is 0."
    ),
    "{members: {count: 20, shares: {advanced_worker: 75%}}}": (
        "members.shares.advanced_worker: “75%”: write a head count, no percentage."
    ),
    "{members: {count: 20, shares: {advanced_worker: 21}}}": (
        "members.shares.advanced_worker: 21 people are more than 100 %: the collective has 20."
    ),
    "{members: {count: 20, grades: {completed: 12, failed: 9}}}": (
        "members.grades: 21 people are more than 100 %: the collective has 20."
    ),
    "{members: {count: 0}}": "members.count: 0 is too small; the least is 1.",
    "{members: {shares: {advanced_worker: 1}}}": "members.count: This entry is missing.",
}


@pytest.mark.parametrize(("facts", "message"), FAULTS.items())
def test_each_fault_of_the_facts_is_one_message_with_its_path(
    facts: str, message: str, book: LawBook
) -> None:
    assert told_of_facts(facts, book) == [message]


def test_all_faults_of_a_case_are_told_at_once(book: LawBook) -> None:
    facts = "{grades: {2024: good, 24: completed}, members: {count: -2}, suspended: 3}"

    assert [line.partition(":")[0] for line in told_of_facts(facts, book)] == [
        "grades.2024",
        "grades.24",
        "suspended",
        "members.count",
    ]
