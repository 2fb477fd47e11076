"""Folding: what a person types without marks finds what was written with them."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.vietnamese.fold import fold


@pytest.mark.parametrize(
    "written",
    [
        "luong thi binh",
        "Lương Thị Bình",
        "LƯƠNG THỊ BÌNH",
        "Lương\u00a0Thị Bình",
        "  Lương   Thị\tBình ",
        "Lương\u200b Thị Bình\ufeff",
        unicodedata.normalize("NFD", "Lương Thị Bình"),
    ],
)
def test_all_ways_to_write_one_name_fold_alike(written: str) -> None:
    assert fold(written) == "luong thi binh"


def test_every_vietnamese_letter_folds_to_ascii() -> None:
    assert fold("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz") == "aaabcddeefghijklmnooopqrstuuvwxyz"
    assert fold("ằẳẵắặ ồổỗốộ ừửữứự ỳỷỹýỵ") == "aaaaa ooooo uuuuu yyyyy"


@pytest.mark.parametrize("look_alike", ["Đình Lập", "Ðình Lập", "Ɖình Lập"])
def test_the_crossed_d_folds_to_d_whatever_letter_an_old_file_used(look_alike: str) -> None:
    assert fold(look_alike) == "dinh lap"


def test_both_tone_placements_fold_alike() -> None:
    assert unicodedata.normalize("NFC", "hòa") != unicodedata.normalize("NFC", "hoà")
    assert fold("hòa") == fold("hoà") == "hoa"


def test_folding_twice_changes_nothing_for_any_character() -> None:
    scalars = (chr(point) for point in range(sys.maxunicode + 1) if not 0xD800 <= point < 0xE000)
    assert [hex(ord(c)) for c in scalars if fold(fold(f"a{c}b")) != fold(f"a{c}b")] == []


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed) == fold(decomposed)
