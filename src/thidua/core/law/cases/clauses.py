"""Where the law says so, as lawyers abbreviate it."""

from collections.abc import Iterable, Sequence

from thidua.core.language import Language, Wording
from thidua.core.law.book import LawBook
from thidua.core.law.cases.sentences import sentence
from thidua.core.law.citations import Citation


def closest(cites: Sequence[Citation], alternative: Iterable[Citation]) -> Sequence[Citation]:
    """Return the places of a condition that lie in the articles of its alternative; all when none does.

    A rule over several awards cites an article for each of them.
    """
    articles = {(cited.text, cited.article) for cited in alternative}
    return tuple(cited for cited in cites if (cited.text, cited.article) in articles) or cites


def clause(cites: Iterable[Citation], book: LawBook) -> str:
    """Return «Đ74 k1 d Luật 06/2022/QH15»; several are joined by «; »."""
    return "; ".join(f"{cited.place} {_short(cited, book).vi}".strip() for cited in cites)


def written_out(cites: Iterable[Citation], book: LawBook, language: Language) -> str:
    """Return «điểm d khoản 1 Điều 74 Luật 06/2022/QH15» or the same in English."""
    return "; ".join(_in_words(cited, book, language) for cited in cites)


def _in_words(cited: Citation, book: LawBook, language: Language) -> str:
    text = _short(cited, book)
    if not cited.place:
        return text.say(language)
    return sentence("place_of_text", place=cited.written_out(language), text=text).say(language)


def _short(cited: Citation, book: LawBook) -> Wording:
    known = book.texts.get(cited.text)
    return known.short if known else Wording(cited.text, cited.text)
