"""Addresses of the records area: the same for every kind."""

from __future__ import annotations

from django.urls import URLPattern, path

from thidua.web.workspace.records.kinds import ALL
from thidua.web.workspace.records.record_kind import RecordKind
from thidua.web.workspace.records.views import lines, listing, page, removing, writing


def addresses_of(kind: RecordKind) -> list[URLPattern]:
    """Return the addresses of one kind."""
    given = {"kind": kind}
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


urlpatterns = [address for kind in ALL for address in addresses_of(kind)]
