"""Addresses of the privacy area."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.privacy.views import person

urlpatterns = [
    path("nguoi/<int:pk>/du-lieu-ca-nhan", person.page, name="personal-data"),
    path("nguoi/<int:pk>/du-lieu-ca-nhan/nhap", person.enter, name="enter-personal-data"),
    path("nguoi/<int:pk>/du-lieu-ca-nhan/xoa", person.erase, name="erase-personal-data"),
]
