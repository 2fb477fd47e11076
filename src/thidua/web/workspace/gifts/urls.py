"""Addresses of the desk of gifts."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.gifts.views import (
    allocating,
    bank,
    desk,
    desks,
    pledges,
    receiving,
    reversing,
    statements,
)

_ONE = "so-ung-ho/<slug:slug>"

urlpatterns = [
    path("so-ung-ho", desks.desks, name="gift-desks"),
    path(_ONE, desk.desk, name="gift-desk"),
    path(f"{_ONE}/ghi-dang-ky", pledges.write, name="take-pledge"),
    path(f"{_ONE}/dang-ky/<int:pk>/xac-nhan", pledges.confirm, name="confirm-pledge"),
    path(f"{_ONE}/dang-ky/<int:pk>/huy", pledges.call_off, name="call-off-pledge"),
    path(f"{_ONE}/nhan", receiving.receive, name="receive-gift"),
    path(f"{_ONE}/sao-ke", statements.statements, name="gift-statements"),
    path(f"{_ONE}/sao-ke/<int:year>-<int:month>/cong-bo", statements.publish, name="publish-gift-statement"),
    path(f"{_ONE}/sao-ke-ngan-hang", bank.choose, name="bank-statement"),
    path(f"{_ONE}/sao-ke-ngan-hang/mau", bank.empty_table, name="bank-statement-template"),
    path(f"{_ONE}/sao-ke-ngan-hang/tep/<str:token>", bank.look, name="bank-statement-lines"),
    path(f"{_ONE}/sao-ke-ngan-hang/tep/<str:token>/bo", bank.drop, name="drop-bank-statement"),
    path(f"{_ONE}/sao-ke-ngan-hang/<int:pk>/hoan-tac", bank.undo, name="undo-bank-statement"),
    path(f"{_ONE}/phieu-thu/<int:pk>/huy", reversing.receipt, name="reverse-receipt"),
    path(f"{_ONE}/phan-bo", allocating.give, name="allocate-gift"),
    path(f"{_ONE}/phan-bo/<int:pk>/huy", reversing.allocation, name="reverse-allocation"),
    path(f"{_ONE}/phan-bo/<int:pk>/anh", allocating.show, name="prove-allocation"),
    path(f"{_ONE}/anh/<int:pk>/gach", reversing.proof, name="strike-proof"),
]
