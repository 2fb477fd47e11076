"""Hygiene: text that looks the same is the same after it was read."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.vietnamese.hygiene import (
    clean_line,
    clean_text,
    same_text,
    strip_invisible,
    unify_tone_placement,
)


@pytest.mark.parametrize(
    ("pasted", "clean"),
    [
        ("  Sở   Nội\u00a0vụ ", "Sở Nội vụ"),
        ("Sở\r\nNội vụ", "Sở Nội vụ"),
        ("S\u200bở Nội\u2060 vụ\ufeff", "Sở Nội vụ"),
        ("Nội\u00advụ", "Nộivụ"),
        ("Sở\u0000 Nội\u0007 vụ", "Sở Nội vụ"),
        (unicodedata.normalize("NFD", "Sở Nội vụ"), "Sở Nội vụ"),
        ("12.537\u202fhồ sơ", "12.537 hồ sơ"),
        ("“Dân vận khéo” – 2019", "“Dân vận khéo” – 2019"),
        ("\u00a0\u200b ", ""),
    ],
)
def test_a_line_keeps_only_what_can_be_seen(pasted: str, clean: str) -> None:
    assert clean_line(pasted) == clean


def test_a_mark_behind_a_zero_width_space_joins_its_letter() -> None:
    assert clean_line("e\u200b\u0301") == "é"


def test_a_text_keeps_its_line_breaks() -> None:
    pasted = "\n Dòng  một \r\n\r\nDòng\u00a0hai\u2028Dòng ba\n\n"
    assert clean_text(pasted) == "Dòng một\n\nDòng hai\nDòng ba"


@pytest.mark.parametrize(
    ("new_style", "old_style"),
    [
        ("hoà", "hòa"),
        ("khoẻ", "khỏe"),
        ("thuỷ", "thủy"),
        ("loà", "lòa"),
        ("thoả", "thỏa"),
        ("xoã", "xõa"),
        ("xoá", "xóa"),
        ("hoạ", "họa"),
        ("luỹ", "lũy"),
        ("uỷ", "ủy"),
        ("Uỷ ban", "Ủy ban"),
        ("UỶ BAN", "ỦY BAN"),
        ("HOÀ BÌNH", "HÒA BÌNH"),
        ("Thượng uý Hoà, «khoẻ»", "Thượng úy Hòa, «khỏe»"),
    ],
)
def test_open_syllables_take_the_older_tone_placement(new_style: str, old_style: str) -> None:
    assert unify_tone_placement(new_style) == old_style
    assert unify_tone_placement(unicodedata.normalize("NFD", new_style)) == old_style


@pytest.mark.parametrize(
    "alike",
    [
        "Hoàng",
        "hoài",
        "toàn",
        "quý",
        "Quỳ",
        "quỹ",
        "xoèn",
        "huỳnh",
        "khuỷu",
        "xoáy",
        "thuở",
        "hoặc",
        "hòa",
        "hoa",
    ],
)
def test_syllables_written_alike_in_both_styles_stay(alike: str) -> None:
    assert unify_tone_placement(alike) == alike


def test_texts_that_read_alike_are_the_same() -> None:
    assert same_text("Uỷ ban  nhân dân", "Ủy\u00a0ban nhân dân\u200b")
    assert same_text(unicodedata.normalize("NFD", "Hoà Bình"), "Hòa Bình")


@pytest.mark.parametrize("other", ["Hoa Bình", "Hóa Bình", "hòa bình", "Hòa Bình 2"])
def test_texts_that_read_differently_are_not_the_same(other: str) -> None:
    assert not same_text("Hòa Bình", other)


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_text(clean_text(text)) == clean_text(text)


@given(st.text())
def test_cleaned_text_is_composed_and_has_nothing_invisible(text: str) -> None:
    cleaned = clean_text(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert strip_invisible(cleaned) == cleaned
    assert "  " not in cleaned


@given(st.text(alphabet="hkqgtu oaeyàảòỏùủýỳQUOAH."))
def test_unifying_twice_changes_nothing(text: str) -> None:
    assert unify_tone_placement(unify_tone_placement(text)) == unify_tone_placement(text)
