"""Correct what was read of one row of a book, or say what becomes of a contradiction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.law.reading import load_law
from thidua.core.vietnamese.hygiene import clean_line
from thidua.registry.actions.open_books import locked_book
from thidua.registry.books.judging_again import judge_rows_again
from thidua.registry.books.readable import MOST_LETTERS
from thidua.registry.books.rows import AwardRead
from thidua.registry.books.staging import AS_WRITTEN, FORMER, IGNORED, READ_FAULTS, TEXT, stored_line
from thidua.registry.books.values import as_values, award_of, cell_of, changed
from thidua.registry.content.years import fault_of_year
from thidua.registry.enums import CommendationType, ConflictResolution, RecipientKind, RowVerdict
from thidua.registry.models import BookRow
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused, Sentence

_CODED: Final = {"kind": RecipientKind.values, "commendation_type": CommendationType.values}


def repair_row(
    *, row: BookRow, values: Mapping[str, Any], as_written: bool = False, by: User | None
) -> BookRow:
    """Put `values` (names of `AwardRead`) in place of what was read, judge this row anew, and return it.

    What stood in the cells stays. `as_written`: the award keeps its own words, the law data has no such one.
    Raises NotAllowed, or Refused with a sentence for each value at fault.
    """
    told = {name: clean_line(value) if isinstance(value, str) else value for name, value in values.items()}
    if faults := _faults(told):
        raise Refused(faults)
    with transaction.atomic():
        book = locked_book(row.book, by)
        one = BookRow.objects.select_for_update(of=("self",)).get(pk=row.pk)
        before = {name: value for name, value in one.values.items() if name != FORMER}
        one.values = _repaired(one, told, as_written) | {FORMER: before}
        one.resolution = ""
        one.save(update_fields=["values", "resolution"])
        judge_rows_again(book, [one], timezone.localdate())
        details = {
            "row": str(one),
            **{name: [before.get(name), one.values.get(name)] for name in told},
        }
        record(by=by, action="registry.book_row_repaired", subject=book, details=details)
    return one


def take_back_repair(*, row: BookRow, by: User | None) -> BookRow:
    """Put back what stood in the row before its last repair, judge it anew, and return it.

    Raises NotAllowed, or Refused for a row that was not repaired.
    """
    with transaction.atomic():
        book = locked_book(row.book, by)
        one = BookRow.objects.select_for_update(of=("self",)).get(pk=row.pk)
        if FORMER not in one.values:
            raise Refused(_("This row stands as it was read. There is nothing to take back."))
        one.values, one.resolution = one.values[FORMER], ""
        one.save(update_fields=["values", "resolution"])
        judge_rows_again(book, [one], timezone.localdate())
        record(by=by, action="registry.book_row_put_back", subject=book, details={"row": str(one)})
    return one


def resolve_conflict(*, row: BookRow, resolution: str, by: User | None) -> BookRow:
    """Say whether a contradicting row is entered as new or left out, "" to leave it open, and return it.

    A new row may be left out, too. Raises NotAllowed, or Refused for a row that is not open to this.
    """
    if resolution and resolution not in ConflictResolution.values:
        raise Refused({"resolution": _("Say whether the row is entered or left out.")})
    with transaction.atomic():
        book = locked_book(row.book, by)
        one = BookRow.objects.select_for_update(of=("self",)).get(pk=row.pk)
        may_leave = one.verdict == RowVerdict.NEW and resolution != ConflictResolution.ENTER
        if one.verdict != RowVerdict.CONFLICT and not may_leave:
            raise Refused({"resolution": _("This row contradicts nothing. Judge the rows again.")})
        one.resolution = resolution
        one.save(update_fields=["resolution"])
        details = {"row": str(one), "resolution": resolution}
        record(by=by, action="registry.book_row_resolved", subject=book, details=details)
    return one


def _repaired(row: BookRow, told: Mapping[str, Any], as_written: bool) -> dict[str, Any]:
    """Return the values of the row; what its reader said of a cell that was repaired is dropped."""
    was = {} if IGNORED in row.values else dict(row.values)
    award = changed(award_of(was), told)
    if "award_text" in told and "award_code" not in told:
        award = changed(award, {"award_code": ""})
    values = {name: value for name, value in was.items() if name not in AwardRead.__dataclass_fields__}
    values |= as_values(award)
    values.pop(IGNORED, None), values.pop(TEXT, None), values.pop(AS_WRITTEN, None)
    if as_written:
        values[AS_WRITTEN] = True
    line = stored_line(row)
    mended = {cell_of(line, name) for name in told} | {""}
    read = [one for one in was.get(READ_FAULTS, ()) if one[0] not in mended]
    values.pop(READ_FAULTS, None)
    if read:
        values[READ_FAULTS] = read
    return values


def _faults(told: Mapping[str, Any]) -> dict[str, Sentence]:
    faults: dict[str, Sentence] = {}
    for name, value in told.items():
        if name not in AwardRead.__dataclass_fields__:
            raise KeyError(name)
        if name in _CODED and value and value not in _CODED[name]:
            faults[name] = _("Choose one from the list.")
        if name == "award_code" and value and value not in load_law().awards:
            faults[name] = _("The law book has no such award. Choose one from the list.")
        if name == "year" and value is not None and (fault := fault_of_year(value)):
            faults[name] = fault
        if name == "decision_date" and value is not None and not isinstance(value, date):
            faults[name] = _("Write the date as 28/10/2019.")
        if name in MOST_LETTERS and len(value or "") > MOST_LETTERS[name]:
            most = MOST_LETTERS[name]
            faults[name] = _("The text is longer than %(most)s letters. Shorten it.") % {"most": most}
    return faults
