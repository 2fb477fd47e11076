"""Addresses of the news."""

from __future__ import annotations

from django.urls import path

from thidua.web.public.news.views import article, feed, news

urlpatterns = [
    path("tin-tuc", news.news, name="news"),
    path("tin-tuc/rss.xml", feed.feed, name="news-feed"),
    path("tin-tuc/<slug:slug>", article.article, name="article"),
    path("trang/<slug:slug>", article.information, name="information"),
]
