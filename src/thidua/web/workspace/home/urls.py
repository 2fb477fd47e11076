"""Addresses of the start page."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.home import views

urlpatterns = [path("viec-cua-toi", views.my_work, name="my-work")]
