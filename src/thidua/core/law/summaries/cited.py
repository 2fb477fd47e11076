"""Cited places in words, those of one text taken together: «điểm a, b khoản 1 Điều 74 Luật …»."""

from collections.abc import Iterable, Sequence
from typing import Final

from thidua.core.language import Wording
from thidua.core.law.citations import Citation
from thidua.core.law.summaries.phrases import joined
from thidua.core.law.summaries.shapes import Place

_ALPHABET: Final = "aăâbcdđeêghiklmnoôơpqrstuưvxy"


def places_in_words(cited: Iterable[Place]) -> Wording:
    """Return all places, text by text, each text named once."""
    by_text: dict[Wording, list[Citation]] = {}
    for place in cited:
        by_text.setdefault(place.text, []).append(place.citation)
    return joined(written_out(citations, text) for text, citations in by_text.items())


def written_out(cited: Sequence[Citation], text: Wording) -> Wording:
    """Return the places of one text, the text named last; the text alone when no place in it is cited."""
    articles: dict[str, list[Citation]] = {}
    for citation in dict.fromkeys(cited):
        if citation.article:
            articles.setdefault(citation.article, []).append(citation)
    if not articles:
        return text
    vi = ", ".join(_in_vietnamese(article, inside) for article, inside in articles.items())
    en = "; ".join(_in_english(article, inside) for article, inside in articles.items())
    return Wording(f"{vi} {text.vi}", f"{en} of {text.en}")


def _in_vietnamese(article: str, cited: Sequence[Citation]) -> str:
    parts = [
        " ".join(
            part
            for part in (
                f"điểm {', '.join(_in_order(points))}" if points else "",
                f"khoản {', '.join(clauses)}" if clauses else "",
            )
            if part
        )
        for clauses, points in _by_clause(cited)
    ]
    return " ".join(part for part in (", ".join(filter(None, parts)), f"Điều {article}") if part)


def _in_english(article: str, cited: Sequence[Citation]) -> str:
    parts = [
        ", ".join(
            part for part in (_counted("point", _in_order(points)), _counted("clause", clauses)) if part
        )
        for clauses, points in _by_clause(cited)
    ]
    return ", ".join(part for part in (" and ".join(filter(None, parts)), f"Article {article}") if part)


def _by_clause(cited: Sequence[Citation]) -> list[tuple[list[str], list[str]]]:
    """Return (clauses, points) in the order cited: clauses cited whole are taken together."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for one in cited:
        if one.point:
            _, points = found.setdefault(f"{one.clause}: points", ([one.clause] if one.clause else [], []))
            points.append(one.point)
        elif one.clause:
            found.setdefault("whole", ([], []))[0].append(one.clause)
    return list(found.values())


def _in_order(points: Sequence[str]) -> list[str]:
    """Return points in the order of the Vietnamese alphabet, as a text lists them."""
    return sorted(points, key=lambda point: [_ALPHABET.find(letter) for letter in point])


def _counted(word: str, places: Sequence[str]) -> str:
    if not places:
        return ""
    many = len(places) > 1 or any("-" in place or "," in place for place in places)
    return f"{word}{'s' if many else ''} {', '.join(places)}"
