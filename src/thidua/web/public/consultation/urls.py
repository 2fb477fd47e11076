"""Addresses of the public consultations."""

from __future__ import annotations

from django.urls import path

from thidua.web.public.consultation.views import listing, page, speaking

_ONE = "lay-y-kien/<int:pk>"

urlpatterns = [
    path("lay-y-kien", listing.consultations, name="consultations"),
    path(_ONE, page.consultation, name="consultation"),
    path(f"{_ONE}/gop-y", speaking.write, name="write-opinion"),
    path(f"{_ONE}/bien-nhan", speaking.receipt, name="opinion-sent"),
]
