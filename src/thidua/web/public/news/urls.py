"""Addresses of the news."""

from __future__ import annotations

from django.urls import path

from thidua.web.public.news.views import article, news

urlpatterns = [
    path("tin-tuc", news.news, name="news"),
    path("tin-tuc/<slug:slug>", article.article, name="article"),
    path("trang/<slug:slug>", article.information, name="information"),
]
