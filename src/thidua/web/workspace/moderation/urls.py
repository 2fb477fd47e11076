"""Addresses of the moderation area."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.moderation.views import decided, waiting

urlpatterns = [
    path("y-kien-ban-doc", waiting.listing, name="moderation"),
    path("y-kien-ban-doc/xu-ly", waiting.decide, name="moderate"),
    path("y-kien-ban-doc/da-xu-ly", decided.listing, name="moderated"),
    path("y-kien-ban-doc/lay-lai", decided.take_back, name="take-back-comments"),
]
