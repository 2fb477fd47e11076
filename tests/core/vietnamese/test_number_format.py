"""Numbers on screens and in documents: dot and comma, halves up, number and unit never torn apart."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.vietnamese.numbers import (
    format_money,
    format_number,
    format_percent,
    format_quantity,
    pad2,
    round_half_up,
)


@pytest.mark.parametrize(
    ("value", "decimals", "vietnamese", "english"),
    [
        (12537, None, "12.537", "12,537"),
        (2279, None, "2.279", "2,279"),
        (Decimal("6.86"), None, "6,86", "6.86"),
        (Decimal("5027.0000"), None, "5.027", "5,027"),
        (Decimal("5027.5000"), None, "5.027,5", "5,027.5"),
        (Decimal("1E+3"), None, "1.000", "1,000"),
        (Decimal("100"), None, "100", "100"),
        (Decimal("-1234.5"), 2, "-1.234,50", "-1,234.50"),
        (Decimal("-0.4"), 0, "0", "0"),
        (Decimal("-0.00"), None, "0", "0"),
        (Decimal("-0.001"), 2, "0,00", "0.00"),
        (Decimal("0.5"), 0, "1", "1"),
        (Decimal("2.5"), 0, "3", "3"),
        (Decimal("-2.5"), 0, "-3", "-3"),
        (Decimal("999.995"), 2, "1.000,00", "1,000.00"),
        (10**40 + 1, 1, "10." + "000." * 12 + "001,0", "10," + "000," * 12 + "001.0"),
    ],
)
def test_numbers_are_written_in_each_language(
    value: Decimal | int, decimals: int | None, vietnamese: str, english: str
) -> None:
    assert format_number(value, decimals) == vietnamese
    assert format_number(value, decimals, "en") == english


@pytest.mark.parametrize(
    ("numerator", "denominator", "decimals", "vietnamese", "english"),
    [
        (5027, 5452, 1, "92,2%", "92.2%"),
        (5027, 3688, 1, "136,3%", "136.3%"),
        (12422, 12537, 2, "99,08%", "99.08%"),
        (3, 4, 1, "75,0%", "75.0%"),
    ],
)
def test_the_rates_of_the_2019_report_are_written_as_printed(
    numerator: int, denominator: int, decimals: int, vietnamese: str, english: str
) -> None:
    rate = Decimal(100 * numerator) / denominator
    assert format_percent(rate, decimals) == vietnamese
    assert format_percent(rate, decimals, "en") == english


@pytest.mark.parametrize(
    ("amount", "vietnamese", "english"),
    [
        (5_027 * 10**9, "5.027\u00a0tỷ đồng", "VND\u00a05,027\u00a0billion"),
        (850 * 10**6, "850\u00a0triệu đồng", "VND\u00a0850\u00a0million"),
        (20_400_000_000, "20,4\u00a0tỷ đồng", "VND\u00a020.4\u00a0billion"),
        (1_234_567_890, "1,23\u00a0tỷ đồng", "VND\u00a01.23\u00a0billion"),
        (999_500_000, "999,5\u00a0triệu đồng", "VND\u00a0999.5\u00a0million"),
        (999_999_999, "1\u00a0tỷ đồng", "VND\u00a01\u00a0billion"),
        (-850 * 10**6, "-850\u00a0triệu đồng", "VND\u00a0-850\u00a0million"),
        (95_000, "95.000\u00a0đồng", "VND\u00a095,000"),
        (Decimal("999999.5"), "1.000.000\u00a0đồng", "VND\u00a01,000,000"),
        (0, "0\u00a0đồng", "VND\u00a00"),
    ],
)
def test_money_is_written_in_the_unit_that_people_say(
    amount: Decimal | int, vietnamese: str, english: str
) -> None:
    assert format_money(amount) == vietnamese
    assert format_money(amount, language="en") == english


def test_money_is_written_to_the_last_dong_where_asked() -> None:
    assert format_money(5_027_000_000, exact=True) == "5.027.000.000\u00a0đồng"
    assert format_money(5_027_000_000, exact=True, language="en") == "VND\u00a05,027,000,000"


def test_money_takes_the_decimals_that_are_asked_for() -> None:
    assert format_money(20_000_000_000, decimals=1) == "20,0\u00a0tỷ đồng"
    assert format_money(20_449_999_999, decimals=0) == "20\u00a0tỷ đồng"


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "language", "written"),
    [
        (12537, "hồ sơ", None, "vi", "12.537\u00a0hồ sơ"),
        (12537, "dossiers", None, "en", "12,537\u00a0dossiers"),
        (Decimal("92.2"), "%", 1, "vi", "92,2%"),
        (7, "", None, "vi", "7"),
        (Decimal("1250.5"), "m²", 1, "vi", "1.250,5\u00a0m²"),
    ],
)
def test_a_number_and_its_unit_stay_on_one_line(
    value: Decimal | int, unit: str, decimals: int | None, language: str, written: str
) -> None:
    assert format_quantity(value, unit, decimals, language) == written  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("count", "vietnamese", "english"),
    [(2, "02", "2"), (9, "09", "9"), (10, "10", "10"), (27, "27", "27"), (12537, "12.537", "12,537")],
)
def test_counts_under_ten_have_two_digits_in_vietnamese_documents(
    count: int, vietnamese: str, english: str
) -> None:
    assert pad2(count) == vietnamese
    assert pad2(count, "en") == english


def test_what_is_not_an_exact_number_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        format_number(92.2)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="finite"):
        format_number(Decimal("NaN"))
    with pytest.raises(ValueError, match="negative"):
        pad2(-1)


@given(st.integers(-(10**30), 10**30), st.integers(0, 4))
def test_rounding_moves_a_value_by_at_most_half_a_step(thousandths: int, decimals: int) -> None:
    value = Decimal(thousandths).scaleb(-3)
    rounded = round_half_up(value, decimals)
    assert abs(rounded - value) * 2 <= Decimal(1).scaleb(-decimals)
    assert rounded.as_tuple().exponent == -decimals
