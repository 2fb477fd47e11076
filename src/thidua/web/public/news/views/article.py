"""One article, one page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from thidua.portal.models import Article, InformationPage


def article(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an article as published."""
    page = get_object_or_404(Article.objects.live().select_related("photo"), slug=slug)
    return render(request, Article.template, {"page": page})


def information(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a page of the site as published."""
    page = get_object_or_404(InformationPage.objects.live(), slug=slug)
    return render(request, InformationPage.template, {"page": page})
