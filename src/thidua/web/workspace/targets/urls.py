"""Addresses of the targets area."""

from __future__ import annotations

from django.urls import path, re_path

from thidua.web.workspace.targets.views import (
    appraisal,
    dashboard,
    figures,
    importing,
    indicators,
    listing,
    rounds,
    sheet,
    submitting,
)

_SHEET = "chi-tieu/bao-cao/<slug:slug>/<slug:unit>"
_KIND = r"^nhap/(?P<kind>so-lieu|ke-hoach)"

urlpatterns = [
    path("bang-chi-tieu", dashboard.dashboard, name="targets-dashboard"),
    path("bao-cao-cua-toi", listing.mine, name="my-sheets"),
    path(_SHEET, sheet.page, name="sheet"),
    path(f"{_SHEET}/luu/<int:pk>", sheet.save_row, name="save-sheet-row"),
    path(f"{_SHEET}/kiem-tra", submitting.check, name="check-sheet"),
    path(f"{_SHEET}/bien-nhan", submitting.receipt, name="sheet-receipt"),
    path(f"{_SHEET}/de-nghi-mo-lai", submitting.ask_back, name="request-reopening"),
    path(f"{_SHEET}/o/<slug:code>", submitting.cell, name="sheet-cell"),
    path(f"{_SHEET}/o/<slug:code>/tep", submitting.evidence, name="sheet-evidence"),
    path(f"{_SHEET}/tham-dinh", appraisal.appraise, name="appraise-sheet"),
    path(f"{_SHEET}/mo-lai", appraisal.reopen, name="reopen-sheet"),
    path("ky-bao-cao", rounds.rounds, name="rounds"),
    path("ky-bao-cao-moi", rounds.open_new, name="open-round"),
    path("ky-bao-cao/<slug:slug>", rounds.board, name="round"),
    path("ky-bao-cao/<slug:slug>/nhac", rounds.remind_missing, name="remind-units"),
    path("ky-bao-cao/<slug:slug>/khoa", rounds.lock, name="lock-round"),
    path("chi-tieu", indicators.listing, name="indicators"),
    path("chi-tieu-moi", indicators.create, name="create-indicator"),
    path("chi-tieu/<slug:code>", indicators.detail, name="indicator"),
    path("chi-tieu/<slug:code>/sua", indicators.edit, name="edit-indicator"),
    path("ke-hoach", figures.plans, name="plans"),
    path("ke-hoach/giao", figures.new_plan, name="set-plan"),
    path("so-lieu", figures.figures, name="figures"),
    path("so-lieu/ghi", figures.record, name="record-figure"),
    path("so-lieu/<int:pk>", figures.figure_history, name="figure-history"),
    path("so-lieu/<int:pk>/tep", figures.figure_evidence, name="figure-evidence"),
    re_path(rf"{_KIND}$", importing.upload, name="import-table"),
    re_path(rf"{_KIND}/xac-nhan$", importing.confirm, name="confirm-import"),
    re_path(rf"{_KIND}/mau$", importing.template, name="import-template"),
    path("cac-lan-nhap", importing.imports, name="imports"),
    path("cac-lan-nhap/<int:pk>", importing.batch, name="import"),
    path("cac-lan-nhap/<int:pk>/hoan-tac", importing.undo, name="undo-import"),
]
