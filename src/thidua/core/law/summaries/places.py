"""Where a piece of law stands and how sure we are of it, in words."""

from collections.abc import Iterable

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.citations import Citation
from thidua.core.law.provisions import Certainty
from thidua.core.law.summaries.cited import written_out
from thidua.core.law.summaries.phrases import on_day, said
from thidua.core.law.summaries.shapes import Named, Place, Standing


def named(book: LawBook, vocabulary: str, code: str) -> Named:
    """Return a code with its words."""
    return Named(code, book.word(vocabulary, code))


def text_name(book: LawBook, code: str) -> Named:
    """Return a legal text's code with its short name; the code itself for a text the book does not hold."""
    text = book.texts.get(code)
    return Named(code, text.short if text else Wording(code, code))


def places(book: LawBook, cited: Iterable[Citation]) -> tuple[Place, ...]:
    """Return the places in words, each once, in the order cited."""
    return tuple(
        Place(one, written_out([one], text), text)
        for one in dict.fromkeys(cited)
        for text in [_cited_as(book, one.text)]
    )


def _cited_as(book: LawBook, code: str) -> Wording:
    """Return the short name of a text as a place names it: that of a model says that it is one."""
    name, text = text_name(book, code).name, book.texts.get(code)
    if text is None or not text.model:
        return name
    return said("{name} – mẫu của một tỉnh", "{name} – one province's model", name=name)


def standing(book: LawBook, provision: str, certainty: Certainty) -> Standing:
    """Return how far a provision may be relied on, and who checked it."""
    return Standing(provision, certainty, book.word("certainties", certainty.value), book.check_of(provision))


def caution(given: Standing) -> Wording | None:
    """Return what a reader must know of the certainty; None where it is confirmed and nobody checked it."""
    if given.check:
        check = Wording(given.check.by, given.check.by)
        return said(
            "đã đối chiếu với văn bản chính thức: {by}, {day}",
            "checked against the official text: {by}, {day}",
            by=check,
            day=on_day(given.check.on),
        )
    return None if given.certainty is Certainty.CONFIRMED else given.words
