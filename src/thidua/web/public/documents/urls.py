"""Addresses of documents and forms."""

from __future__ import annotations

from django.urls import path

from thidua.web.public.documents.views import document, listing

urlpatterns = [
    path("van-ban", listing.documents, name="public-documents"),
    path("van-ban/<slug:slug>", document.document, name="public-document"),
    path("bieu-mau", listing.forms, name="public-forms"),
]
