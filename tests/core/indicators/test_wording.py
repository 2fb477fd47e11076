from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.indicators import (
    Basis,
    Comparator,
    IndicatorKind,
    comparison_wording,
    growth_wording,
    ratio_wording,
    share_wording,
    split_comparator,
)


def test_growth_ratio_and_share_have_each_their_own_wording():
    assert growth_wording(Decimal("6.86"), 2) == "tăng 6,86%"
    assert growth_wording(Decimal("-5.39"), 2) == "giảm 5,39%"
    assert growth_wording(Decimal("0.004"), 2) == "không đổi"
    assert ratio_wording(Decimal("136.307"), 1) == "bằng 136,3%"
    assert share_wording(Decimal("92.204"), 1) == "đạt 92,2%"


def test_the_basis_is_said_when_it_is_given():
    assert share_wording(Decimal("92.2"), 1, "vi", Basis.BUDGET_PLAN) == "đạt 92,2% so với dự toán"
    assert ratio_wording(Decimal("136.3"), 1, "vi", Basis.SAME_PERIOD) == "bằng 136,3% so với cùng kỳ"
    assert growth_wording(Decimal("6.86"), 2, "en", Basis.SAME_PERIOD) == (
        "up 6.86% on the same period of last year"
    )
    assert ratio_wording(Decimal("136.3"), 1, "en", Basis.SAME_PERIOD) == (
        "at 136.3% of the same period of last year"
    )
    assert share_wording(Decimal("92.2"), 1, "en", Basis.PLAN) == "reaching 92.2% of the plan"


@pytest.mark.parametrize(
    ("kind", "value", "base", "decimals", "said"),
    [
        (IndicatorKind.GROWTH, Decimal("6.86"), None, 2, "tăng 6,86% so với cùng kỳ"),
        (IndicatorKind.LEVEL, 5027, 3688, 1, "bằng 136,3% so với cùng kỳ"),
        (IndicatorKind.COUNT, 5, 10, 0, "bằng 50% so với cùng kỳ"),
        (
            IndicatorKind.RATIO,
            Decimal("99.08"),
            Decimal("98.5"),
            2,
            "tăng 0,58 điểm phần trăm so với cùng kỳ",
        ),
        (IndicatorKind.RATIO, Decimal("99.08"), None, 2, None),
        (IndicatorKind.LEVEL, 5027, None, 1, None),
        (IndicatorKind.LEVEL, 5027, 0, 1, None),
        (IndicatorKind.LEVEL, None, 3688, 1, None),
        (IndicatorKind.LOWER_BOUND, 20, 10, 1, None),
    ],
)
def test_the_kind_of_the_indicator_decides_the_form_of_the_comparison(kind, value, base, decimals, said):
    assert comparison_wording(kind, value, base, decimals) == said


@given(st.decimals(-1000, 1000, places=3), st.sampled_from(["vi", "en"]))
def test_a_growth_is_never_said_with_a_sign_and_never_as_a_ratio(percent, language):
    said = growth_wording(percent, 2, language)
    assert "-" not in said
    assert not said.startswith(("bằng", "at"))


@pytest.mark.parametrize(
    ("comparator", "symbol", "vietnamese", "english"),
    [
        (Comparator.EQUAL, "=", "20 tỷ đồng", "20 tỷ đồng"),
        (Comparator.ABOVE, ">", "trên 20 tỷ đồng", "over 20 tỷ đồng"),
        (Comparator.AT_LEAST, "≥", "từ 20 tỷ đồng trở lên", "at least 20 tỷ đồng"),
        (Comparator.ABOUT, "~", "khoảng 20 tỷ đồng", "about 20 tỷ đồng"),
    ],
)
def test_a_comparator_says_how_exactly_the_value_is_known(comparator, symbol, vietnamese, english):
    assert comparator.symbol == symbol
    assert comparator.phrase("20 tỷ đồng", "vi") == vietnamese
    assert comparator.phrase("20 tỷ đồng", "en") == english
    assert comparator.is_exact == (comparator is Comparator.EQUAL)


@pytest.mark.parametrize(
    ("typed", "comparator", "rest"),
    [
        ("trên 20", Comparator.ABOVE, "20"),
        ("> 20", Comparator.ABOVE, "20"),
        ("hơn 20", Comparator.ABOVE, "20"),
        (">=20", Comparator.AT_LEAST, "20"),
        ("≥ 20", Comparator.AT_LEAST, "20"),
        ("ít nhất 20", Comparator.AT_LEAST, "20"),
        ("từ 20 trở lên", Comparator.AT_LEAST, "20"),
        ("Khoảng 20", Comparator.ABOUT, "20"),
        ("~20", Comparator.ABOUT, "20"),
        (" 5.027 ", Comparator.EQUAL, "5.027"),
        ("=20", Comparator.EQUAL, "20"),
        ("", Comparator.EQUAL, ""),
        ("trênh 20", Comparator.EQUAL, "trênh 20"),
    ],
)
def test_a_typed_comparator_is_read(typed, comparator, rest):
    assert split_comparator(typed) == (comparator, rest)


@given(st.sampled_from(list(Comparator)), st.integers(0, 10**6))
def test_what_a_report_says_is_read_back(comparator, figure):
    assert split_comparator(comparator.phrase(str(figure), "vi")) == (comparator, str(figure))
