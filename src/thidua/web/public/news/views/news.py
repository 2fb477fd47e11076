"""The list of articles."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.portal.models import Article


def news(request: HttpRequest) -> HttpResponse:
    """Show the articles, newest first."""
    return render(request, "news/news.html", {"articles": Article.objects.live().order_by("-published_on")})
