from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.indicators import growth, rate, ratio_to_base, share_of_plan
from thidua.core.vietnamese.numbers import format_percent

positive = st.integers(1, 10**15)


@pytest.mark.parametrize(
    ("computed", "decimals", "printed"),
    [
        (share_of_plan(5027, 5452), 1, "92,2%"),
        (ratio_to_base(5027, 3688), 1, "136,3%"),
        (growth(5027, 3688), 1, "36,3%"),
        (growth(Decimal("94.61"), 100), 2, "-5,39%"),
        (rate(12422, 12537), 2, "99,08%"),
    ],
)
def test_the_percentages_of_the_2019_report_come_out_as_printed(computed, decimals, printed):
    assert computed is not None
    assert format_percent(computed, decimals) == printed


@pytest.mark.parametrize("function", [share_of_plan, ratio_to_base, growth, rate])
@pytest.mark.parametrize(("value", "whole"), [(5, None), (5, 0), (None, 5), (5, -5), (0, 0)])
def test_without_a_whole_to_divide_by_there_is_no_percentage(function, value, whole):
    assert function(value, whole) is None


def test_zero_of_something_is_zero_and_not_missing():
    assert share_of_plan(0, 10) == 0


def test_the_answer_does_not_depend_on_the_callers_decimal_precision():
    usual = share_of_plan(Decimal("5027.125"), 5452)
    with localcontext() as context:
        context.prec = 3
        assert share_of_plan(Decimal("5027.125"), 5452) == usual


@given(positive, positive)
def test_growth_is_the_ratio_less_a_hundred(value, base):
    ratio, change = ratio_to_base(value, base), growth(value, base)
    assert ratio is not None
    assert change is not None
    # Both are rounded to 34 digits; compared as fractions, nothing else is lost.
    exact = Fraction(100 * value, base)
    assert abs(Fraction(ratio) - exact) <= exact / 10**30
    assert abs(Fraction(change) + 100 - exact) <= max(exact, 100) / 10**30
