"""Addresses of the law desk."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.law.views import awards, checking, comparing, readings, regulations, texts, trying

urlpatterns = [
    path("luat", awards.awards, name="law"),
    path("luat/khen-thuong/<slug:code>", awards.award, name="law-award"),
    path("luat/khen-thuong/<slug:code>/so-sanh", comparing.comparison, name="law-compare"),
    path("luat/doi-chieu", checking.check, name="law-check"),
    path("luat/doi-chieu/<int:pk>/bo", checking.uncheck, name="law-uncheck"),
    path("luat/thu", trying.trying, name="law-try"),
    path("luat/van-ban", texts.texts, name="law-texts"),
    path("luat/cach-hieu", readings.readings, name="law-readings"),
    path("luat/cach-hieu/bo/<int:pk>", readings.withdraw, name="law-withdraw-reading"),
    path("luat/cach-hieu/<slug:code>", readings.reading, name="law-reading"),
    path("luat/quy-dinh-dia-phuong", regulations.local, name="law-local"),
    path("luat/quy-dinh-dia-phuong/nap", regulations.load, name="law-load"),
    path("luat/quy-dinh-dia-phuong/<int:pk>", regulations.regulation, name="law-regulation"),
    path("luat/quy-dinh-dia-phuong/<int:pk>/bo", regulations.withdraw, name="law-withdraw-regulation"),
]
