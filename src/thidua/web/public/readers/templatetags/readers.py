"""What an article shows of its readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.template import Context, Library
from django.utils.safestring import SafeString

from thidua.portal.models import Article, Comment
from thidua.portal.queries.comments import published_below
from thidua.portal.queries.views import Views, views_of
from thidua.web.public.readers.forms import CommentForm

register = Library()
MOST_SHOWN: Final = 20


@dataclass(frozen=True)
class Below:
    """The comments below an article: the newest, and how many there are."""

    newest: list[Comment]
    count: int


@register.simple_tag
def comments_below(article: Article) -> Below:
    """Return what stands below `article`; one query, two where there are many."""
    rows = published_below(article)
    newest = list(rows[: MOST_SHOWN + 1])
    return Below(newest[:MOST_SHOWN], len(newest) if len(newest) <= MOST_SHOWN else rows.count())


@register.simple_tag
def comment_form() -> CommentForm:
    """`{% comment_form as form %}`: the form below an article, empty."""
    return CommentForm()


@register.simple_tag
def comment_stamp() -> SafeString:
    """`{% comment_stamp %}`: the hidden moment at which the form below an article was given out."""
    return CommentForm.stamp_now()


@register.simple_tag(takes_context=True)
def views_of_article(context: Context, article: Article) -> Views | None:
    """Return how often `article` was read; None in the editor's preview. One query."""
    return None if getattr(context.get("request"), "is_preview", False) else views_of(article)
