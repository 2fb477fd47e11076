"""Load a province's own regulation as data."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.law.reading import LawRefused
from thidua.lawbook.access import require_keeping_law
from thidua.lawbook.actions.stamping import changing_book
from thidua.lawbook.models import LocalRegulation
from thidua.lawbook.queries.rehearsal import Rehearsal, rehearse
from thidua.lawbook.spoken import said
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.refusals import Refused, Sentence

LONGEST_DOCUMENT = 500_000


def load_local_regulation(*, document: str, by: User) -> LocalRegulation:
    """Lay the regulation over the national law from now on and return it.

    One of the same code that is in use makes room for it. Raises NotAllowed, or Refused with every fault of the
    document and its line.
    """
    require_keeping_law(by)
    with changing_book():
        found = rehearsed(document)
        values = _columns(found)
        faults = misfits(LocalRegulation, values)
        if faults:
            raise Refused({"document": [sentence for said in faults.values() for sentence in _each(said)]})
        if found.replaces is not None:
            LocalRegulation.objects.filter(pk=found.replaces.pk).update(
                withdrawn_at=timezone.now(), withdrawn_by=by
            )
        row = LocalRegulation.objects.create(document=document, loaded_by=by, **values)
        details = values | {"replaces": found.replaces, "lines": document.count("\n") + 1}
        record(by=by, action="lawbook.regulation_loaded", subject=row, details=details)
    return row


def rehearsed(document: str) -> Rehearsal:
    """Return what loading would change; raises Refused with every fault and its line under «document»."""
    if not document.strip():
        raise Refused({"document": _("Paste the regulation as YAML, or choose its file.")})
    if len(document) > LONGEST_DOCUMENT:
        raise Refused({"document": _("This is longer than any regulation: at most 500,000 characters fit.")})
    try:
        found = rehearse(document)
    except LawRefused as refused:
        raise Refused(
            {
                "document": [
                    _("Line %(line)s: %(message)s") % {"line": fault.line, "message": said(fault.message)}
                    for fault in refused.faults
                ]
            }
        ) from refused
    if found.approved_on > timezone.localdate():
        raise Refused({"document": _("The day of approval has not come yet. Check “approved_on”.")})
    if found.changes_nothing:
        raise Refused(
            {"document": _("This regulation changes nothing in the law book. Check what it should say.")}
        )
    return found


def _columns(found: Rehearsal) -> dict[str, object]:
    return {
        "code": found.text.code,
        "number": found.text.number,
        "name": found.text.name.vi,
        "name_en": found.text.name.en,
        "approved_by": found.approved_by.vi,
        "approved_on": found.approved_on,
    }


def _each(said: Sentence | list[Sentence]) -> list[Sentence]:
    return said if isinstance(said, list) else [said]
