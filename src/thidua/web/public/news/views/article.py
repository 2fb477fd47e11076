"""One article, one page."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from thidua.portal.models import Article, InformationPage
from thidua.web.shell.drawn import Told
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.remembered import remembered


@knows()
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an article as published."""
    told = remembered("article", slug, read=partial(_published, slug))
    return render(request, Article.template, told.page())


def _published(slug: str) -> Told:
    page: Article = get_object_or_404(Article.objects.live().select_related("photo"), slug=slug)
    page.corrections.get_object_list()  # read along: every reader of the page needs them
    return Told(page=page)


@knows()
def information(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a page of the site as published."""
    page = get_object_or_404(InformationPage.objects.live(), slug=slug)
    return render(request, InformationPage.template, {"page": page})
