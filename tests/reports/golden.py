"""Compare a draft with the closing report of 2019; used on the fixture and on the demonstration alike."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from thidua.reports.content.draft import Draft, without_no_break_spaces
from thidua.reports.models import ClosingReport

GOLDEN: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("golden_2019.yaml").read_text(encoding="utf-8")
)
SENTENCES = tuple(name for name in GOLDEN if name != "notes")


def differences(report: ClosingReport, draft: Draft, name: str) -> list[str]:
    """Return what sentence `name` says otherwise than it must; empty when it says all."""
    expected = GOLDEN[name]
    printed = without_no_break_spaces(draft.paragraph(expected["paragraph"]).plain)
    wrong = [f"{name}: not said: {said}" for said in expected["says"] if said not in printed]
    for place, text in expected.get("figures", {}).items():
        figure = draft.figures.get(with_slugs(place, report))
        found = without_no_break_spaces(figure.text) if figure else "no figure"
        if found != text:
            wrong.append(f"{name}: {place} prints «{found}», not «{text}»")
    return wrong


def missing_notes(draft: Draft) -> list[str]:
    """Return the notes that do not stand under the text."""
    printed = [without_no_break_spaces(note.text) for note in draft.notes]
    return [note for note in GOLDEN["notes"] if note not in printed]


def with_slugs(place: str, report: ClosingReport) -> str:
    """Return the place with the addresses of the report's movements: <special> → dac-biet-2019."""
    slugs = dict(report.movements.values_list("kind", "slug"))
    return re.sub(r"<(\w+)>", lambda kind: slugs.get(kind.group(1), kind.group()), place)
