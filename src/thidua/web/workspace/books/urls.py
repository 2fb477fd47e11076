"""Addresses of the books area."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.books.views import (
    columns,
    confirming,
    download,
    listing,
    page,
    repairing,
    rows,
    spellings,
    taking,
)

_ROW = "nhap-so-cu/<int:pk>/dong/<int:row>"

urlpatterns = [
    path("nhap-so-cu", listing.listing, name="books"),
    path("nhap-so-cu/them", taking.take, name="take-book"),
    path("nhap-so-cu/mau", download.template, name="book-template"),
    path("nhap-so-cu/cach-viet", spellings.listing, name="spellings"),
    path("nhap-so-cu/cach-viet/<int:spelling>", spellings.change, name="spelling"),
    path("nhap-so-cu/cach-viet/<int:spelling>/quen", spellings.forget, name="forget-spelling"),
    path("nhap-so-cu/<int:pk>", page.page, name="book"),
    path("nhap-so-cu/<int:pk>/doc-lai", page.read_again, name="read-book-again"),
    path("nhap-so-cu/<int:pk>/cot", columns.choose, name="book-columns"),
    path("nhap-so-cu/<int:pk>/dong", rows.grid, name="book-rows"),
    path(_ROW, repairing.row_page, name="book-row"),
    path(f"{_ROW}/o/<slug:field>", repairing.cell, name="book-cell"),
    path(f"{_ROW}/tra-lai", repairing.put_back, name="put-back-book-row"),
    path(f"{_ROW}/chon", repairing.resolve, name="resolve-book-row"),
    path(f"{_ROW}/don-vi", repairing.teach_unit, name="teach-book-unit"),
    path("nhap-so-cu/<int:pk>/ghi", confirming.confirm, name="confirm-book"),
    path("nhap-so-cu/<int:pk>/bo", confirming.discard, name="discard-book"),
    path("nhap-so-cu/<int:pk>/hoan-tac", confirming.undo, name="undo-book"),
    path("nhap-so-cu/<int:pk>/tai", download.rows, name="download-book"),
]
