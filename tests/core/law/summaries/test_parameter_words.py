"""Values of parameters as an official writes them."""

from datetime import date

import pytest

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.summaries.parameter_words import value_in_words

DAY = date(2025, 12, 20)


@pytest.mark.parametrize(
    ("code", "vi", "en"),
    [
        ("base_salary", "2.340.000 đồng/tháng", "2,340,000 đồng a month"),
        ("bonus/household_factor", "1,5 lần", "1.5 times"),
        ("fund/apart_from", "10%", "10%"),
        ("school_year", "31/05", "31 May"),
        (
            "quorum/province",
            "mọi phiên họp: 2/3; phiên họp xét khen thưởng: 4/5",
            "any session: 2/3; sessions on awards: 4/5",
        ),
        ("council/meetings", "6 tháng", "6 months"),
    ],
)
def test_a_value_is_written_as_its_language_writes_it(book: LawBook, code: str, vi: str, en: str) -> None:
    parameter = book.parameters[code]
    dated = parameter.at(DAY)
    assert dated is not None
    said = value_in_words(book, parameter, dated)
    assert Wording(*(text.replace("\u00a0", " ") for text in (said.vi, said.en))) == Wording(vi, en)


def test_every_value_of_the_law_can_be_said(book: LawBook) -> None:
    said = [
        value_in_words(book, parameter, dated)
        for parameter in book.parameters.values()
        for dated in parameter.values
    ]
    assert [words for words in said if not (words.vi and words.en) or "{" in words.vi] == []
