"""The columns of the open data: their names for programs, types and meanings, and the Frictionless description."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.registry.enums import AwardStatus, RecipientKind
from thidua.support.provenance import Provenance

NAME: Final = "thidua-khen-thuong"
LICENCE: Final = (
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0",
    "https://creativecommons.org/licenses/by/4.0/",
)


@dataclass(frozen=True)
class OpenColumn:
    """A column. `type`: as in Table Schema; `values`: the codes that stand there, with their words."""

    name: str
    type: str
    meaning: Promise
    values: tuple[tuple[str, Any], ...] = ()


COLUMNS: Final = (
    OpenColumn("id", "integer", _("number of the award in this register; it never changes")),
    OpenColumn("award_code", "string", _("code of the award in the law data; empty where it is not known")),
    OpenColumn("award", "string", _("title or form of commendation, in the words of the decision")),
    OpenColumn("recipient_kind", "string", _("who received it"), tuple(RecipientKind.choices)),
    OpenColumn("name", "string", _("name of the recipient, as in the decision")),
    OpenColumn("post", "string", _("post at that time")),
    OpenColumn("unit", "string", _("unit at that time; never where somebody lives")),
    OpenColumn("commune", "string", _("commune of that time")),
    OpenColumn("year", "integer", _("year for which it was given, else year of the decision")),
    OpenColumn("decision_number", "string", _("number of the decision")),
    OpenColumn("decision_date", "date", _("date of the decision")),
    OpenColumn("decided_by", "string", _("body that decided")),
    OpenColumn("reason", "string", _("achievement named in the decision")),
    OpenColumn("status", "string", _("whether the award is held today"), tuple(AwardStatus.choices)),
    OpenColumn("status_on", "date", _("since when it is cancelled or stripped")),
    OpenColumn("status_decision", "string", _("decision that cancelled or stripped it")),
    OpenColumn(
        "provenance", "string", _("origin of the record; test and illustrative data are no facts"),
        tuple(Provenance.choices),
    ),
)  # fmt: skip


def table_schema() -> dict[str, Any]:
    """Return the columns as a Table Schema (Frictionless)."""
    return {
        "fields": [_field(column) for column in COLUMNS],
        "primaryKey": "id",
        "missingValues": [""],
    }


def data_package(resources: Iterable[dict[str, Any]], *, title: str, changed: str) -> dict[str, Any]:
    """Return the whole description as a Frictionless data package; `changed`: ISO 8601."""
    code, words, path = LICENCE
    return {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": title,
        "licenses": [{"name": code, "title": words, "path": path}],
        "created": changed,
        "resources": list(resources),
    }


def csv_resource(name: str, path: str) -> dict[str, Any]:
    """Return the description of one CSV file."""
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": table_schema(),
    }


def _field(column: OpenColumn) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "description": str(column.meaning),
    }
    if column.values:
        told["constraints"] = {"enum": [code for code, _words in column.values]}
    return told
