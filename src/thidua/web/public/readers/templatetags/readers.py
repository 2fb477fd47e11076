"""What an article shows of its readers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from django.template import Context, Library

from thidua.portal.models import Article, Comment
from thidua.portal.queries.comments import published_below
from thidua.portal.queries.views import Views, views_of
from thidua.web.public.readers.forms import CommentForm
from thidua.web.shell.remembered import remembered

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
    newest, count = remembered("comments below", article.pk, read=partial(_newest, article))
    return Below(newest, count, CommentForm() if article.comments_open else None)


def _newest(article: Article) -> tuple[list[Comment], int]:
    rows = published_below(article)
    newest = list(rows[: MOST_SHOWN + 1])
    return newest[:MOST_SHOWN], len(newest) if len(newest) <= MOST_SHOWN else rows.count()


@register.simple_tag(takes_context=True)
def views_of_article(context: Context, article: Article) -> Views | None:
    """Return how often `article` was read; None in the editor's preview. One query."""
    return None if getattr(context.get("request"), "is_preview", False) else views_of(article)
