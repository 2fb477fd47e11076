"""Every award reads well on every day: no empty sentence, no code left where words belong, both languages."""

import json
import re
from datetime import date
from itertools import pairwise

import pytest

from thidua.core.language import Language
from thidua.core.law.book import LawBook
from thidua.core.law.summaries.award import summarise
from thidua.core.law.summaries.award_outline import award_outline
from thidua.core.law.summaries.changes_outline import changes_outline
from thidua.core.law.summaries.diff import compare
from thidua.core.law.summaries.markdown import as_markdown
from thidua.core.law.summaries.outline import Item, Outline
from thidua.core.law.summaries.pages import pages
from thidua.core.law.summaries.plain_data import as_data
from thidua.core.law.summaries.text import WIDTH, as_text

DAYS = (date(2016, 1, 1), date(2019, 12, 31), date(2024, 1, 1), date(2025, 8, 1), date(2026, 11, 1))
LANGUAGES: tuple[Language, ...] = ("vi", "en")
# What a template, a code or an empty place leaves behind.
SLIPS = re.compile(r"\{|\}|\bNone\b|\(\)|\[\]|: \.|: ;|  |\.\.(?!\.)|; ;|, ,| ,|\s\.(?!\w)")
CODE = re.compile(r"\b[a-z]+_[a-z_]+\b")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", DAYS)
def test_every_award_reads_without_an_empty_sentence(book: LawBook, day: date, language: Language) -> None:
    for code in book.awards:
        check(award_outline(summarise(book, code, day), language), code)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("before", "after"), list(pairwise(DAYS)))
def test_every_comparison_reads_without_an_empty_sentence(
    book: LawBook, before: date, after: date, language: Language
) -> None:
    for code in book.awards:
        check(changes_outline(compare(book, code, before, after), language), code)


def check(outline: Outline, award: str) -> None:
    """Assert that each block says something, in words, and that both settings keep to their form."""
    for block in outline.blocks:
        text = block.text.replace(award, "X")
        assert text.strip(), (award, block)
        assert SLIPS.search(text) is None, (award, block)
        assert CODE.search(text) is None, (award, block)
        if isinstance(block, Item):
            assert block.marker.strip(), (award, block)
    assert max(map(len, as_text(outline).splitlines())) <= WIDTH
    assert as_markdown(outline).startswith("# ")


def test_the_docs_have_a_page_per_award_and_language_and_the_contents_lead_to_them(book: LawBook) -> None:
    written = dict(pages(book, date(2024, 1, 1)))

    assert set(written) == {
        f"{language}/{name}.md" for language in LANGUAGES for name in ("index", *book.awards)
    }
    for language in LANGUAGES:
        linked = re.findall(r"\]\((\w+)\.md\)", written[f"{language}/index.md"])
        assert sorted(linked) == sorted(book.awards)


def test_a_summary_is_json_in_both_languages(book: LawBook) -> None:
    data = json.loads(json.dumps(as_data(summarise(book, "labor_order_3", date(2025, 8, 1)))))

    assert data["name"] == {"vi": "Huân chương Lao động hạng Ba", "en": "Labor Order, Third Class"}
    assert data["on"] == "2025-08-01"
    assert data["decided_by"][0]["places"] == [
        {"cite": "LAW2022 Đ77", "vi": "Điều 77 Luật 06/2022/QH15", "en": "Article 77 of Law 06/2022/QH15"}
    ]
