"""Addresses of the public gifts."""

from __future__ import annotations

from django.urls import path

from thidua.web.public.gifts.views import drive, drives, ledger, photos, pledging, stories

_ONE = "ung-ho/<slug:slug>"

urlpatterns = [
    path("ung-ho", drives.drives, name="public-gifts"),
    path(_ONE, drive.drive, name="public-drive"),
    path(f"{_ONE}/so", ledger.ledger, name="public-ledger"),
    path(f"{_ONE}/sao-ke/<int:year>-<int:month>.pdf", ledger.statement, name="public-statement"),
    path(f"{_ONE}/phieu-thu/<int:year>/<int:number>", stories.gift, name="public-gift"),
    path(f"{_ONE}/phan-bo/<int:pk>", stories.allocation, name="public-allocation"),
    path(f"{_ONE}/anh/<int:pk>-<str:size>.jpg", photos.proof, name="public-proof-photo"),
    path(f"{_ONE}/dang-ky", pledging.write, name="write-pledge"),
    path(f"{_ONE}/bien-nhan", pledging.receipt, name="pledge-sent"),
]
