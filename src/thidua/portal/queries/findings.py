"""The checks of an article before it is published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thidua.core.language import Language
from thidua.core.text_checks import ARTICLE_CHECKS, TextContext, check_text, sentence
from thidua.core.text_checks.shapes import NUMBER
from thidua.portal.figures.codes import FigureCode, codes_in
from thidua.portal.figures.filled import filled
from thidua.portal.figures.findings import ArticleFinding, around
from thidua.portal.models import AcceptedFinding, Article
from thidua.portal.queries.article_parts import Part, parts_of
from thidua.portal.queries.figure_findings import figure_findings
from thidua.portal.queries.figures import FoundFigure, find_figures
from thidua.portal.queries.named_people import people_named_in
from thidua.portal.queries.passages import Passages
from thidua.portal.queries.photo_findings import photo_findings
from thidua.targets.wording import language as page_language


@dataclass(frozen=True)
class Checked:
    """An article's findings in reading order: those open, and those accepted with who took them on."""

    open: tuple[ArticleFinding, ...]
    accepted: tuple[tuple[ArticleFinding, AcceptedFinding], ...]


def checked(article: Article) -> Checked:
    """Return what the checks find in the article as given, saved or not; at most six queries without figures."""
    findings = _findings(article)
    accepted = {row.key: row for row in _accepted(article)}
    return Checked(
        open=tuple(each for each in findings if each.key not in accepted or not each.acceptable),
        accepted=tuple(
            (each, accepted[each.key]) for each in findings if each.key in accepted and each.acceptable
        ),
    )


def _accepted(article: Article) -> list[AcceptedFinding]:
    if article.pk is None:
        return []
    return list(AcceptedFinding.objects.filter(article_id=article.pk).select_related("accepted_by"))


def _findings(article: Article) -> list[ArticleFinding]:
    parts = parts_of(article)
    found = find_figures(codes_in(part.text for part in parts))
    return [
        *figure_findings(article, parts, found),
        *photo_findings(article),
        *_of_the_text(article, parts, found),
    ]


def _of_the_text(
    article: Article, all_parts: list[Part], found: Mapping[FigureCode, FoundFigure]
) -> Iterator[ArticleFinding]:
    """Check all Vietnamese parts as one text: that dates and counts are written alike shows only so."""
    parts = [part for part in all_parts if part.language == "vi"]
    texts = {code: figure.text for code, figure in found.items()}
    said = [filled(part.text, texts) for part in parts]
    text = "\n".join(each.text for each in said)
    starts, bound, position = [], [], 0
    for each in said:
        starts.append(position)
        bound += [(start + position, end + position) for start, end in each.bound]
        position += len(each.text) + 1
    numbers = {match.group() for start, end in bound for match in NUMBER.finditer(text[start:end])}
    for part, each, start in zip(parts, said, starts, strict=True):
        if not part.takes_figures:
            # A title or lead repeats a figure of the text, where its source is told.
            bound += [
                (start + match.start(), start + match.end())
                for match in NUMBER.finditer(each.text)
                if match.group() in numbers
            ]
    context = TextContext(
        bound=tuple(bound), people=people_named_in(text), leads_to_decision=bool(article.decisions.all())
    )
    language: Language = page_language()
    passages = [
        Passages(article, all_parts.index(part), part, each) for part, each in zip(parts, said, strict=True)
    ]
    for finding in check_text(text, context, ARTICLE_CHECKS):
        number = max(index for index, start in enumerate(starts) if start <= finding.start)
        before, excerpt, after = around(text, finding.start, finding.end)
        suggestion = finding.suggestion or ""
        yield ArticleFinding(
            code=finding.code.value,
            place=parts[number].place,
            sentence=sentence(finding, language),
            excerpt=excerpt,
            before=before,
            after=after,
            suggestion=suggestion,
            passage=passages[number].find(
                finding.start - starts[number], finding.end - starts[number], suggestion
            )
            if suggestion
            else None,
        )
