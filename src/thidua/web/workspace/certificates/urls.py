"""Addresses of the certificates area."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.certificates.views import (
    book,
    certificate,
    handing,
    listing,
    printers,
    printing,
    replacing,
)

urlpatterns = [
    path("giay-chung-nhan", listing.certificates, name="certificates"),
    path("giay-chung-nhan/quyet-dinh", listing.decisions, name="certificate-decisions"),
    path("giay-chung-nhan/so-vang", book.golden, name="golden-book"),
    path("giay-chung-nhan/so-vang/ban-in", book.golden_pdf, name="golden-book-file"),
    path("giay-chung-nhan/tra-cuu", listing.look_up, name="look-up-certificate"),
    path("giay-chung-nhan/may-in", printers.page, name="printers"),
    path("giay-chung-nhan/may-in/to-thu", printers.test_page, name="printer-test-page"),
    path("giay-chung-nhan/quyet-dinh/<int:pk>", printing.page, name="decision-certificates"),
    path("giay-chung-nhan/quyet-dinh/<int:pk>/in", printing.start, name="print-certificates"),
    path("giay-chung-nhan/quyet-dinh/<int:pk>/trao", handing.give, name="hand-over-certificates"),
    path("giay-chung-nhan/quyet-dinh/<int:pk>/danh-sach-trao", handing.list_pdf, name="handing-over-file"),
    path("giay-chung-nhan/dot-in/<int:pk>", printing.batch, name="print-batch"),
    path("giay-chung-nhan/tep-in/<int:pk>", printing.part_file, name="print-part"),
    path("giay-chung-nhan/ma/<str:code>", certificate.page, name="certificate"),
    path("giay-chung-nhan/ma/<str:code>/anh", certificate.picture, name="certificate-picture"),
    path("giay-chung-nhan/ma/<str:code>/in-lai", certificate.reprint, name="reprint-certificate"),
    path("giay-chung-nhan/ma/<str:code>/cap-doi", replacing.exchange, name="exchange-certificate"),
    path("giay-chung-nhan/ma/<str:code>/cap-lai", replacing.reissue, name="reissue-certificate"),
    path("giay-chung-nhan/ma/<str:code>/dinh-chinh", replacing.correct, name="correct-certificate"),
    path("giay-chung-nhan/ma/<str:code>/huy", replacing.cancel, name="cancel-certificate"),
    path("giay-chung-nhan/ma/<str:code>/thu-hoi", replacing.recall, name="recall-certificate"),
]
