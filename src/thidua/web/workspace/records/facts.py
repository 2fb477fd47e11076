"""The lines of a record's page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from thidua.movements.models import Movement
from thidua.orgs.models import Unit
from thidua.support.provenance import Provenance
from thidua.web.shell import cells
from thidua.web.workspace.records.places import Place


@dataclass(frozen=True)
class Fact:
    """One line: its label, its value as HTML, and a quieter sentence below."""

    label: Promise | str
    value: SafeString
    note: Promise | str = ""


def fact(label: Promise | str, value: object, note: Promise | str = "") -> Fact:
    """Return a line for a value of any type; None and "" read «chưa có»."""
    if value is None or value == "":
        return Fact(label, format_html('<span class="unknown">{}</span>', _("none given")), note)
    return Fact(label, cells.show(value), note)


def known(label: Promise | str, value: object) -> list[Fact]:
    """Return the line when there is something to say, else nothing."""
    return [] if value is None or value == "" else [fact(label, value)]


def unit_fact(label: Promise | str, unit: Unit) -> Fact:
    """Return the line of a unit, with a link to what is known of it."""
    return Fact(label, cells.link(reverse("unit", args=[unit.key]), unit.name))


def movements_fact(movements: Iterable[Movement]) -> Fact:
    """Return the line of the movements that a record belongs to, with links."""
    links = [cells.link(reverse("movement", args=[row.slug]), row.short_name) for row in movements]
    if not links:
        return fact(_("Movements"), _("belongs to no movement"))
    return Fact(_("Movements"), joined(links))


def origin_facts(source: str, provenance: str) -> list[Fact]:
    """Return the lines that say where a record comes from, with the mark of invented or test data."""
    mark = cells.provenance_mark(provenance)
    return [fact(_("Source"), source), fact(_("Origin"), mark or Provenance(provenance).label)]


def placed(place: Place) -> SafeString:
    """Return an address of its day, with what became of it on a quieter line below."""
    return cells.with_note(place.then or _("none given"), place.today)


def joined(parts: Iterable[object]) -> SafeString:
    """Return the parts as a list, one under the other; a single one stands alone, none is ""."""
    parts = list(parts)
    if len(parts) < 2:
        return cells.show(parts[0]) if parts else SafeString("")
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((part,) for part in parts)))
