"""What is typed is read as a clerk means it, and written back the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from thidua.registry.search import SearchQuery, award_codes, query_of, read_query

CASES = yaml.safe_load(Path(__file__).with_name("queries.yaml").read_text(encoding="utf-8"))
PARTS = (
    *("text", "years", "places", "decision", "awards", "types", "kinds", "movement", "exact", "status"),
    *("posts", "day"),
)


@pytest.mark.parametrize("case", CASES, ids=[case["typed"] for case in CASES])
def test_a_line_is_read(case: dict[str, Any]) -> None:
    with translation.override("en"):
        query = read_query(case["typed"])
    said = {part: case[part] for part in PARTS if part in case}
    said = {part: tuple(value) if isinstance(value, list) else value for part, value in said.items()}
    assert query == SearchQuery(**said)
    assert [case["says"] in sentence for sentence in query.faults] == ([True] if "says" in case else [])
    if "line" in case:
        assert str(query) == case["line"]


@pytest.mark.parametrize("case", CASES, ids=[case["typed"] for case in CASES])
def test_a_query_comes_back_from_its_line_and_its_address(case: dict[str, Any]) -> None:
    query = read_query(case["typed"])
    assert read_query(str(query)) == query
    assert query_of(query.parameters()) == query


@given(st.text(max_size=400))
def test_nothing_that_is_typed_breaks_the_reading(typed: str) -> None:
    query = read_query(typed)
    assert query_of(query.parameters()) == query
    assert len(query.text) <= 300


def test_a_long_line_is_cut_with_a_sentence() -> None:
    with translation.override("en"):
        query = read_query("a" * 10_000)
    assert (len(query.text), query.faults) == (
        300,
        ("A search has at most 300 characters; the rest was left out.",),
    )


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("provincial_certificate_of_merit", ("provincial_certificate_of_merit",)),
        ("LĐTT", ("advanced_worker",)),
        ("CSTĐ CS", ("grassroots_emulation_fighter",)),
        ("giấy khen", ("commendation_letter",)),
        ("Anh hùng lao động", ("hero_of_labor",)),
        ("không có", ()),
    ],
)
def test_an_award_is_named_by_its_code_its_short_form_or_its_words(said: str, codes: tuple[str, ...]) -> None:
    assert award_codes(said) == codes


def test_a_search_of_a_hundred_places_looks_up_ten_and_says_so() -> None:
    with translation.override("en"):
        typed = read_query(" ".join(f"xã:a{number}" for number in range(30)))
        told = query_of({name: "|".join(map(str, range(100))) for name in ("noi", "hinh_thuc", "chuc_vu")})
    assert len(typed.places) == 10
    assert [len(told.places), len(told.awards), len(told.posts)] == [10, 10, 10]
    sentence = "A search names at most 10 units, posts or awards; the rest was left out."
    assert (typed.faults, told.faults) == ((sentence,), (sentence,) * 3)
