"""Addresses of notices and e-mails."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.notices.views import inbox, outbox, wishes

urlpatterns = [
    path("thong-bao", inbox.listing, name="notices"),
    path("thong-bao/da-doc", inbox.mark, name="mark-notices-read"),
    path("thong-bao/cai-dat", wishes.page, name="notice-wishes"),
    path("thong-bao/dia-chi", wishes.address, name="own-address"),
    path("thong-bao/dia-chi/xac-nhan/<str:token>", wishes.confirm, name="confirm-address"),
    path("thong-bao/<int:pk>", inbox.notice, name="notice"),
    path("thu-di", outbox.listing, name="outbox"),
    path("thu-di/chon", outbox.batch, name="outbox-batch"),
    path("thu-di/khong-gui", outbox.discard, name="outbox-discard"),
    path("thu-di/<int:pk>", outbox.mail, name="outbox-mail"),
]
