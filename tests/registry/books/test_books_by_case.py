"""Real layouts of lists and registers, read whole."""

from typing import Any

import pytest

from tests.registry.books.book_cases import cases, read_case, told

CASES = dict(cases())


@pytest.mark.parametrize("title", CASES)
def test_a_book_is_read_line_by_line_as_its_case_says(title: str) -> None:
    case: dict[str, Any] = CASES[title]
    reading = read_case(case)
    assert [told(line) for line in reading.lines] == case["lines"]
    assert len(reading.remarks) == case.get("remarks", 0)
