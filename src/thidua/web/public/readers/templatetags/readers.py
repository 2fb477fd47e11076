"""What an article shows of its readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.template import Context, Library

from thidua.portal.models import Article, Comment
from thidua.portal.queries.comments import published_below
from thidua.portal.queries.views import Views, views_of
from thidua.web.public.readers.forms import CommentForm

register = Library()
MOST_SHOWN: Final = 20


@dataclass(frozen=True)
class Below:
    """The comments below an article: the newest, how many there are, and the form while it takes any."""

    newest: list[Comment]
    count: int
    form: CommentForm | None


@register.simple_tag(takes_context=True)
def comments_below(context: Context, article: Article) -> Below | None:
    """Return what stands below `article`; None in the editor's preview. One query, two where there are many."""
    if getattr(context.get("request"), "is_preview", False):
        return None
    rows = published_below(article)
    newest = list(rows[: MOST_SHOWN + 1])
    count = len(newest) if len(newest) <= MOST_SHOWN else rows.count()
    return Below(newest[:MOST_SHOWN], count, CommentForm() if article.comments_open else None)


@register.simple_tag(takes_context=True)
def views_of_article(context: Context, article: Article) -> Views | None:
    """Return how often `article` was read; None in the editor's preview. One query."""
    return None if getattr(context.get("request"), "is_preview", False) else views_of(article)
