"""Numbers as officials type them: the Vietnamese form is read, anything that could mean two things is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.vietnamese.numbers import (
    NumberFault,
    NumberRefused,
    format_number,
    format_percent,
    looks_a_thousand_times_smaller,
    parse_number,
)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("5027", "5027"),
        ("5.027", "5027"),
        ("5027,0", "5027"),
        ("5.027\u00a0", "5027"),
        ("  5.027 ", "5027"),
        ("\u200b5.027", "5027"),
        ("5.027.000.000.000", "5027000000000"),
        ("1.234.567,89", "1234567.89"),
        ("92,2%", "92.2"),
        ("92,2 %", "92.2"),
        ("99,08\u00a0%", "99.08"),
        ("-6,86", "-6.86"),
        ("\u22126,86", "-6.86"),
        ("- 6,86", "-6.86"),
        ("+6,86%", "6.86"),
        ("02", "2"),
        ("0", "0"),
        ("-0,0", "0"),
        ("0,125", "0.125"),
        ("5,027", "5.027"),
        ("1.500", "1500"),
    ],
)
def test_the_vietnamese_form_is_read(typed: str, value: str) -> None:
    assert parse_number(typed) == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "code", "suggestion"),
    [
        ("1.5", NumberFault.DECIMAL_POINT, "1,5"),
        ("92.2%", NumberFault.DECIMAL_POINT, "92,2%"),
        ("-6.86", NumberFault.DECIMAL_POINT, "-6,86"),
        ("0.125", NumberFault.DECIMAL_POINT, "0,125"),
        ("5027.0", NumberFault.DECIMAL_POINT, "5027,0"),
        ("1,234,567", NumberFault.COMMA_GROUPS, "1.234.567"),
        ("1,234.5", NumberFault.COMMA_GROUPS, "1.234,5"),
        ("12 537", NumberFault.SPACE_GROUPS, "12.537"),
        ("12\u00a0537,5", NumberFault.SPACE_GROUPS, "12.537,5"),
        ("1.23.456", NumberFault.MISPLACED_SEPARATORS, None),
        ("12,34,5", NumberFault.MISPLACED_SEPARATORS, None),
        ("5027,", NumberFault.MISPLACED_SEPARATORS, None),
        ("5.027 tỷ đồng", NumberFault.WORDS, "5.027"),
        ("trên 20 tỷ", NumberFault.WORDS, "20"),
        ("1e5", NumberFault.WORDS, None),
        ("từ 5 đến 7", NumberFault.WORDS, None),
        ("năm nghìn", NumberFault.WORDS, None),
        ("", NumberFault.EMPTY, None),
        (" \u00a0\u200b", NumberFault.EMPTY, None),
        ("-", NumberFault.NOT_A_NUMBER, None),
        (",5", NumberFault.NOT_A_NUMBER, None),
        ("5/7", NumberFault.NOT_A_NUMBER, None),
        ("5\u0664", NumberFault.NOT_A_NUMBER, None),
        ("9" * 41, NumberFault.TOO_LONG, None),
    ],
)
def test_what_is_not_clear_is_refused_with_what_to_write(
    typed: str, code: NumberFault, suggestion: str | None
) -> None:
    with pytest.raises(NumberRefused) as refused:
        parse_number(typed)
    assert (refused.value.code, refused.value.suggestion) == (code, suggestion)


def test_a_refusal_repeats_the_cleaned_text() -> None:
    with pytest.raises(NumberRefused) as refused:
        parse_number("  1.5\u00a0")
    assert refused.value.text == "1.5"


def test_a_percent_sign_is_refused_where_a_count_is_asked_for() -> None:
    assert parse_number("92,2", percent=False) == Decimal("92.2")
    with pytest.raises(NumberRefused) as refused:
        parse_number("92,2%", percent=False)
    assert (refused.value.code, refused.value.suggestion) == (NumberFault.PERCENT_SIGN, "92,2")


@pytest.mark.parametrize(
    ("raw", "plan", "meant"),
    [
        ("5,027", "5452", 5027),
        (" 5,027\u00a0", "5452", 5027),
        ("-5,027", "5452", -5027),
        ("12,537", "13000", 12537),
        ("5,027", "502.7", None),  # exactly 100 times: not more
        ("5,027", "5.2", None),
        ("5,027", None, None),
        ("5,03", "5452", None),
        ("5,0270", "5452", None),
        ("0,125", "5452", None),
        ("5.027", "5452000", None),
        ("5027", "5452000", None),
    ],
)
def test_a_comma_for_the_thousands_is_noticed_beside_a_far_larger_plan(
    raw: str, plan: str | None, meant: int | None
) -> None:
    value = parse_number(raw)
    found = looks_a_thousand_times_smaller(value, raw, None if plan is None else Decimal(plan))
    assert found == meant


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6))
def test_what_is_printed_is_read_back(value: Decimal) -> None:
    assert parse_number(format_number(value)) == value
    assert parse_number(format_percent(value, 6)) == value


def suggestion_for(typed: str) -> str | None:
    try:
        parse_number(typed)
    except NumberRefused as refused:
        return refused.suggestion
    return None


@given(st.text(alphabet="0123456789.,- %tỷ\u00a0", max_size=45))
def test_a_suggestion_is_always_readable(typed: str) -> None:
    suggestion = suggestion_for(typed)
    assert suggestion is None or parse_number(suggestion).is_finite()
