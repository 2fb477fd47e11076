"""The forms of a file, and files that are none."""

import pytest

from tests.core.law.cases.reading_cases import ASKED, only_case, told
from thidua.core.law.book import LawBook
from thidua.core.law.cases.reading import read_cases


def test_a_list_of_cases_the_same_below_cases_and_one_case_alone_are_read_alike(book: LawBook) -> None:
    alone = ASKED.replace("- name", "  name")
    below = "cases:\n" + ASKED

    assert only_case(ASKED, book) == only_case(below, book) == only_case(alone, book)


def test_on_is_a_date_and_not_the_yes_of_old_yaml(book: LawBook) -> None:
    assert only_case(ASKED, book).question.on.isoformat() == "2025-12-20"


def test_a_date_may_be_quoted_have_a_time_or_be_written_as_in_vietnam(book: LawBook) -> None:
    forms = ['"2025-12-20"', "2025-12-20T09:30:00", "20/12/2025"]

    read = [only_case(ASKED.replace("2025-12-20", form), book).question for form in forms]

    assert read == [only_case(ASKED, book).question] * 3


def test_a_case_without_a_name_is_called_by_its_place(book: LawBook) -> None:
    assert only_case(ASKED.replace("name: a case\n  ", ""), book).name == "cases[0]"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "- name: a\n  facts: {grades: [1, 2\n",
            ": This is no YAML at line 3, column 1: while parsing a flow sequence: "
            "did not find expected ',' or ']'.",
        ),
        ("hello", ": Line 1, column 1: the file must be a list of cases, each beginning with “- name: …”."),
        ("", ": Line 1, column 1: the file must be a list of cases, each beginning with “- name: …”."),
        (
            "# note\n\ntitle: x",
            ": Line 3, column 1: the file must be a list of cases, each beginning with “- name: …”.",
        ),
        (
            "a: \x01",
            ": This is no YAML at line 1, column 4: control characters are not allowed (U+0001).",
        ),
        (
            "[" * 5000,
            ": The file is nested too deeply at line 1, column 41; no case needs more than 40 levels.",
        ),
    ],
)
def test_a_file_that_is_no_list_of_cases_gets_one_message_with_line_and_column(
    text: str, message: str, book: LawBook
) -> None:
    assert told(text, book) == [message]


def test_a_file_in_another_encoding_is_refused_with_the_place(book: LawBook) -> None:
    read = read_cases("- name: ok\n- name: Bằng".encode("cp1258", errors="replace"), book)
    latin = read_cases("- name: ok\n- name: d\u00e9".encode("latin-1"), book)

    assert [fault.message.en for fault in latin.all_faults] == [
        "The file is not UTF-8 text (line 2, column 10). Save it again as UTF-8."
    ]
    assert len(read.all_faults) >= 1


def test_a_byte_order_mark_does_no_harm(book: LawBook) -> None:
    assert len(read_cases(b"\xef\xbb\xbf" + ASKED.encode(), book).cases) == 1


def test_the_faults_of_one_case_leave_the_others_to_be_judged(book: LawBook) -> None:
    good = ASKED.replace("a case", "good")
    bad = ASKED.replace("provincial_emulation_fighter", "provincial_emulation_figther")

    read = read_cases((bad + good + bad).encode(), book)

    assert [entry.case is not None for entry in read.entries] == [False, True, False]
    assert [fault.path for fault in read.all_faults] == ["cases[0].award", "cases[2].award"]


def test_an_entry_that_is_no_case_is_told_with_its_place(book: LawBook) -> None:
    assert told(ASKED + "- hello\n- \n", book)[:2] == [
        "cases[1]: “hello” must be written as “name: value” pairs.",
        "cases[2]: “” must be written as “name: value” pairs.",
    ]


def test_an_alias_to_itself_ends_with_a_message(book: LawBook) -> None:
    assert told("&a\ncases: *a\n", book) == [
        ": The file is nested too deeply at line 2, column 1; no case needs more than 40 levels."
    ]


def test_parts_may_be_shared_by_anchors(book: LawBook) -> None:
    shared = (
        ASKED + "  facts: &f {grades: {2024: completed}}\n" + ASKED + "  facts: {<<: *f, founded: 1999}\n"
    )

    first, second = read_cases(shared.encode(), book).cases

    assert first.facts.grades == second.facts.grades == {2024: "completed"}
    assert second.facts.founded == 1999
