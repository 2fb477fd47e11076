"""In which language an article is read: English where it was written, otherwise Vietnamese, marked as such."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from thidua.portal.models import Article, InformationPage


@dataclass(frozen=True)
class Words:
    """An article's words for one reader; `language` is the code of the language they are in.

    `foreign` says that the reader chose English and gets Vietnamese.
    """

    title: str
    full_title: str
    lead: str
    language: str
    foreign: bool

    @property
    def english(self) -> bool:
        """Whether the English text is shown."""
        return self.language == "en"


def words_of(page: Article | InformationPage) -> Words:
    """Return the words of an article or an information page for the reader's language."""
    reads_english = get_language() == "en"
    if reads_english and page.title_en and page.body_en:
        return Words(page.title_en, "", getattr(page, "lead_en", ""), "en", foreign=False)
    return Words(
        page.title, getattr(page, "full_title", ""), getattr(page, "lead", ""), "vi", foreign=reads_english
    )


def headline_of(page: Article) -> Words:
    """Return title and lead as lists show them: English as soon as there is an English title."""
    reads_english = get_language() == "en"
    if reads_english and page.title_en:
        return Words(page.title_en, "", page.lead_en, "en", foreign=False)
    return Words(page.title, "", page.lead, "vi", foreign=reads_english)
