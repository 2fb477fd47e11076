"""Addresses of the reports area; below `bao-cao/` stands always a report's own address."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.reports.views import (
    arranging,
    comparing,
    downloads,
    draft,
    editing,
    figures,
    framing,
    freezing,
    listing,
    signing,
    versions,
)

urlpatterns = [
    path("bao-cao", listing.reports, name="reports"),
    path("bao-cao-moi", framing.create, name="create-report"),
    path("bao-cao/<slug:slug>", draft.page, name="report"),
    path("bao-cao/<slug:slug>/khung", framing.edit, name="edit-report"),
    path("bao-cao/<slug:slug>/diem-can-xem", draft.checks, name="report-checks"),
    path("bao-cao/<slug:slug>/lich-su", draft.history, name="report-history"),
    path("bao-cao/<slug:slug>/ban-in", draft.paper, name="report-paper"),
    path("bao-cao/<slug:slug>/so-lieu", figures.listing, name="report-figures"),
    path("bao-cao/<slug:slug>/so-lieu/<str:place>", figures.trace_page, name="report-figure"),
    path("bao-cao/<slug:slug>/ky-xac-nhan", signing.panel, name="report-sign-off"),
    path("bao-cao/<slug:slug>/tai-ve/<str:form>", downloads.download, name="download-report"),
    path("bao-cao/<slug:slug>/chot", freezing.freeze, name="freeze-report"),
    path("bao-cao/<slug:slug>/dinh-chinh", freezing.correct, name="correct-report"),
    path("bao-cao/<slug:slug>/ban-chot", versions.listing, name="report-versions"),
    path("bao-cao/<slug:slug>/ban-chot/<int:number>", versions.page, name="report-version"),
    path("bao-cao/<slug:slug>/so-sanh", comparing.versions, name="compare-versions"),
    path("bao-cao/<slug:slug>/so-voi-nam-truoc", comparing.last_year, name="compare-last-year"),
    path("bao-cao/<slug:slug>/them-doan", arranging.add, name="add-paragraph"),
    path("bao-cao/<slug:slug>/doan/<int:pk>", editing.edit, name="edit-paragraph"),
    path("bao-cao/<slug:slug>/doan/<int:pk>/len", arranging.move_up, name="move-paragraph-up"),
    path("bao-cao/<slug:slug>/doan/<int:pk>/xuong", arranging.move_down, name="move-paragraph-down"),
    path("bao-cao/<slug:slug>/doan/<int:pk>/bo", arranging.remove, name="remove-paragraph"),
    path("bao-cao/<slug:slug>/doan/<int:pk>/don-vi", signing.assign, name="assign-responsible"),
    path("bao-cao/<slug:slug>/doan/<int:pk>/ky", signing.sign, name="sign-paragraph"),
    path("bao-cao/<slug:slug>/doan/<int:pk>/rut-ky", signing.withdraw, name="withdraw-sign-off"),
]
