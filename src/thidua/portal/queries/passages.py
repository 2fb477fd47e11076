"""Where in an article, as it is kept, the words stand that a finding tells of."""

from __future__ import annotations

import html
from itertools import pairwise, takewhile

from thidua.portal.figures.codes import CODE
from thidua.portal.figures.filled import FilledText
from thidua.portal.figures.findings import Passage
from thidua.portal.models import Article
from thidua.portal.queries.article_parts import Part, Source, signs_of


def source_text(article: Article, source: Source) -> str:
    """Return the text as it is kept, with its markup and codes."""
    if source.block is None:
        return str(getattr(article, source.field))
    value = getattr(article, source.field).raw_data[source.block]["value"]
    return str(value[source.inner] if source.inner else value)


def _alike(one: str, other: str) -> int:
    """Return how many signs two texts begin alike with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


class Passages:
    """Finds passages in one part of an article; reads its markup once, and only when asked."""

    def __init__(self, article: Article, number: int, part: Part, said: FilledText) -> None:
        self._article, self._number, self._part, self._said = article, number, part, said
        self._spans: list[tuple[int, int] | None] | None = None

    def find(self, start: int, end: int, suggestion: str) -> Passage | None:
        """Return what to replace so that the text as it reads has `suggestion` from `start` to `end`.

        None where a figure or markup stands between the words: only a person knows what is meant to stay.
        """
        excerpt = self._said.text[start:end]
        same = _alike(excerpt, suggestion)
        rest, wanted = excerpt[same:], suggestion[same:]
        alike = _alike(rest[::-1], wanted[::-1])
        first, last = start + same, end - alike
        spans = self._kept()[first : max(last, first + 1)]
        words = wanted[: len(wanted) - alike]
        if not spans or None in spans:
            return None
        known = [span for span in spans if span is not None]
        if any(one[1] != following[0] for one, following in pairwise(known)):
            return None
        stop = known[-1][1] if last > first else known[0][0]
        kept = html.escape(words, quote=False) if self._part.source.is_rich else words
        return Passage(self._number, known[0][0], stop, kept)

    def _kept(self) -> list[tuple[int, int] | None]:
        """Return for each sign of the text as it reads its span as it is kept; None for those of a figure."""
        if self._spans is None:
            kept = self._of_the_source()
            spans: list[tuple[int, int] | None] = []
            end = 0
            for match, (bound_start, bound_end) in zip(
                CODE.finditer(self._part.text), self._said.bound, strict=True
            ):
                spans += kept[end : match.start()]
                spans += [None] * (bound_end - bound_start)
                end = match.end()
            self._spans = [*spans, *kept[end:]]
        return self._spans

    def _of_the_source(self) -> list[tuple[int, int]]:
        text = source_text(self._article, self._part.source)
        if self._part.source.is_rich:
            return [(start, end) for _sign, start, end in signs_of(text)]
        return [(place, place + 1) for place in range(len(text))]
