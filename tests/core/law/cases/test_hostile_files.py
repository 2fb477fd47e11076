"""Files written to hurt: each is answered at once, with a sentence."""

import time

import pytest

from tests.core.law.cases.reading_cases import told
from thidua.core.law.book import LawBook

CASE = "{name: a, award: provincial_emulation_fighter, on: 2025-12-20, recipient: individual"
TOO_MUCH = [": The aliases (“*”) of the file unfold to far too many values; write the cases out."]


def aliases_to_aliases(rows: int = 15) -> str:
    first = "- &a0 [x, x, x, x, x, x, x, x, x]\n"
    return first + "".join(f"- &a{row + 1} [{', '.join([f'*a{row}'] * 9)}]\n" for row in range(rows))


def wide_merges() -> str:
    first = f"- &a0 {CASE}}}\n"
    return first + "".join(
        f"- &a{row + 1}\n  <<: [{', '.join([f'*a{row}'] * 40)}]\n  name: b\n" for row in range(3)
    )


def one_long_list_shared_by_many() -> str:
    items = ", ".join(["{year: 2024, scope: grassroots}"] * 2000)
    first = f"- {CASE}, facts: {{initiatives: &long [{items}]}}}}\n"
    return first + f"- {CASE}, facts: {{initiatives: *long}}}}\n" * 2000


@pytest.mark.parametrize("text", [aliases_to_aliases(), one_long_list_shared_by_many()])
def test_aliases_that_unfold_without_end_are_refused(text: str, book: LawBook) -> None:
    started = time.monotonic()

    assert told(text, book) == TOO_MUCH
    assert time.monotonic() - started < 5


def test_merges_of_the_same_case_bring_it_in_once(book: LawBook) -> None:
    assert told(wide_merges(), book) == []


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 50_000 + "x\n",
        "- &a {name: x, facts: {awards: &b [*b, *b]}}\n",
    ],
    ids=["lists", "mappings", "rows", "itself"],
)
def test_what_is_nested_without_end_is_refused(text: str, book: LawBook) -> None:
    (message,) = told(text, book)

    assert message.startswith(": The file is nested too deeply at line 1, column")
    assert message.endswith("no case needs more than 40 levels.")


def test_an_award_of_a_million_letters_is_unknown_at_once(book: LawBook) -> None:
    started = time.monotonic()

    (message,) = told(
        f"- {{name: a, award: {'y' * 1_000_000}, on: 2025-12-20, recipient: individual}}\n", book
    )

    assert message == f"cases[0].award: There is no award “{'y' * 59}…”."
    assert time.monotonic() - started < 5


def test_a_collective_cannot_have_more_members_than_the_world(book: LawBook) -> None:
    text = (
        "- {name: a, award: excellent_labor_collective, on: 2025-12-20, recipient: collective,"
        " facts: {members: {count: 99999999999999}}}\n"
    )

    assert told(text, book) == [
        "cases[0].facts.members.count: 99999999999999 is too large; the most is 1000000000."
    ]
