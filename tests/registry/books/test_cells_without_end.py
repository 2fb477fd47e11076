"""A cell as long as Excel allows costs no more than a moment, whatever it repeats."""

from __future__ import annotations

import time

import pytest

from thidua.registry.books.awards import read_award
from thidua.registry.books.contents import _DECISION

LONGEST = 32_767


@pytest.mark.parametrize("repeated", ["1", "a", " ", "a ", "1/", "QĐ", "- "])
def test_looking_for_a_decision_in_a_cell_without_end_is_quick(repeated: str) -> None:
    text = (repeated * LONGEST)[:LONGEST]
    begun = time.process_time()
    assert _DECISION.search(text) is None
    assert time.process_time() - begun < 4


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("163/QĐ-UBND", True),
        ("Số 163 / 2019 / QĐ-UBND ngày 12/5/2019", True),
        ("QĐ 163 ngày 12/5/2019", True),
        ("Quyết định số 163", True),
        ("Bằng khen theo Quyết định số 163", False),
        ("12/05/2019", False),
    ],
)
def test_a_cell_looks_like_a_decision(text: str, found: bool) -> None:
    assert bool(_DECISION.search(text)) is found


def test_a_text_without_end_is_no_misspelt_award() -> None:
    begun = time.process_time()
    assert read_award("băng khem " * 3_000).code == ""
    assert time.process_time() - begun < 4
    assert read_award("Bằng khem của Chủ tịch UBND tỉnh").code == "provincial_certificate_of_merit"
