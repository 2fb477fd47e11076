"""Addresses of the nominations area."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.nominations.views import (
    dossier,
    listing,
    nominee_list,
    nominees,
    papers,
    report,
    role_model,
    sending,
    starting,
    taking_back,
)

_ALL = "de-nghi-khen-thuong"
_ONE = f"{_ALL}/<slug:code>"
_NOMINEES = f"{_ONE}/doi-tuong"

urlpatterns = [
    path(_ALL, listing.mine, name="my-dossiers"),
    path(f"{_ALL}/moi", starting.start, name="new-dossier"),
    path(f"{_ALL}/mau-danh-sach.xlsx", nominee_list.template, name="nominee-list-template"),
    path(f"{_ALL}/tu-guong/<int:pk>", role_model.nominate, name="nominate-role-model"),
    path(_ONE, dossier.page, name="my-dossier"),
    path(f"{_ONE}/thong-tin", starting.about, name="dossier-about"),
    path(f"{_ONE}/chep", starting.copy, name="copy-dossier"),
    path(_NOMINEES, nominees.listing, name="dossier-nominees"),
    path(f"{_NOMINEES}/moi", nominees.new, name="new-nominee"),
    path(f"{_NOMINEES}/danh-sach", nominee_list.enter, name="nominee-list"),
    path(f"{_NOMINEES}/<int:pk>/bo", nominees.remove, name="remove-nominee"),
    path(f"{_NOMINEES}/<int:pk>/tai-lieu", papers.of_nominee, name="nominee-papers"),
    path(f"{_NOMINEES}/<int:pk>/ban-in", report.page, name="nominee-report"),
    path(f"{_NOMINEES}/<int:pk>/<slug:part>", nominees.question, name="nominee-question"),
    path(f"{_ONE}/bien-ban", papers.minutes, name="dossier-minutes"),
    path(f"{_ONE}/to-trinh", papers.letter, name="dossier-letter"),
    path(f"{_ONE}/giay-to", papers.of_dossier, name="dossier-papers"),
    path(f"{_ONE}/giay-to/<int:pk>", papers.download, name="dossier-paper"),
    path(f"{_ONE}/giay-to/<int:pk>/chu-thich", papers.retitle, name="retitle-paper"),
    path(f"{_ONE}/giay-to/<int:pk>/bo", papers.withdraw, name="withdraw-paper"),
    path(f"{_ONE}/kiem-tra", sending.check, name="check-dossier"),
    path(f"{_ONE}/bien-nhan", sending.receipt, name="dossier-receipt"),
    path(f"{_ONE}/bien-nhan.pdf", sending.receipt_file, name="dossier-receipt-pdf"),
    path(f"{_ONE}/loi/<int:pk>", sending.mended, name="fault-mended"),
    path(f"{_ONE}/thu-hoi", taking_back.recall, name="recall-dossier"),
    path(f"{_ONE}/rut", taking_back.withdraw, name="withdraw-dossier"),
    path(f"{_ONE}/huy", taking_back.discard, name="discard-dossier"),
]
