"""Addresses of the public site."""

from __future__ import annotations

from django.urls import path

from thidua.web.public.views import (
    about,
    certificate_on_device,
    certificate_photo,
    certificates,
    home,
    movement,
    movement_parts,
    movements,
    open_data,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("phong-trao", movements.movements, name="public-movements"),
    path("phong-trao/<slug:slug>", movement.movement, name="public-movement"),
    path("phong-trao/<slug:slug>/ket-qua", movement_parts.results, name="public-movement-results"),
    path("phong-trao/<slug:slug>/guong", movement_parts.examples, name="public-movement-examples"),
    path("phong-trao/<slug:slug>/ung-ho", movement_parts.gifts, name="public-movement-gifts"),
    path("phong-trao/<slug:slug>/khen-thuong", movement_parts.awards, name="public-movement-awards"),
    path("phong-trao/<slug:slug>/tin-bai", movement_parts.articles, name="public-movement-articles"),
    path("phong-trao/<slug:slug>/van-ban-phat-dong", movement.launch_file, name="public-launch-file"),
    path("xac-minh", certificates.check, name="check-certificate"),
    path("xac-minh/khoa-cong-khai.json", certificates.keys_json, name="certificate-keys-json"),
    path("xac-minh/khoa-cong-khai.pem", certificates.keys_pem, name="certificate-keys-pem"),
    path("xac-minh/anh", certificate_photo.read_photo, name="certificate-photo"),
    path("xac-minh/tren-may-nay", certificate_on_device.page, name="certificate-on-device"),
    path("xac-minh/tren-may-nay.js", certificate_on_device.worker, name="certificate-worker"),
    path("xac-minh/<str:typed>", certificates.checked, name="certificate-checked"),
    path("du-lieu", open_data.page, name="open-data"),
    path("du-lieu/datapackage.json", open_data.description, name="open-data-description"),
    path("du-lieu/<str:name>", open_data.download, name="open-data-file"),
    path("gioi-thieu", about.about, name="about"),
    path("tro-nang", about.accessibility, name="accessibility"),
    path("quyen-rieng-tu", about.privacy, name="privacy"),
    path("so-do-trang", about.site_map, name="site-map"),
]
