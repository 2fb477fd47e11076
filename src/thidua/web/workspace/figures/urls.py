"""Addresses of the figures area."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.figures.views import dashboard

urlpatterns = [
    path("bang-chi-tieu", dashboard.dashboard, name="targets-dashboard"),
]
