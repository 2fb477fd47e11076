"""Settle a question that the text leaves open."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.law.book import LawBook
from thidua.core.vietnamese.hygiene import clean_line
from thidua.lawbook import caps
from thidua.lawbook.access import require_keeping_law
from thidua.lawbook.actions.stamping import changing_book
from thidua.lawbook.models import BoardSetting
from thidua.lawbook.provisions import alternative_of
from thidua.lawbook.queries import answers_in_force, current_book
from thidua.support.audit.actions.record import record
from thidua.support.edits import Faults, misfits
from thidua.support.refusals import Refused


def set_reading(
    *,
    reading: str,
    value: object,
    decided_on: date,
    decision_number: str,
    scope: str = "",
    note: str = "",
    by: User,
) -> BoardSetting:
    """Record the Board's answer to `reading`, for all or for one alternative (one text), and return it.

    Raises NotAllowed, or Refused with a sentence per field at fault.
    """
    require_keeping_law(by)
    told = {
        "decided_on": decided_on,
        "decision_number": clean_line(decision_number),
        "note": clean_line(note),
    }
    with changing_book():
        faults = misfits(BoardSetting, told) | _faults_of_question(current_book(), reading, value, scope)
        if not told["decision_number"]:
            faults["decision_number"] = _(
                "Write the number of the decision or minutes in which the Board said so."
            )
        if decided_on > timezone.localdate():
            faults["decided_on"] = _("This day has not come yet. Give the date of the decision.")
        standing = answers_in_force().get((reading, scope))
        if standing and standing.value == value and type(standing.value) is type(value):
            faults["value"] = _(
                "This answer already holds (decision %(number)s). Choose another or leave it."
            ) % {"number": standing.decision_number}
        if faults:
            raise Refused(faults)
        row = BoardSetting.objects.create(reading=reading, scope=scope, value=value, set_by=by, **told)
        details = {"value": value, "scope": scope, **told}
        record(by=by, action="lawbook.reading_set", subject=row, details=details)
    return row


def _faults_of_question(book: LawBook, reading: str, value: object, scope: str) -> Faults:
    question = book.readings.get(reading)
    if question is None:
        return {"": _("The law book does not ask this question any more. Open the list of readings again.")}
    faults: Faults = {}
    if reading == caps.READING and (scope not in book.texts or not book.texts[scope].evaluates):
        faults["scope"] = _("Choose the text in force whose content is still to be loaded.")
    elif reading != caps.READING and scope and alternative_of(book, scope) is None:
        faults["scope"] = _("The law book has no alternative “%(id)s”. Choose one of the list.") % {
            "id": scope
        }
    # True and 1 are equal to Python, not to the law.
    if not any(value == known and type(value) is type(known) for known in question.values):
        faults["value"] = _("Choose one of the answers of the list.")
    return faults
