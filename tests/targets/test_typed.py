"""What a person types for a figure is read, or refused with a sentence."""

import unicodedata
from decimal import Decimal

import pytest
from django.utils import translation

from thidua.core.indicators import Comparator, IndicatorKind
from thidua.targets.typed import Typed, read

LEVEL, COUNT, RATIO, GROWTH = (
    IndicatorKind.LEVEL,
    IndicatorKind.COUNT,
    IndicatorKind.RATIO,
    IndicatorKind.GROWTH,
)


@pytest.fixture(autouse=True)
def _vietnamese():
    with translation.override("vi"):
        yield


@pytest.mark.parametrize("text", ["5027", "5.027", "5027,0", " 5.027\u00a0", "5\u200b.027", "=5.027"])
def test_all_these_are_five_thousand_and_twenty_seven(text):
    assert read(LEVEL, Typed(text)).value == Decimal(5027)


@pytest.mark.parametrize(
    ("text", "comparator", "value"),
    [
        ("trên 20", Comparator.ABOVE, "20"),
        (unicodedata.normalize("NFD", "trên 20"), Comparator.ABOVE, "20"),
        ("trên\u00a020", Comparator.ABOVE, "20"),
        ("≥ 20", Comparator.AT_LEAST, "20"),
        ("từ 20 trở lên", Comparator.AT_LEAST, "20"),
        ("khoảng 20,5", Comparator.ABOUT, "20.5"),
        ("20", Comparator.EQUAL, "20"),
    ],
)
def test_the_word_before_the_number_says_how_exact_it_is(text, comparator, value):
    reading = read(LEVEL, Typed(text))
    assert (reading.comparator, reading.value) == (comparator, Decimal(value))


@pytest.mark.parametrize(
    ("kind", "text", "sentence"),
    [
        (LEVEL, "1.5", "Viết 1,5 (dấu phẩy cho phần thập phân)."),
        (LEVEL, "1,234,567", "Viết 1.234.567 (dấu chấm cho hàng nghìn, dấu phẩy cho phần thập phân)."),
        (LEVEL, "12 537", "Viết 12.537 (dấu chấm cho hàng nghìn, không dùng dấu cách)."),
        (LEVEL, "92%", "Viết số không kèm dấu phần trăm."),
        (LEVEL, "5.027 tỷ đồng", "Chỉ viết số, không kèm đơn vị tính hay chữ khác."),
        (LEVEL, "năm nghìn", "Chỉ viết số, không kèm đơn vị tính hay chữ khác."),
        (LEVEL, "--", "“--” không phải là số. Viết ví dụ 5.027 hoặc 92,2."),
        (COUNT, "2,5", "Viết số nguyên, không có phần thập phân."),
        (COUNT, "5,027", "Viết 5.027 (dấu chấm cho hàng nghìn), hoặc một số nguyên khác."),
        (LEVEL, "1,23456", "Viết nhiều nhất 4 chữ số thập phân."),
    ],
)
def test_what_is_not_read_is_refused_with_what_to_write(kind, text, sentence):
    reading = read(kind, Typed(text))
    assert reading.faults == {"value": sentence}
    assert reading.value is None


def test_a_growth_rate_may_be_typed_with_its_sign():
    assert read(GROWTH, Typed("−6,86%")).value == Decimal("-6.86")


def test_a_ratio_is_computed_from_its_two_numbers():
    reading = read(RATIO, Typed("", "12.422", "12.537"))
    assert (reading.value, reading.numerator, reading.denominator) == (Decimal("99.0827"), 12422, 12537)


def test_a_ratio_may_be_a_rate_alone():
    reading = read(RATIO, Typed("99,08%"))
    assert (reading.value, reading.numerator, reading.rate_decimals) == (Decimal("99.08"), None, 2)


@pytest.mark.parametrize(
    ("boxes", "faults"),
    [
        (Typed("", "10", ""), {"denominator": "Điền cả mẫu số: một tỷ lệ cần đủ hai số."}),
        (Typed("", "", "10"), {"numerator": "Điền thêm tử số, hoặc tỷ lệ phần trăm."}),
        (Typed("", "10", "0"), {"denominator": "Mẫu số bằng 0. Để trống dòng này nếu không có gì để đếm."}),
        (Typed("", "1,5", "10"), {"numerator": "Viết số nguyên, không có phần thập phân."}),
        (Typed("", "-1", "10"), {"numerator": "Viết số không nhỏ hơn 0."}),
    ],
)
def test_half_a_ratio_is_no_ratio(boxes, faults):
    assert read(RATIO, boxes).faults == faults


def test_empty_boxes_say_nothing_and_are_no_fault():
    reading = read(RATIO, Typed())
    assert (reading.value, reading.faults) == (None, {})
