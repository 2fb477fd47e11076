"""`{% livefigures page %}…{% endlivefigures %}`: text whose `{{…}}` are filled, its sources listed behind it."""

from __future__ import annotations

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from thidua.portal.models import Article, Topic
from thidua.portal.queries.beside import Beside
from thidua.portal.queries.beside import beside as beside_article
from thidua.portal.queries.kept_figures import figures_to_keep, published_figures
from thidua.web.public.news.figures import ArticleFigures, article_figures, with_figures

register = template.Library()


@register.tag("livefigures")
def live_figures(parser: Parser, token: Token) -> LiveFigures:
    """Read `{% livefigures page %}` or `{% livefigures page "en" %}`: the language of the text inside."""
    _name, page, *rest = token.split_contents()
    inside = parser.parse(("endlivefigures",))
    parser.delete_first_token()
    language = parser.compile_filter(rest[0]) if rest else None
    return LiveFigures(inside, parser.compile_filter(page), language)


class LiveFigures(template.Node):
    """The text inside with its figures, and the list «Nguồn số liệu» where there are any."""

    def __init__(self, inside: NodeList, page: FilterExpression, language: FilterExpression | None) -> None:
        self.nodelist, self.page, self.language = inside, page, language

    def render(self, context: Context) -> SafeString:
        article: Article = self.page.resolve(context)
        language = self.language.resolve(context) if self.language else "vi"
        if is_preview(context, article):
            figures = article_figures(figures_to_keep(article, timezone.localdate()))
            return self._written(context, figures, language)

        return self._written(context, article_figures(published_figures(article)), language)

    def _written(self, context: Context, figures: ArticleFigures, language: str) -> SafeString:
        text = with_figures(self.nodelist.render(context), figures, language)
        if not len(figures):
            return text
        said = {"figures": figures}
        note = render_to_string("news/figure_marks.html", said) if figures.marks else ""
        return SafeString(note + text + render_to_string("news/figure_sources.html", said))


def is_preview(context: Context, article: Article) -> bool:
    """Return whether an article is looked at on the desk, before anybody else may read it."""
    return article.pk is None or getattr(context.get("request"), "is_preview", False)


@register.simple_tag
def beside(article: Article) -> Beside:
    """`{% beside page as beside %}`: what an article is about, and what else to read."""
    return beside_article(article)


@register.filter
def topic_name(topic: Topic) -> str:
    """`{{ topic|topic_name }}`: a topic in the language of the page."""
    return topic.name_en if get_language() == "en" else topic.name
