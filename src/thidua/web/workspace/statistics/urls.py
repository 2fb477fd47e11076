"""Addresses of statistics."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.statistics.views import communes, describing, filled, forgotten, officers, shares

urlpatterns = [
    path("thong-ke", filled.overview, name="statistics"),
    path("thong-ke/bieu/<slug:slug>", filled.page, name="statistical-form"),
    path("thong-ke/bieu/<slug:slug>/<str:row>/<slug:column>", filled.trace, name="statistical-cell"),
    path("thong-ke/doi-tuong", describing.listing, name="undescribed-recipients"),
    path("thong-ke/doi-tuong/<int:pk>", describing.page, name="describe-recipients"),
    path("thong-ke/nguoi-lam", officers.listing, name="emulation-officers"),
    path("thong-ke/nguoi-lam/them", officers.new, name="new-emulation-officer"),
    path("thong-ke/nguoi-lam/<int:pk>", officers.edit, name="edit-emulation-officer"),
    path("thong-ke/nguoi-lam/<int:pk>/go", officers.remove, name="remove-emulation-officer"),
    path("thong-ke/xa-trang", communes.page, name="communes-without-awards"),
    path("thong-ke/bo-sot", forgotten.page, name="forgotten"),
    path("thong-ke/co-cau", shares.page, name="fairness-trend"),
]
