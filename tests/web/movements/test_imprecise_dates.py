"""Starts typed the way people say them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from thidua.web.workspace.movements.imprecise_dates import ImpreciseDateField, TypedStart, read, show


@pytest.mark.parametrize(
    ("typed", "day", "precision"),
    [
        ("19/08/2019", date(2019, 8, 19), "day"),
        ("từ ngày 19/8/2019", date(2019, 8, 19), "day"),
        ("08/2019", date(2019, 8, 1), "month"),
        ("8/2019", date(2019, 8, 1), "month"),
        ("Tháng 8 năm 2019", date(2019, 8, 1), "month"),
        ("quý III/2019", date(2019, 7, 1), "quarter"),
        ("Quý 3 năm 2019", date(2019, 7, 1), "quarter"),
        ("Q3 2019", date(2019, 7, 1), "quarter"),
        ("cuối năm 2018", date(2018, 10, 1), "end_of_year"),
        ("từ cuo\u0302\u0301i năm 2018", date(2018, 10, 1), "end_of_year"),
        ("late 2018", date(2018, 10, 1), "end_of_year"),
        ("đầu năm 2019", date(2019, 1, 1), "start_of_year"),
        ("năm 2019", date(2019, 1, 1), "year"),
        ("2019", date(2019, 1, 1), "year"),
        ("", None, "day"),
    ],
)
def test_a_start_is_read_as_exactly_as_it_was_typed(typed, day, precision):
    assert read(typed) == TypedStart(day, precision)


@pytest.mark.parametrize(
    "typed", ["hôm qua", "31/02/2019", "13/2019", "quý V/2019", "0000", "cuối năm", "19-08"]
)
def test_what_is_no_date_is_refused_with_examples(typed):
    with translation.override("vi"), pytest.raises(ValidationError) as refused:
        ImpreciseDateField().clean(typed)
    assert refused.value.messages == [
        f"Không đọc được “{typed}”. Ghi 19/08/2019, 08/2019, quý III/2019, cuối năm 2018 hoặc 2019."
    ]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("day", "precision"),
    [
        (date(2019, 8, 19), "day"),
        (date(2019, 8, 1), "month"),
        (date(2019, 7, 1), "quarter"),
        (date(2018, 10, 1), "end_of_year"),
        (date(2019, 1, 1), "start_of_year"),
        (date(2019, 1, 1), "year"),
        (None, "day"),
    ],
)
def test_what_the_form_shows_is_read_back(day, precision, language):
    with translation.override(language):
        assert read(show(day, precision)) == TypedStart(day, precision)
