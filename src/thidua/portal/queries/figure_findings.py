"""What is wrong with the figures of an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.portal.figures.codes import CODE, FigureCode, broken_codes, code_of
from thidua.portal.figures.findings import ArticleFinding, around
from thidua.portal.models import Article, PublishedFigure
from thidua.portal.queries.article_parts import Part
from thidua.portal.queries.figures import Fault, FoundFigure

_SAID: Final = {
    Fault.UNKNOWN: gettext_lazy("“%(code)s” is no figure of any report: choose one from the list."),
    Fault.WITHDRAWN: gettext_lazy(
        "The indicator of “%(code)s” was withdrawn: take the figure out, or choose another one."
    ),
    Fault.NO_RECORD: gettext_lazy(
        "Nothing was accepted yet for “%(code)s”: enter the figure in the records, or choose another one."
    ),
}


def figure_findings(
    article: Article, parts: list[Part], found: Mapping[FigureCode, FoundFigure]
) -> Iterator[ArticleFinding]:
    """Yield a finding for each code that cannot be read, stands where none may, or stands for nothing; one query."""
    published = _published(article) if found else {}
    for part in parts:
        for start, end in broken_codes(part.text):
            said = _("“%(code)s” cannot be read as a figure: choose one from the list.")
            yield _finding("broken_figure", part, start, end, said % {"code": part.text[start:end]})
        for match in CODE.finditer(part.text):
            code = code_of(match)
            yield from _of_code(part, match.span(), found[code], published.get(str(code), ""))


def _of_code(part: Part, span: tuple[int, int], found: FoundFigure, last: str) -> Iterator[ArticleFinding]:
    if not part.takes_figures:
        said = _(
            "Figures stand in the text only: write the number here, it is traced to the same figure below."
        )
        yield _finding("figure_misplaced", part, *span, said)
    elif found.fault is not None and last:
        said = str(_SAID[found.fault] % {"code": found.code})
        said += " " + _("If you publish all the same, readers see “%(last)s”, marked as withdrawn.") % {
            "last": last
        }
        yield _finding("figure_withdrawn", part, *span, said, acceptable=True)
    elif found.fault is not None:
        yield _finding("figure_missing", part, *span, str(_SAID[found.fault] % {"code": found.code}))
    elif found.newer:
        said = _(
            "The report was corrected: its last version says “%(newer)s”. Choose the figure anew to take it."
        )
        yield _finding("figure_corrected", part, *span, said % {"newer": found.newer}, acceptable=True)


def _finding(
    code: str, part: Part, start: int, end: int, said: str, *, acceptable: bool = False
) -> ArticleFinding:
    before, excerpt, after = around(part.text, start, end)
    return ArticleFinding(code, part.place, said, excerpt, before, after, acceptable=acceptable)


def _published(article: Article) -> dict[str, str]:
    """Return what the figures of the article said when it was last published, by code."""
    rows = PublishedFigure.objects.filter(article_id=article.pk)
    return {row.code: str(row.told["vi"]["text"]) for row in rows if row.told}
