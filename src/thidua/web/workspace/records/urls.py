"""Addresses of the records area: the same for every kind."""

from __future__ import annotations

from django.urls import URLPattern, path

from thidua.web.workspace.records.kinds import ALL
from thidua.web.workspace.records.kinds.history import HISTORY
from thidua.web.workspace.records.record_kind import RecordKind
from thidua.web.workspace.records.views import (
    cancelling,
    importing,
    life,
    lines,
    listing,
    matching,
    page,
    removing,
    scans,
    writing,
)


def addresses_of(kind: RecordKind) -> list[URLPattern]:
    """Return the addresses of one kind."""
    given = {"kind": kind}
    if kind.removal is None:
        return _never_deleted(kind)
    found = [
        path(kind.path, listing.record_list, given, name=kind.address("list")),
        path(f"{kind.path}/them", writing.new_record, given, name=kind.address("new")),
        path(f"{kind.path}/da-go", removing.removed_records, given, name=kind.address("removed")),
        path(
            f"{kind.path}/da-go/<int:sequence>", removing.restore_record, given, name=kind.address("restore")
        ),
        path(f"{kind.path}/<int:pk>", page.record_page, given, name=kind.address("page")),
        path(f"{kind.path}/<int:pk>/sua", writing.edit_record, given, name=kind.address("edit")),
        path(f"{kind.path}/<int:pk>/go", removing.remove_record, given, name=kind.address("remove")),
    ]
    if kind.lines is not None:
        address = f"{kind.path}/<int:pk>/{kind.lines.path}"
        found.append(path(address, lines.edit_lines, given, name=kind.address("lines")))
    return found


def _never_deleted(kind: RecordKind) -> list[URLPattern]:
    """Return the addresses of a kind whose records are cancelled, not removed."""
    given = {"kind": kind}
    return [
        path(kind.path, listing.record_list, given, name=kind.address("list")),
        path(f"{kind.path}/them", writing.new_record, given, name=kind.address("new")),
        path(f"{kind.path}/<int:pk>", page.record_page, given, name=kind.address("page")),
        path(f"{kind.path}/<int:pk>/sua", writing.edit_record, given, name=kind.address("edit")),
        path(f"{kind.path}/<int:pk>/huy", cancelling.cancel_record, given, name=kind.address("remove")),
    ]


urlpatterns = [
    path("vu-viec/<int:pk>/ket-luan", cancelling.conclude, name="matters-conclude"),
    path("giai-thuong-cuoc-thi/<int:pk>/quyet-dinh", scans.edition_decision, name="edition-decision-file"),
    path("khen-thuong/gan-danh-hieu", matching.match_codes, name="match-award-codes"),
    path("khen-thuong/<int:pk>/lien-ket", matching.link_names, name="awards-link"),
    path("qua-trinh/don-vi/<int:pk>/dac-diem", life.traits, name="unit-traits"),
    path("qua-trinh/nhap", importing.listing, name="history-imports"),
    path("qua-trinh/nhap/<int:pk>", importing.page, name="history-import"),
    path("qua-trinh/nhap/<int:pk>/hoan-tac", importing.undo, name="undo-history-import"),
    path("qua-trinh/nhap/<slug:path>", importing.take, name="import-history"),
    path("qua-trinh/nhap/<slug:path>/mau", importing.template, name="import-history-template"),
    *(address for kind in (*ALL, *HISTORY) for address in addresses_of(kind)),
]
