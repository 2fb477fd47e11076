"""The interface described for programs: OpenAPI 3.1."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from thidua.decisions.enums import CertificateState
from thidua.registry.open_data.columns import LICENCE, table_schema
from thidua.registry.search.query import PARAMETERS
from thidua.web.api.answers import answer, public

_JSON_TYPES: Final = {"date": {"type": "string", "format": "date"}}
_QUERY: Final = {
    "text": 'free words: a name with or without marks, a commune, a decision number; also khen:2018..2019, xã:"…"',
    "years": "2019, 2018..2019, 2018.. or ..2019",
    "places": "a unit, commune, district or province by any name it ever had; several are parted by |",
    "decision": "163 or 163/QĐ-UBND",
    "awards": "code of the award in the law data, or words of its name; several are parted by |",
    "kinds": "collective, individual, household, author",
    "movement": "words of a public movement",
    "exact": "exactly this name",
    "status": "active, cancelled, stripped",
    "day": "day of the decision, 2019-10-28",
}
_ADDED: Final = {
    "decision": "address of the decision in this interface",
    "certificate_replaced_on": "day on which another certificate took the place of the first",
    "certificate_replaced_by": "correction or reissue",
}
_CERTIFICATE: Final = {
    "code": "string", "state": "string", "counts": "boolean", "since": "date", "replaced_by": "string",
    "replaced_by_url": "string", "replaced_because": "string", "corrected": "array", "corrected_by": "string",
    "is_handed_over": "boolean",
    "cancelled_by": "string", "cancelled_because": "string", "name": "string", "award": "string",
    "description": "string", "achievement": "string", "text_is_whole": "boolean", "decided_by": "string",
    "decision_number": "string", "decision_date": "date", "golden_book_number": "integer", "signed_by": "string",
    "provenance": "string",
}  # fmt: skip


@public(kept=3600)
def openapi(request: HttpRequest) -> HttpResponse:
    """Return the description."""
    code, words, url = LICENCE
    return answer(
        {
            "openapi": "3.1.0",
            "info": {
                "title": "thidua",
                "version": "1",
                "description": "Awards, decisions and certificates as far as they are public. No key is needed.",
                "license": {"name": words, "identifier": code},
            },
            "externalDocs": {"url": url},
            "paths": {
                reverse("api-awards"): {"get": _awards()},
                reverse("api-decision", args=[0]).replace("0", "{id}"): {"get": _decision()},
                reverse("api-certificate", args=["code"]).replace("/code", "/{code}"): {
                    "get": _certificate()
                },
            },
        }
    )


def _awards() -> dict[str, Any]:
    asked = [_parameter(PARAMETERS[name], meaning) for name, meaning in _QUERY.items()]
    asked += [
        _parameter("so_dong", "rows of a page, at most 100"),
        _parameter("tu", "place of the page, from `next`"),
    ]
    page = {
        "total": {"type": "integer"},
        "total_is_exact": {"type": "boolean"},
        "not_understood": {"type": "array", "items": {"type": "string"}},
        "awards": {"type": "array", "items": _award()},
        "next": {"type": ["string", "null"]},
    }
    return {"summary": "Awards, newest first", "parameters": asked, "responses": _responses(page)}


def _decision() -> dict[str, Any]:
    grant = {"award_code": "string", "award": "string", "reason": "string", "recipients": "integer"}
    told = {
        **_properties({"id": "integer", "number": "string", "date": "date", "decided_by": "string"}),
        "grants": {"type": "array", "items": {"type": "object", "properties": _properties(grant)}},
        "total": {"type": "integer"},
        "awards": {"type": "array", "items": _award()},
        "next": {"type": ["string", "null"]},
    }
    asked = [
        _parameter("id", "number of the decision", where="path"),
        _parameter("trang", "page of 100 recipients"),
    ]
    return {
        "summary": "A decision and its recipients",
        "parameters": asked,
        "responses": _responses(told, 404),
    }


def _certificate() -> dict[str, Any]:
    told = _properties(_CERTIFICATE)
    told["state"] = {"type": "string", "enum": list(CertificateState.values)}
    asked = [_parameter("code", "ten letters and digits, with or without hyphen", where="path")]
    return {
        "summary": "Whether a certificate is real and still counts",
        "parameters": asked,
        "responses": _responses(told, 400, 404),
    }


def _award() -> dict[str, Any]:
    told = {
        one["name"]: {**_type(one["type"]), "description": one["description"]}
        for one in table_schema()["fields"]
    }
    return {
        "type": "object",
        "properties": told | {name: {"description": said} for name, said in _ADDED.items()},
    }


def _properties(types: dict[str, str]) -> dict[str, Any]:
    return {name: _type(kind) for name, kind in types.items()}


def _type(kind: str) -> dict[str, Any]:
    return dict(_JSON_TYPES.get(kind, {"type": kind}))


def _parameter(name: str, meaning: str, *, where: str = "query") -> dict[str, Any]:
    return {
        "name": name,
        "in": where,
        "required": where == "path",
        "description": meaning,
        "schema": {"type": "string"},
    }


def _responses(told: dict[str, Any], *faults: int) -> dict[str, Any]:
    said = {
        400: "not a code; `error.likely` names codes that may have been meant",
        404: "not found, or not public",
    }
    content = {"application/json": {"schema": {"type": "object", "properties": told}}}
    responses: dict[str, Any] = {"200": {"description": "found", "content": content}}
    responses |= {str(status): {"description": said[status]} for status in faults}
    return responses | {"429": {"description": "too many questions; Retry-After tells the seconds to wait"}}
