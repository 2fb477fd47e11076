"""A verdict for each row of a table of plans."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.indicators import IndicatorKind
from thidua.core.vietnamese.fold import fold
from thidua.targets import wording
from thidua.targets.enums import PlanAuthority
from thidua.targets.importing.columns import Meaning, unknown_headings
from thidua.targets.importing.rows import Directory, RowReader, opened
from thidua.targets.importing.verdicts import Preview, RowVerdict, Verdict
from thidua.targets.models import Plan

REQUIRED = (Meaning.INDICATOR, Meaning.UNIT, Meaning.PERIOD, Meaning.VALUE)
# As people write it in a table, beside the codes and labels.
_AUTHORITIES: Final = {
    "hdnd": PlanAuthority.COUNCIL,
    "hdnd giao": PlanAuthority.COUNCIL,
    "nghi quyet hdnd": PlanAuthority.COUNCIL,
    "du toan": PlanAuthority.BUDGET,
    "cap tren giao": PlanAuthority.SUPERIOR,
    "cap tren": PlanAuthority.SUPERIOR,
    "dang ky": PlanAuthority.PLEDGE,
    "dang ky thi dua": PlanAuthority.PLEDGE,
}

Key = tuple[int, int, date, date, str]


def preview_plans(data: bytes, file_name: str, by: User | None) -> Preview:
    """Return what an import of the table would do; nothing is kept. Seven queries whatever the rows."""
    table = opened(data, file_name, REQUIRED)
    if isinstance(table, Preview):
        return table
    directory = Directory(by, timezone.localdate())
    readers = [RowReader(table, row, directory) for row in table.table.rows]
    rows = [(reader, _read(reader)) for reader in readers]
    current = _current(row for _reader, row in rows)
    first_rows: dict[Key, int] = {}
    return Preview(
        file_name,
        hashlib.sha256(data).hexdigest(),
        rows=tuple(_judged(reader, row, current, first_rows) for reader, row in rows),
        unknown_headings=tuple(unknown_headings(table.table)),
    )


def key_of(row: RowVerdict) -> Key | None:
    """Return what only one current plan may have, or None for a row that was not understood."""
    if row.indicator is None or row.unit is None or row.period is None:
        return None
    return row.indicator.pk, row.unit.pk, row.period.start, row.period.end, row.authority


def _read(reader: RowReader) -> RowVerdict:
    indicator, period = reader.indicator(), reader.period()
    unit = reader.unit(period.end) if period else None
    kind = IndicatorKind(indicator.kind) if indicator else IndicatorKind.LEVEL
    value = reader.number(Meaning.VALUE, whole=kind is IndicatorKind.COUNT, percent=kind.is_percent)
    is_blank = reader.value(Meaning.VALUE) is None and not reader.faults
    return RowVerdict(
        number=reader.row.number,
        verdict=Verdict.BLANK if is_blank else Verdict.REFUSED,
        indicator=indicator,
        unit=unit,
        period=period,
        value=value,
        authority=_authority(reader),
        document=reader.text(Meaning.DOCUMENT)[:200],
        faults=tuple(reader.faults),
    )


def _authority(reader: RowReader) -> str:
    text = fold(reader.text(Meaning.AUTHORITY))
    if not text:
        return PlanAuthority.SUPERIOR
    for choice in PlanAuthority:
        if text in {choice.value, fold(str(choice.label))}:
            return choice
    if text in _AUTHORITIES:
        return _AUTHORITIES[text]
    names = ", ".join(str(choice.label) for choice in PlanAuthority)
    reader.fault(Meaning.AUTHORITY, _("Write who assigned the plan: %(names)s.") % {"names": names})
    return PlanAuthority.SUPERIOR


def _current(rows: Iterable[RowVerdict]) -> dict[Key, Plan]:
    keys = {key for key in map(key_of, rows) if key}
    if not keys:
        return {}
    plans = Plan.objects.filter(
        is_current=True, indicator_id__in={key[0] for key in keys}, unit_id__in={key[1] for key in keys}
    )
    return {
        (plan.indicator_id, plan.unit_id, plan.starts_on, plan.ends_on, plan.authority): plan
        for plan in plans
    }


def _judged(
    reader: RowReader, row: RowVerdict, current: dict[Key, Plan], first_rows: dict[Key, int]
) -> RowVerdict:
    key = key_of(row)
    if key is None or row.faults or row.indicator is None or row.value is None:
        return row
    first = first_rows.setdefault(key, row.number)
    if first != row.number:
        sentence = _("The same indicator, unit and period already stand in row %(row)s. Keep one of the two.")
        reader.fault(Meaning.INDICATOR, sentence % {"row": first})
        return replace(row, faults=tuple(reader.faults))
    former = current.get(key)
    verdict = Verdict.NEW
    if former is not None:
        same = former.value == row.value and (not row.document or former.document == row.document)
        verdict = Verdict.SAME if same else Verdict.CHANGES
    return replace(
        row,
        verdict=verdict,
        now=wording.quantity(row.indicator, row.value),
        before=wording.quantity(row.indicator, former.value) if former else "",
        former_id=former.pk if former else None,
    )
