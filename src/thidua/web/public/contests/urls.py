"""Addresses of prizes and contests for everybody."""

from __future__ import annotations

from django.urls import path

from thidua.web.public.contests.views import editions, entering

urlpatterns = [
    path("giai-thuong", editions.listing, name="contests"),
    path("giai-thuong/rut-bai", entering.withdraw, name="withdraw-own-entry"),
    path("giai-thuong/rut-bai-nay", entering.withdraw_this, name="withdraw-this-entry"),
    path("giai-thuong/<int:pk>", editions.page, name="contest"),
    path("giai-thuong/<int:pk>/gui-bai", entering.enter, name="enter-contest"),
    path("giai-thuong/da-nhan", entering.receipt, name="contest-receipt"),
]
