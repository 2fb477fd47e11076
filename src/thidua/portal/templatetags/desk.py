"""What our parts of the desk's forms ask for."""

from __future__ import annotations

from django import template

from thidua.portal.figures.findings import ArticleFinding
from thidua.portal.models import Article
from thidua.portal.queries.findings import checked
from thidua.portal.queries.offered_figures import Source
from thidua.portal.queries.offered_figures import figure_sources as sources

register = template.Library()


@register.simple_tag
def figure_sources() -> list[Source]:
    """`{% figure_sources as sources %}`: where figures may be taken from."""
    return sources()


@register.simple_tag
def open_findings(page: object) -> tuple[ArticleFinding, ...] | None:
    """`{% open_findings page as found %}`: what is open before publication; None for what is not checked."""
    return checked(page).open if isinstance(page, Article) else None


@register.simple_tag
def open_points(article: Article) -> int:
    """`{% open_points article as number %}`: how many findings are open before publication."""
    return len(checked(article).open)
