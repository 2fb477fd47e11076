"""The short form as a case file, so that both go the same way and the person can write on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from thidua.core.law.book import LawBook
from thidua.web.workspace.law.forms.trying import ALL_HOLD, AWARDS, YEARS


def written(answers: Mapping[str, Any], book: LawBook, name: str) -> str:
    """Return the answers of a valid `CaseForm` as YAML with one case."""
    case: dict[str, Any] = {"name": name, "award": answers["award"], "on": answers["on"]}
    if answers["received"]:
        case["received"] = answers["received"]
    case |= {"recipient": answers["recipient"], "type": answers["type"]}
    facts = _facts(answers, book)
    if facts:
        case["facts"] = facts
    text: str = yaml.safe_dump([case], allow_unicode=True, sort_keys=False, width=100)
    return text


def _facts(answers: Mapping[str, Any], book: LawBook) -> dict[str, Any]:
    rows = [
        (answers[f"year_{place}"], place) for place in range(YEARS) if answers[f"year_{place}"] is not None
    ]
    found: dict[str, Any] = {
        "grades": {int(year): answers[f"grade_{place}"] for year, place in rows if answers[f"grade_{place}"]},
        "awards": [
            {"award": answers[f"held_{place}"], "year": int(answers[f"held_year_{place}"])}
            for place in range(AWARDS)
            if answers[f"held_{place}"]
        ],
        "initiatives": [
            {"year": int(year), "scope": answers[f"scope_{place}"]}
            for year, place in rows
            if answers[f"scope_{place}"]
        ],
        "discipline": _discipline(answers),
        "suspended": answers["suspended"],
        "members": _members(answers),
        "founded": None if answers["founded"] is None else int(answers["founded"]),
    }
    if answers["human"] == ALL_HOLD:
        ways = book.awards[answers["award"]].alternatives
        found["confirmations"] = list(book.words["authorities"])
        found["judged"] = {way.id: True for way in ways}
    return {name: value for name, value in found.items() if value not in (None, False, [], {})}


def _discipline(answers: Mapping[str, Any]) -> list[dict[str, Any]]:
    if not answers["discipline"]:
        return []
    row = {"level": answers["discipline"], "from": answers["discipline_from"]}
    return [row | {"to": answers["discipline_to"]} if answers["discipline_to"] else row]


def _members(answers: Mapping[str, Any]) -> dict[str, Any]:
    if answers["members"] is None:
        return {}
    shares = {"advanced_worker": answers["advanced"], "grassroots_emulation_fighter": answers["fighters"]}
    row: dict[str, Any] = {"count": int(answers["members"])}
    told = {award: int(count) for award, count in shares.items() if count is not None}
    if told:
        row["shares"] = told
    if answers["completed"] is not None:
        row["grades"] = {"completed": int(answers["completed"])}
    return row
