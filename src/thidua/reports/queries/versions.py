"""Frozen versions: reading one back, and comparing two."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from thidua.core.language import Language
from thidua.reports.content.draft import Draft, without_no_break_spaces
from thidua.reports.content.frozen import draft_from
from thidua.reports.models import ClosingReport, FrozenVersion
from thidua.reports.queries.draft import assemble


class ChangeKind(StrEnum):
    """What became of a figure from one text to another."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class FigureChange:
    """One figure in two texts; "" where it does not stand."""

    place: str
    label: str
    kind: ChangeKind
    old: str
    new: str


@dataclass(frozen=True)
class ProseChange:
    """One paragraph in two texts; "" where it does not stand."""

    key: str
    heading: str
    old: str
    new: str


@dataclass(frozen=True)
class Comparison:
    """What differs between two texts: figures first, then whole paragraphs; `equal` figures are only counted."""

    figures: tuple[FigureChange, ...]
    paragraphs: tuple[ProseChange, ...]
    equal: int


def is_intact(version: FrozenVersion) -> bool:
    """Tell whether the content still has the hash it was frozen with."""
    return hashlib.sha256(version.content.encode("utf-8")).hexdigest() == version.sha256


def read_version(version: FrozenVersion, language: Language = "vi") -> Draft:
    """Return a frozen version exactly as it was frozen, without a query."""
    return draft_from(version.content, language, version.sha256)


def latest(report: ClosingReport, language: Language = "vi") -> Draft:
    """Return the latest frozen version of a report, or its draft while there is none."""
    version = report.versions.first()
    return read_version(version, language) if version else assemble(report, language, with_checks=False)


def compare(old: Draft, new: Draft) -> Comparison:
    """Return which figures and which paragraphs changed from `old` to `new`."""
    before, after = old.figures, new.figures
    changes = []
    for place in dict.fromkeys((*before, *after)):
        first, second = before.get(place), after.get(place)
        texts = first.text if first else "", second.text if second else ""
        if first and second and without_no_break_spaces(texts[0]) == without_no_break_spaces(texts[1]):
            continue
        kind = ChangeKind.CHANGED if first and second else ChangeKind.ADDED if second else ChangeKind.REMOVED
        known = second or first
        assert known is not None
        changes.append(FigureChange(place, known.label, kind, *texts))
    equal = sum(place in after for place in before) - sum(
        change.kind is ChangeKind.CHANGED for change in changes
    )
    return Comparison(tuple(changes), _paragraphs(old, new), equal)


def _paragraphs(old: Draft, new: Draft) -> tuple[ProseChange, ...]:
    before = {paragraph.key: paragraph for paragraph in old.printed}
    after = {paragraph.key: paragraph for paragraph in new.printed}
    changes = []
    for key in dict.fromkeys((*after, *before)):
        first, second = before.get(key), after.get(key)
        texts = first.plain if first else "", second.plain if second else ""
        known = second or first
        assert known is not None
        if texts[0] != texts[1]:
            changes.append(ProseChange(key, known.heading or known.section, *texts))
    return tuple(changes)
