"""Addresses of units, persons and households."""

from __future__ import annotations

from django.urls import path

from thidua.web.workspace.units.views import ending, household, listing, making, people, person, unit

urlpatterns = [
    path("don-vi", listing.unit_list, name="units"),
    path("don-vi-moi", making.create, name="create-unit"),
    path("don-vi/<slug:key>", unit.page, name="unit"),
    path("don-vi/<slug:key>/doi-ten", making.rename, name="rename-unit"),
    path("don-vi/<slug:key>/chuyen", making.move, name="move-unit"),
    path("don-vi/<slug:key>/nhap", ending.merge, name="merge-unit"),
    path("don-vi/<slug:key>/tach", ending.split, name="split-unit"),
    path("don-vi/<slug:key>/giai-the", ending.dissolve, name="dissolve-unit"),
    path("don-vi/<slug:key>/tiep-noi", ending.settle, name="settle-succession"),
    path("nguoi", people.person_list, name="people"),
    path("nguoi/them", person.create, name="create-person"),
    path("nguoi/<int:pk>", person.page, name="person"),
    path("nguoi/<int:pk>/sua", person.edit, name="edit-person"),
    path("nguoi/<int:pk>/chuc-vu", person.add_held, name="add-position"),
    path("nguoi/chuc-vu/<int:pk>/thoi-giu", person.end_held, name="end-position"),
    path("ho-gia-dinh", household.household_list, name="households"),
    path("ho-gia-dinh/them", household.create, name="create-household"),
    path("ho-gia-dinh/<int:pk>/sua", household.edit, name="edit-household"),
]
