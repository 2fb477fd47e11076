"""Addresses of the identities area."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.identities.views import listing, pair, searching

urlpatterns = [
    path("nhan-dien-nguoi", listing.queue, name="identities"),
    path("nhan-dien-nguoi/tim", searching.page, name="identity-search"),
    path("nhan-dien-nguoi/tim/bat-dau", searching.start, name="start-identity-search"),
    path("nhan-dien-nguoi/da-gop", listing.merged, name="merged-persons"),
    path("nhan-dien-nguoi/da-gop/<int:pk>/tach", listing.unmerge, name="unmerge-persons"),
    path("nhan-dien-nguoi/hoan-tac", pair.undo, name="undo-identity"),
    path("nhan-dien-nguoi/<int:pk>", pair.page, name="identity"),
]
