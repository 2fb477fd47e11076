"""A verdict for each row of a table of figures."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.indicators import FindingLevel
from thidua.targets import wording
from thidua.targets.checks import findings_of
from thidua.targets.importing.columns import Meaning, unknown_headings
from thidua.targets.importing.observation_row import BOXES, ReadRow, read_row
from thidua.targets.importing.rows import Directory, RowReader, opened
from thidua.targets.importing.verdicts import CellSentence, Preview, RowVerdict, Verdict
from thidua.targets.models import Observation
from thidua.targets.queries.references import Ask, References, references_of

REQUIRED = (Meaning.INDICATOR, Meaning.UNIT, Meaning.PERIOD)


def preview_observations(data: bytes, file_name: str, by: User | None) -> Preview:
    """Return what an import of the table would do; nothing is kept. Eight queries whatever the rows."""
    table = opened(data, file_name, REQUIRED)
    if isinstance(table, Preview):
        return table
    if not table.headings.keys() & set(BOXES.values()):
        sentence = _("There is no column with figures. Give one the heading “Giá trị” or “Value”.")
        return Preview(file_name, hashlib.sha256(data).hexdigest(), faults=(CellSentence("", sentence),))
    directory = Directory(by, timezone.localdate())
    rows = [read_row(reader) for reader in (RowReader(table, row, directory) for row in table.table.rows)]
    found = references_of([row.ask for row in rows if row.ask], directory.indicators)
    first_rows: dict[Ask, int] = {}
    verdicts = [_judged(row, found, first_rows) for row in rows]
    return Preview(
        file_name,
        hashlib.sha256(data).hexdigest(),
        rows=tuple(verdicts),
        unknown_headings=tuple(unknown_headings(table.table)),
    )


def _judged(row: ReadRow, found: Mapping[Ask, References], first_rows: dict[Ask, int]) -> RowVerdict:
    if row.ask is None or row.reading is None or row.verdict.indicator is None:
        return row.verdict  # refused, or blank
    indicator, references = row.verdict.indicator, found[row.ask]
    first = first_rows.setdefault(row.ask, row.verdict.number)
    if first != row.verdict.number:
        sentence = _("The same indicator, unit and period already stand in row %(row)s. Keep one of the two.")
        row.reader.fault(Meaning.INDICATOR, sentence % {"row": first})
    findings = findings_of(
        indicator,
        row.reading,
        plan=references.plan.value if references.plan else None,
        same_period=references.same_period.value if references.same_period else None,
        last=references.last.value if references.last else None,
    )
    cell = row.reader.cell(Meaning.VALUE if row.reading.numerator is None else Meaning.NUMERATOR)
    for one in findings:
        if one.level is FindingLevel.ERROR:
            row.reader.faults.append(CellSentence(cell, wording.finding_sentence(one)))
    questions = tuple(
        CellSentence(cell, wording.finding_sentence(one))
        for one in findings
        if one.level is FindingLevel.QUESTION
    )
    former = references.own
    return replace(
        row.verdict,
        verdict=_verdict(row, former),
        now=wording.in_words(indicator, row.verdict),
        before=wording.in_words(indicator, former) if former else "",
        former_id=former.pk if former else None,
        faults=tuple(row.reader.faults),
        questions=questions,
    )


def _verdict(row: ReadRow, former: Observation | None) -> Verdict:
    if row.reader.faults:
        return Verdict.REFUSED
    if former is None:
        return Verdict.NEW
    said = row.verdict
    same = (former.value, former.numerator, former.denominator, former.comparator) == (
        *(said.value, said.numerator, said.denominator, said.comparator),
    )
    # An empty cell of the table says nothing, so it changes nothing.
    same = same and (said.as_of is None or said.as_of == former.as_of)
    same = (
        same
        and (not said.source or said.source == former.source)
        and (not said.note or said.note == former.note)
    )
    return Verdict.SAME if same else Verdict.CHANGES
