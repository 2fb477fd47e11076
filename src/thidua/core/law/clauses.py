"""Places in legal texts as they are printed: «Đ74 k1 d Luật 06/2022/QH15»."""

from collections.abc import Iterable

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.citations import Citation


def clause(cites: Iterable[Citation], book: LawBook) -> Wording:
    """Return the places with the short names of their texts; neighbours in one text share its name."""
    grouped: list[tuple[str, list[str]]] = []
    for cited in cites:
        if not grouped or grouped[-1][0] != cited.text:
            grouped.append((cited.text, []))
        if cited.place:
            grouped[-1][1].append(cited.place)
    return Wording(
        "; ".join(f"{', '.join(places)} {_short(text, book).vi}".strip() for text, places in grouped),
        "; ".join(f"{', '.join(places)} {_short(text, book).en}".strip() for text, places in grouped),
    )


def _short(code: str, book: LawBook) -> Wording:
    text = book.texts.get(code)
    return text.short if text else Wording(code, code)
