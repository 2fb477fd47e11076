from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.indicators import integer_solutions, plan_interval, rate, share_of_plan
from thidua.core.vietnamese.numbers import round_half_up


def test_12537_files_at_99_08_percent_were_exactly_12422():
    assert tuple(integer_solutions(Decimal("99.08"), 2, 12537)) == (12422,)


@pytest.mark.parametrize(
    ("printed", "decimals", "denominator"),
    [
        (Decimal("33.34"), 2, 3),
        (Decimal("99.085"), 2, 12537),
        (Decimal(-1), 0, 100),
        (Decimal(50), 0, 0),
        (Decimal(50), 0, -4),
    ],
)
def test_a_rate_that_no_whole_number_gives_has_no_solution(printed, decimals, denominator):
    assert tuple(integer_solutions(printed, decimals, denominator)) == ()


def test_a_half_is_rounded_up_as_reports_round():
    # 1/8 = 12,5% is printed as 13%, never as 12%.
    assert tuple(integer_solutions(13, 0, 8)) == (1,)
    assert tuple(integer_solutions(12, 0, 8)) == ()


def test_zero_percent_is_given_by_zero_and_by_little_enough():
    assert tuple(integer_solutions(0, 0, 300)) == (0, 1)


@given(st.integers(1, 10**6), st.integers(0, 4), st.data())
def test_every_solution_rounds_to_the_rate_and_its_neighbours_do_not(denominator, decimals, data):
    numerator = data.draw(st.integers(0, denominator))
    exact = rate(numerator, denominator)
    assert exact is not None
    printed = round_half_up(exact, decimals)
    solutions = integer_solutions(printed, decimals, denominator)
    assert numerator in solutions
    for candidate in (solutions.start - 1, solutions.start, solutions.stop - 1, solutions.stop):
        again = rate(candidate, denominator)
        assert again is not None
        fits = candidate >= 0 and round_half_up(again, decimals) == printed
        assert fits == (candidate in solutions)


def test_the_plans_behind_5027_at_92_2_percent_are_those_of_the_facts_file():
    interval = plan_interval(5027, Decimal("92.2"), 1)
    assert interval is not None
    assert interval.high is not None
    assert (round(interval.low, 2), round(interval.high, 2)) == (Decimal("5449.32"), Decimal("5455.24"))
    assert interval.whole_numbers() == range(5450, 5456)


def test_the_bases_behind_5027_at_136_3_percent_are_those_of_the_facts_file():
    interval = plan_interval(5027, Decimal("136.3"), 1)
    assert interval is not None
    assert interval.whole_numbers() == range(3687, 3690)


def test_a_share_printed_as_zero_has_no_largest_plan():
    interval = plan_interval(1, 0, 0)
    assert interval is not None
    assert (interval.low, interval.high, interval.whole_numbers()) == (200, None, None)
    assert [interval.contains(plan) for plan in (200, 201, 10**9)] == [False, True, True]


@pytest.mark.parametrize(
    ("value", "share", "decimals"), [(0, 92, 0), (-3, 92, 0), (5, Decimal("1.55"), 1), (5, -1, 0)]
)
def test_what_cannot_be_a_share_has_no_plan(value, share, decimals):
    assert plan_interval(value, share, decimals) is None


@given(st.integers(1, 10**7), st.integers(1, 10**7), st.integers(0, 3))
def test_a_plan_lies_in_the_interval_exactly_when_it_reproduces_the_share(value, plan, decimals):
    exact = share_of_plan(value, plan)
    assert exact is not None
    printed = round_half_up(exact, decimals)
    interval = plan_interval(value, printed, decimals)
    assert interval is not None
    assert interval.contains(plan)
    ends = [interval.above] if interval.up_to is None else [interval.above, interval.up_to]
    for end in ends:
        for other in (end - Fraction(1, 1000), end + Fraction(1, 1000)):
            if other <= 0:
                continue
            # The share of a fractional plan, exactly.
            share = Fraction(100 * value) / other * 10**decimals + Fraction(1, 2)
            reproduces = share.numerator // share.denominator == int(printed.scaleb(decimals))
            assert interval.contains(other) == reproduces
