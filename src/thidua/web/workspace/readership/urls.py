"""Addresses of the readership area."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.readership import views

urlpatterns = [
    path("luot-xem", views.listing, name="readership"),
    path("luot-xem/<int:pk>", views.article, name="readership-article"),
]
