from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.indicators import Figures, Finding, FindingCode, FindingLevel, IndicatorKind, check_figures

BUDGET = Figures(
    kind=IndicatorKind.LEVEL,
    value=Decimal(5027),
    plan=Decimal(5452),
    same_period=Decimal(3688),
    last=Decimal(3400),
    cumulative=True,
    minimum=Decimal(0),
    maximum=Decimal(20000),
)
ON_TIME = Figures(
    kind=IndicatorKind.RATIO,
    value=Decimal("99.08"),
    decimals=2,
    numerator=12422,
    denominator=12537,
    plan=Decimal(98),
    maximum=Decimal(100),
)


@pytest.mark.parametrize("figures", [BUDGET, ON_TIME], ids=["level", "ratio"])
def test_sound_figures_raise_nothing(figures):
    assert check_figures(figures) == ()


@pytest.mark.parametrize(
    ("figures", "code", "level"),
    [
        (replace(BUDGET, plan=None), FindingCode.NO_PLAN, FindingLevel.WARNING),
        (
            replace(ON_TIME, denominator=None, numerator=None),
            FindingCode.NO_DENOMINATOR,
            FindingLevel.WARNING,
        ),
        (replace(ON_TIME, value=None, denominator=0), FindingCode.NO_DENOMINATOR, FindingLevel.WARNING),
        (
            replace(ON_TIME, value=None, maximum=None, numerator=12538),
            FindingCode.NUMERATOR_ABOVE_DENOMINATOR,
            FindingLevel.ERROR,
        ),
        (replace(BUDGET, minimum=Decimal(6000)), FindingCode.BELOW_MINIMUM, FindingLevel.ERROR),
        (replace(BUDGET, maximum=Decimal(5000)), FindingCode.ABOVE_MAXIMUM, FindingLevel.ERROR),
        (replace(BUDGET, last=Decimal(1675)), FindingCode.SUDDEN_RISE, FindingLevel.QUESTION),
        (
            replace(BUDGET, last=Decimal(15081), cumulative=False),
            FindingCode.SUDDEN_FALL,
            FindingLevel.QUESTION,
        ),
        (replace(BUDGET, last=Decimal(5028)), FindingCode.LOWER_THAN_LAST_PERIOD, FindingLevel.QUESTION),
        (
            replace(ON_TIME, value=Decimal("99.09"), numerator=None, denominator=37),
            FindingCode.NO_INTEGER_SOLUTION,
            FindingLevel.QUESTION,
        ),
        (replace(ON_TIME, numerator=12421), FindingCode.NO_INTEGER_SOLUTION, FindingLevel.QUESTION),
        (
            replace(BUDGET, value=Decimal("5.027"), last=None),
            FindingCode.THOUSANDS_LOST,
            FindingLevel.QUESTION,
        ),
    ],
)
def test_each_fault_is_found_alone(figures, code, level):
    assert [(found.code, found.level) for found in check_figures(figures)] == [(code, level)]


def test_a_finding_carries_the_numbers_that_its_sentence_needs():
    (found,) = check_figures(replace(BUDGET, value=Decimal("5.027"), last=None))
    assert found == Finding(
        FindingCode.THOUSANDS_LOST,
        FindingLevel.QUESTION,
        {"value": Decimal("5.027"), "meant": Decimal(5027), "reference": Decimal(5452)},
    )


def test_all_findings_are_collected():
    figures = Figures(
        kind=IndicatorKind.RATIO,
        value=Decimal("101.5"),
        decimals=1,
        numerator=12,
        denominator=11,
        maximum=Decimal(100),
        last=Decimal(20),
    )
    assert [found.code for found in check_figures(figures)] == [
        FindingCode.NUMERATOR_ABOVE_DENOMINATOR,
        FindingCode.ABOVE_MAXIMUM,
        FindingCode.SUDDEN_RISE,
        FindingCode.NO_INTEGER_SOLUTION,
        FindingCode.NO_PLAN,
    ]


@pytest.mark.parametrize(
    "figures",
    [
        replace(BUDGET, value=None),
        replace(BUDGET, plan=None, plan_expected=False),
        replace(BUDGET, last=Decimal(0)),
        Figures(kind=IndicatorKind.GROWTH, value=Decimal("6.86"), last=Decimal("0.5"), plan_expected=False),
        replace(BUDGET, value=Decimal("5.0275"), last=None),
        replace(BUDGET, last=Decimal(2000), jump_factor=Decimal(5)),
    ],
    ids=["no value", "no plan expected", "from zero", "growth swings", "four decimals", "own factor"],
)
def test_what_is_no_fault_is_not_reported(figures):
    assert check_figures(figures) == ()


numbers = st.one_of(st.none(), st.decimals(-(10**9), 10**9, places=3))
counts = st.one_of(st.none(), st.integers(-10, 10**6))


@given(
    st.builds(
        Figures,
        kind=st.sampled_from(IndicatorKind),
        value=numbers,
        decimals=st.integers(0, 3),
        numerator=counts,
        denominator=counts,
        plan=numbers,
        same_period=numbers,
        last=numbers,
        cumulative=st.booleans(),
        minimum=numbers,
        maximum=numbers,
    )
)
def test_no_figures_make_a_check_fail_and_no_code_comes_twice(figures):
    codes = [found.code for found in check_figures(figures)]
    assert len(codes) == len(set(codes))
