"""Addresses of the interface for programs."""

from __future__ import annotations

from django.urls import path

from thidua.web.api import awards, certificates, decisions, description

urlpatterns = [
    path("awards", awards.found, name="api-awards"),
    path("decisions/<int:pk>", decisions.decision, name="api-decision"),
    path("certificates/<str:typed>", certificates.state, name="api-certificate"),
    path("openapi.json", description.openapi, name="api-description"),
]
