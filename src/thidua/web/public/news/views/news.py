"""The list of articles."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from thidua.portal.models import Article
from thidua.portal.queries.articles import articles_matching, topics_of_articles, years_of_articles
from thidua.web.shell import formats
from thidua.web.shell.drawn import Told
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.pages import PAGE, page_of
from thidua.web.shell.remembered import remembered

ON_A_PAGE: Final = 20
LONGEST_REMEMBERED: Final = 100  # signs of an address; what is longer is hardly asked for twice


class NewsFilters(FilterForm):
    """By topic, year and words; the topics and years are those under which something stands."""

    chu_de = forms.ChoiceField(label=_("Topic"))
    nam = forms.TypedChoiceField(label=_("Year"), coerce=int, empty_value=None)
    q = forms.CharField(
        label=_("Words in title or lead"), max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )

    def __init__(self, data: QueryDict, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        english = get_language() == "en"
        topics = [(one.slug, one.name_en if english else one.name) for one in topics_of_articles()]
        self.fields["chu_de"].choices = [("", _("all")), *topics]  # type: ignore[attr-defined]
        years = [(year, str(year)) for year in years_of_articles()]
        self.fields["nam"].choices = [("", _("all")), *years]  # type: ignore[attr-defined]

    def rows(self) -> QuerySet[Article]:
        """Return the articles that fit."""
        answers = self.answers()
        return articles_matching(
            topic=answers.get("chu_de", ""), year=answers.get("nam"), words=answers.get("q", "")
        )


@knows(PAGE, filters=NewsFilters)
def news(request: HttpRequest) -> HttpResponse:
    """Show the articles, newest first; four queries whatever the rows, one more with words."""
    asked = request.GET.urlencode()
    read = partial(_told, request.GET)
    short = len(asked) <= LONGEST_REMEMBERED
    told = remembered("news", asked, formats.page_language(), read=read) if short else read()
    return render(request, "news/news.html", told.page())


def _told(query: QueryDict) -> Told:
    filters = NewsFilters(query)
    rows = filters.rows()
    page = page_of(query, rows.count(), ON_A_PAGE)
    return Told(
        filters=filters,
        chosen=list(filters.chosen(query)),
        articles=list(rows[page.rows]),
        page=page,
        topic=filters.answers().get("chu_de", ""),
    )
