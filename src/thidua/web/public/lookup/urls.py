"""Addresses of the look-up."""

from __future__ import annotations

from django.urls import path

from thidua.web.public.lookup.views import decision, searching

urlpatterns = [
    path("tra-cuu", searching.page, name="lookup"),
    path("tra-cuu/quyet-dinh/<int:pk>", decision.page, name="public-decision"),
]
