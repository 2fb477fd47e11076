"""Addresses of the targets area."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.targets.views import appraisal, listing, rounds, sheet, submitting

_SHEET = "bao-cao-cua-toi/<slug:slug>/<slug:unit>"

urlpatterns = [
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
]
