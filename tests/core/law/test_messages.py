"""Sentences kept in YAML with their places filled in."""

import pytest

from thidua.core.language import Wording
from thidua.core.law.messages import filled

SAID = {"vi": "{count} dòng của {who}", "en": "{count} {count:line|lines} of {who}"}


@pytest.mark.parametrize(
    ("count", "english"), [(0, "0 lines"), (1, "1 line"), (2, "2 lines"), (21, "21 lines")]
)
def test_an_english_noun_agrees_with_its_number(count: int, english: str) -> None:
    found = filled(SAID, {"count": count, "who": Wording("tỉnh", "the province")})

    assert (found.vi, found.en) == (f"{count} dòng của tỉnh", f"{english} of the province")


def test_a_number_keeps_its_own_format() -> None:
    assert filled({"vi": "{n:03d}", "en": "{n:>4}"}, {"n": 7}) == Wording("007", "   7")
