"""Addresses of the figures area."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.figures.views import dashboard, figures, imports, indicators, plans

urlpatterns = [
    path("bang-chi-tieu", dashboard.dashboard, name="targets-dashboard"),
    path("chi-tieu", indicators.indicators, name="indicators"),
    path("chi-tieu-moi", indicators.create, name="create-indicator"),
    path("chi-tieu/<slug:code>", indicators.indicator, name="indicator"),
    path("chi-tieu/<slug:code>/sua", indicators.edit, name="edit-indicator"),
    path("ke-hoach", plans.plans, name="plans"),
    path("ke-hoach-moi", plans.set_one, name="set-plan"),
    path("ke-hoach/<int:pk>", plans.plan, name="plan"),
    path("so-lieu", figures.figures, name="figures"),
    path("so-lieu-moi", figures.record, name="record-figure"),
    path("so-lieu/<int:pk>", figures.figure_of_row, name="figure-history"),
    path("so-lieu/<int:pk>/minh-chung", figures.evidence, name="figure-evidence"),
    path("so-lieu/<slug:code>/<slug:key>/<str:period>", figures.figure, name="figure"),
    path("nhap-tep", imports.listing, name="imports"),
    path("nhap-tep/chon", imports.choose, name="import-file"),
    path("nhap-tep/bang-mau", imports.empty_table, name="import-template"),
    path("nhap-tep/xem-truoc/<str:token>", imports.preview, name="import-preview"),
    path("nhap-tep/xem-truoc/<str:token>/bo", imports.drop, name="drop-import"),
    path("nhap-tep/<int:pk>", imports.batch, name="import-batch"),
    path("nhap-tep/<int:pk>/hoan-tac", imports.undo, name="undo-import"),
]
