"""Addresses of what readers leave behind."""

from __future__ import annotations

from django.urls import path

from thidua.web.public.readers.views import comments, counting

urlpatterns = [
    path("luot-xem/<int:page>", counting.shown, name="page-shown"),
    path("cach-dem-luot-xem", counting.method, name="counting-method"),
    path("tin-tuc/<slug:slug>/y-kien", comments.comments, name="comments"),
    path("tin-tuc/<slug:slug>/y-kien/bien-nhan", comments.received, name="comment-received"),
]
