"""Addresses of the public site."""

from __future__ import annotations

from django.urls import path

from thidua.web.public.views import about, home, movement, movements

urlpatterns = [
    path("", home.home, name="home"),
    path("phong-trao", movements.movements, name="public-movements"),
    path("phong-trao/<slug:slug>", movement.movement, name="public-movement"),
    path("phong-trao/<slug:slug>/van-ban-phat-dong", movement.launch_file, name="public-launch-file"),
    path("gioi-thieu", about.about, name="about"),
    path("tro-nang", about.accessibility, name="accessibility"),
    path("quyen-rieng-tu", about.privacy, name="privacy"),
]
