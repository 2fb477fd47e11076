"""What is said of each row of a list before anything is saved: faults, doubles, the law; on the page and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import HttpResponse
from django.utils.translation import gettext as _

from thidua.core.law.appraisal import Verdict
from thidua.core.law.book import LawBook
from thidua.lawbook.queries import current_book
from thidua.nominations.judging import judge
from thidua.nominations.models import Dossier, Nomination
from thidua.nominations.queries.list_check import LineVerdict, check_list
from thidua.web.shell.tags import Tag, Tone
from thidua.web.shell.xlsx_download import xlsx_response
from thidua.web.workspace.nominations.incoming import Incoming
from thidua.web.workspace.nominations.verdicts import (
    award_name,
    duplicate_sentence,
    shown_verdict,
    verdict_tag,
)

MOST_NOTES: Final = 3
MOST_DOUBLES: Final = 3
# Reasons are worked out for so many rows; a longer list has one reason in common far more often than not.
MOST_REASONED: Final = 60


@dataclass(frozen=True)
class Checked:
    """One row with its verdict: what is wrong, what the law says, what looks like a duplicate."""

    row: Incoming
    award: str
    tag: Tag
    notes: tuple[str, ...]
    duplicates: tuple[str, ...]

    @property
    def needs_a_look(self) -> bool:
        """Whether something has to be corrected or compared before the row is saved."""
        return bool(self.row.faults or self.duplicates)


def checked_rows(dossier: Dossier, read: Sequence[Incoming], on: date) -> list[Checked]:
    """Return a verdict for each row; a fixed number of queries for 500 rows."""
    book = current_book()
    sound = [one for one in read if not one.faults]
    judged = {
        one.number: found
        for one, found in zip(sound, check_list(dossier, [one.line for one in sound], on), strict=True)
    }
    reasons = _reasons(dossier, sound, judged, book, on)
    return [
        Checked(
            row=one,
            award=award_name(book, one.line.award_code, on),
            tag=_tag(judged.get(one.number)),
            notes=one.faults or reasons.get(one.number, ()),
            duplicates=_doubles(dossier, sound, judged.get(one.number)),
        )
        for one in read
    ]


def corrections(name: str, rows: Sequence[Checked]) -> HttpResponse:
    """Return the rows as a workbook, each with its verdict and what to correct."""
    headings = [
        _("Row"),
        _("Full name"),
        _("Unit or address"),
        _("Title or form of commendation"),
        _("Verdict"),
        _("What to correct or compare"),
    ]
    table = [
        [
            one.row.number,
            one.row.line.name,
            one.row.line.unit_then,
            one.award,
            one.tag.text,
            " ".join((*one.notes, *one.duplicates)),
        ]
        for one in rows
    ]
    return xlsx_response(name, _("Verdict"), headings, [True, *[False] * 5], table)


def _tag(found: LineVerdict | None) -> Tag:
    if found is None or found.verdict is None:
        return Tag(_("to be corrected"), Tone.WARNING)
    return verdict_tag(found.verdict)


def _doubles(dossier: Dossier, sound: Sequence[Incoming], found: LineVerdict | None) -> tuple[str, ...]:
    """Return what looks like the same recipient; lines of the list are named by the numbers that are shown."""
    hits = found.duplicates[:MOST_DOUBLES] if found else ()
    numbers = [one.number for one in sound]
    return tuple(duplicate_sentence(hit, dossier.code, numbers) for hit in hits)


def _reasons(
    dossier: Dossier, sound: Sequence[Incoming], judged: dict[int, LineVerdict], book: LawBook, on: date
) -> dict[int, tuple[str, ...]]:
    """Return by row why the law is not met, or cannot say; rows that differ in nothing that counts share one answer."""
    groups: dict[tuple[object, ...], list[Incoming]] = {}
    for one in sound:
        if judged[one.number].verdict is not Verdict.MET:
            groups.setdefault(_alike(one), []).append(one)
    asked = list(groups.values())[:MOST_REASONED]
    rows = [Nomination(dossier=dossier, ordinal=same[0].number, **same[0].line.values()) for same in asked]
    found: dict[int, tuple[str, ...]] = {}
    for same, answer in zip(asked, judge(dossier, rows, on, restricted=False), strict=False):
        shown = shown_verdict(book, answer.appraisal, on)
        told = (*shown.reasons, *shown.missing)[:MOST_NOTES]
        found.update(dict.fromkeys((one.number for one in same), told))
    return found


def _alike(one: Incoming) -> tuple[object, ...]:
    line = one.line
    linked = line.person or line.unit or line.household
    return (
        *(line.kind, line.award_code, line.commendation_type, line.counting_year, line.direct_worker),
        *(line.woman, line.ethnic_minority, line.worker_kind, bool(line.achievement)),
        (type(linked), linked.pk) if linked else None,
    )
