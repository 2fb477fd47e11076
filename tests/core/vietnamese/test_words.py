"""Numbers in words, as a decision repeats its figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.vietnamese.words import LIMIT, number_in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (53, "năm mươi ba"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (188, "một trăm tám mươi tám"),
        (1_000, "một nghìn"),
        (1_001, "một nghìn không trăm linh một"),
        (2_019, "hai nghìn không trăm mười chín"),
        (5_027, "năm nghìn không trăm hai mươi bảy"),
        (12_537, "mười hai nghìn năm trăm ba mươi bảy"),
        (1_000_000, "một triệu"),
        (1_000_005, "một triệu không trăm linh năm"),
        (3_060_000, "ba triệu không trăm sáu mươi nghìn"),
        (1_000_000_027, "một tỷ không trăm hai mươi bảy"),
        (20_400_000_000, "hai mươi tỷ bốn trăm triệu"),
        (5_027_000_000_000, "năm nghìn không trăm hai mươi bảy tỷ"),
        (1_000_027_000_000_000, "một triệu không trăm hai mươi bảy tỷ"),
        (-15, "âm mười lăm"),
    ],
)
def test_numbers_are_read_as_schools_teach(number: int, words: str) -> None:
    assert number_in_words(number) == words


def test_the_word_for_an_empty_ten_can_be_le() -> None:
    assert number_in_words(1_205, "lẻ") == "một nghìn hai trăm lẻ năm"
    assert number_in_words(2_000_007, "lẻ") == "hai triệu không trăm lẻ bảy"


@pytest.mark.parametrize("number", [LIMIT, -LIMIT])
def test_a_number_beyond_the_names_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="too large"):
        number_in_words(number)


VALUES = dict(
    zip(["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"], range(10), strict=True)
)
VALUES |= {"mốt": 1, "tư": 4, "lăm": 5, "mười": 10}
SCALES = {"tỷ": 10**9, "triệu": 10**6, "nghìn": 1000}


def read(words: list[str]) -> int:
    """Read words back the plain way: the largest scale splits the sentence."""
    for name, size in SCALES.items():
        if name in words:
            place = words.index(name)
            return read(words[:place]) * size + read(words[place + 1 :])
    total = 0
    for word in words:
        if word == "trăm":
            total *= 100
        elif word == "mươi":
            total += total % 10 * 9
        elif word != "linh":
            total += VALUES[word]
    return total


@given(st.integers(0, LIMIT - 1))
def test_the_words_mean_the_number(number: int) -> None:
    assert read(number_in_words(number).split()) == number


@given(st.integers(0, 10**6))
def test_small_numbers_mean_themselves_too(number: int) -> None:
    assert read(number_in_words(number).split()) == number
