"""The administration site shows units and persons; changes go through the actions, so it only reads."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from thidua.orgs.models import Household, Person, Position, RoleAssignment, Unit, UnitChange, UnitName


class ReadOnly(admin.ModelAdmin):
    """Lists and shows, changes nothing."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def _register(model: type[models.Model], columns: tuple[str, ...], searched: tuple[str, ...] = ()) -> None:
    options = {"list_display": columns, "search_fields": searched, "list_select_related": True}
    admin.site.register(model, type(f"{model.__name__}Admin", (ReadOnly,), options))


_register(Unit, ("name", "kind", "official_code", "exists_from", "exists_to"), ("key", "names__folded_name"))
_register(UnitName, ("name", "unit", "official_code", "valid_from", "valid_to"), ("folded_name",))
_register(UnitChange, ("date", "kind", "act"), ("act",))
_register(Person, ("full_name", "birth_year", "provenance"), ("folded_name",))
_register(Household, ("head", "address_text", "provenance"), ("head__folded_name",))
_register(Position, ("person", "title", "unit", "valid_from", "valid_to"), ("person__folded_name",))
_register(RoleAssignment, ("user", "role", "unit", "valid_from", "valid_to"), ("user__username",))
