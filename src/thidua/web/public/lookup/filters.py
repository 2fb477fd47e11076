"""The filters beside the search box, drawn without templates: the page has to cost less than the search."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from thidua.core.law.reading import load_law
from thidua.core.vietnamese.fold import fold
from thidua.lawbook.spoken import said
from thidua.registry.enums import RecipientKind
from thidua.web.public.lookup.asked import FROM_YEAR, TO_YEAR, Asked, award_words

_SELECTED: Final = SafeString(" selected")
FIELDS: Final = ("q", FROM_YEAR, TO_YEAR, "hinh_thuc", "doi_tuong", "noi")


@dataclass(frozen=True)
class Filter:
    """One field of the form: its id, its label and its HTML."""

    id: str
    label: str
    html: SafeString


def filters_of(asked: Asked) -> list[Filter]:
    """Return the fields as the search has them filled in."""
    first, last = asked.query.years or (None, None)
    given = asked.query.parameters()
    return [
        _input(FROM_YEAR, _("From year"), str(first or ""), numeric=True),
        _input(TO_YEAR, _("To year"), str(last or ""), numeric=True),
        _select(
            "hinh_thuc",
            pgettext("lookup", "Award"),
            given.get("hinh_thuc", ""),
            _awards(get_language() or "vi"),
        ),
        _select("doi_tuong", pgettext("lookup", "Recipient"), given.get("doi_tuong", ""), _kinds()),
        _input("noi", _("Unit or commune, by its name of then or of today"), given.get("noi", "")),
    ]


def _input(name: str, label: str, value: str, *, numeric: bool = False) -> Filter:
    mode = SafeString(' inputmode="numeric" maxlength="4"') if numeric else ""
    html = format_html('<input type="text" name="{0}" id="filter_{0}" value="{1}"{2}>', name, value, mode)
    return Filter(f"filter_{name}", label, html)


@lru_cache(maxsize=200)  # the words of a language, and the few choices that are in force
def _select(name: str, label: str, value: str, choices: tuple[tuple[str, str], ...]) -> Filter:
    """Return a list to choose from; what the address says besides is offered, too: several, or words of one."""
    if value and value not in dict(choices):
        choices = ((value, ", ".join(award_words(one) for one in value.split("|"))), *choices)
    options = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((key, _SELECTED if key == value else "", words) for key, words in (("", _("all")), *choices)),
    )
    return Filter(
        f"filter_{name}",
        label,
        format_html('<select name="{0}" id="filter_{0}">{1}</select>', name, options),
    )


@lru_cache(maxsize=4)
def _awards(language: str) -> tuple[tuple[str, str], ...]:
    rows = [(award.code, said(award.name)) for award in load_law().awards.values()]
    return tuple(sorted(rows, key=lambda row: fold(row[1])))


def _kinds() -> tuple[tuple[str, str], ...]:
    return tuple((value, str(capfirst(label))) for value, label in RecipientKind.choices)
