"""A verdict for each row of a table, before anything is kept."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.orgs.models import Person, Unit
from thidua.registry.enums import ImportContent
from thidua.registry.importing.columns import Meaning
from thidua.registry.importing.contents import Said, award_of, said_by
from thidua.registry.importing.directory import Directory, candidates, labelled_home, labelled_people
from thidua.registry.importing.reading import ReadRow, read_rows
from thidua.registry.importing.recipients import Found, recipient_of
from thidua.registry.importing.standing import Standing, standing_of
from thidua.registry.importing.verdicts import Preview, RowVerdict, Verdict


@dataclass(frozen=True)
class _Row:
    """A row on its way to a verdict."""

    read: ReadRow
    said: Said
    found: Found


def preview(
    content: ImportContent,
    text: str,
    kept_by: Unit,
    by: User | None,
    choices: Mapping[int, int] | None = None,
) -> Preview:
    """Return what an import of the pasted table would do; raises Refused on `table` where it cannot be read.

    `choices`: row → number in the register of whom it means, 0 for none of those offered.
    """
    read = read_rows(text, content)
    numbers = [
        int(one)
        for row in read
        if (one := row.text(Meaning.NUMBER)).isascii() and one.isdigit() and len(one) < 19
    ]
    directory = Directory(
        by, (row.text(Meaning.NAME) for row in read), numbers, content is ImportContent.AWARDS
    )
    rows = [_looked_up(row, directory, content, choices or {}) for row in read]
    standing = standing_of(content, rows_about(rows), [one.said for one in rows])
    labels = labelled_people(_people(rows))
    verdicts = tuple(_judged(row, content, kept_by, directory, standing, labels) for row in rows)
    return Preview(
        content,
        verdicts,
        hashlib.sha256(text.encode()).hexdigest(),
        Counter(row.verdict for row in verdicts),
    )


def rows_about(rows: Sequence[_Row]) -> list[object]:
    """Return the recipients that were found."""
    return [row.found.recipient for row in rows if row.found.recipient is not None]


def _looked_up(
    row: ReadRow, directory: Directory, content: ImportContent, choices: Mapping[int, int]
) -> _Row:
    said = said_by(row, content)
    year = said.year or timezone.localdate().year
    day = min(date(year, 12, 31), timezone.localdate())
    return _Row(row, said, recipient_of(row, day, directory, content, choices))


def _people(rows: Sequence[_Row]) -> list[Person]:
    shown = {
        one.pk: one
        for row in rows
        for one in (*row.found.several, row.found.recipient)
        if isinstance(one, Person)
    }
    return list(shown.values())


def _judged(
    row: _Row,
    content: ImportContent,
    kept_by: Unit,
    directory: Directory,
    standing: Standing,
    labels: Mapping[int, str],
) -> RowVerdict:
    said, found = row.said, row.found
    keeper = found.place if found.place is not None and found.place.pk in directory.kept else kept_by
    award = award_of(said, row.read, found, kept_by) if not found.faults and not said.faults else None
    told = RowVerdict(
        number=row.read.number,
        name=row.read.text(Meaning.NAME),
        verdict=Verdict.NEW,
        recipient=found.recipient,
        recipient_label=_label(found, labels),
        kept_by=keeper,
        content=said.content,
        award=award,
        told=f"{said.year or ''} · {said.told}".strip(" ·"),
        candidates=candidates(found.several, labels),
        faults=(*found.faults, *said.faults),
        remarks=(*found.remarks, *said.remarks),
    )
    if told.faults:
        return replace(told, verdict=Verdict.REFUSED, remarks=())
    if found.is_open:
        why = (
            _("Several persons may be meant. Choose who it is.")
            if len(found.several) > 1
            else _("Somebody of this name is known elsewhere. Choose whether it is the same.")
        )
        return replace(told, verdict=Verdict.CHOOSE, remarks=(why, *told.remarks))
    same, fault = standing.against(told)
    if fault:
        return replace(told, verdict=Verdict.REFUSED, faults=(fault,), remarks=())
    return replace(told, verdict=Verdict.SAME) if same else told


def _label(found: Found, labels: Mapping[int, str]) -> str:
    about = found.recipient
    if about is None:
        return ""
    if isinstance(about, Person):
        return labels[about.pk]
    return about.name if isinstance(about, Unit) else labelled_home(about)
