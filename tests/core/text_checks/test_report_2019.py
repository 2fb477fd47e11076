"""What the checks find in quotations of a real report, and that its corrected sentences pass."""

import unicodedata
from pathlib import Path

import pytest
import yaml

from thidua.core.text_checks import NamedPerson, TextCode, TextContext, check_text
from thidua.core.text_checks.shapes import NUMBER

CASES = yaml.safe_load(Path(__file__).with_name("report_2019.yaml").read_text(encoding="utf-8"))
PEOPLE = tuple(NamedPerson(name, consent=True) for name in ("Lương Thị Bình", "Vi Thanh Liêm"))


def everything_bound(text):
    """The context of a text that the system wrote: every figure bound, everyone asked."""
    return TextContext(bound=tuple(match.span() for match in NUMBER.finditer(text)), people=PEOPLE)


def nothing_bound(text):
    return TextContext(people=PEOPLE)


def name_of(case):
    return f"{case['code']}: {case['excerpt'][:30]}"


def text_of(case):
    return f"“{case['text']}" if case.get("quotation_opened_before") else case["text"]


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_the_anomaly_is_found_where_it_stands(case):
    text = text_of(case)
    found = [found for found in check_text(text, nothing_bound(text)) if found.code == case["code"]]
    assert [(found.excerpt, found.suggestion) for found in found] == [
        (case["excerpt"], case.get("suggestion"))
    ]


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_nothing_else_is_found_but_figures_that_were_typed(case):
    text = text_of(case)
    codes = {found.code for found in check_text(text, nothing_bound(text))}
    assert codes - {TextCode.UNBOUND_FIGURE} == {case["code"]}


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_the_corrected_sentence_raises_nothing(case):
    assert check_text(case["corrected"], everything_bound(case["corrected"])) == []


@pytest.mark.parametrize("case", [case for case in CASES if "suggestion" in case], ids=name_of)
def test_taking_the_suggestion_removes_the_finding(case):
    text = text_of(case)
    (found,) = [found for found in check_text(text, nothing_bound(text)) if found.code == case["code"]]
    better = text[: found.start] + found.suggestion + text[found.end :]
    assert case["code"] not in {found.code for found in check_text(better, nothing_bound(better))}


def test_the_fixture_is_in_composed_unicode_and_quotes_little():
    for case in CASES:
        assert unicodedata.is_normalized("NFC", case["text"])
        assert len(case["text"].split()) < 60
