"""Addresses of the privacy area."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.privacy.views import choices, person, retention

urlpatterns = [
    path("cong-khai", choices.listing, name="public-fields"),
    path("cong-khai/<slug:code>", choices.choose, name="choose-public-fields"),
    path("luu-giu", retention.listing, name="retention"),
    path("nguoi/<int:pk>/du-lieu-ca-nhan", person.page, name="personal-data"),
    path("nguoi/<int:pk>/du-lieu-ca-nhan/nhap", person.enter, name="enter-personal-data"),
    path("nguoi/<int:pk>/du-lieu-ca-nhan/xoa", person.erase, name="erase-personal-data"),
    path("nguoi/<int:pk>/du-lieu-ca-nhan/trich-xuat", person.extract, name="extract-person"),
]
