"""Addresses of the shell itself."""

from __future__ import annotations

from django.urls import path

from thidua.web.shell.lookups.views import matches
from thidua.web.shell.views import follow_up, gallery, preferences, signing

urlpatterns = [
    path("dang-nhap", signing.SignIn.as_view(), name="sign-in"),
    path("dang-xuat", signing.sign_out, name="sign-out"),
    path("doi-mat-khau", signing.change_own_password, name="change-password"),
    path("theo-doi", follow_up.follow_up, name="follow-up"),
    path("giao-dien", preferences.choose_theme, name="choose-theme"),
    path("lam-viec/tim/<slug:name>", matches, name="lookup"),
    path("lam-viec/thanh-phan", gallery.components, name="components"),
    path("lam-viec/thanh-phan/xac-nhan", gallery.confirm_example, name="components-confirm"),
]
