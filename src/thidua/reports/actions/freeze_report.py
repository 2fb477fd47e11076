"""Freeze a report: from now on it reads the same for ever, and its hash proves it."""

from __future__ import annotations

import hashlib

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.reports import access
from thidua.reports.actions.guards import locked_report
from thidua.reports.content.draft import CheckLevel, Draft
from thidua.reports.content.frozen import content_of
from thidua.reports.enums import ReportState
from thidua.reports.models import ClosingReport, FrozenVersion
from thidua.reports.queries.draft import assemble
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused


def freeze_report(
    *, report: ClosingReport, version: int, by: User, note: str = "", overruled: str = ""
) -> FrozenVersion:
    """Keep the whole report with every figure and its trace as the next version, and return it.

    Open points of the gravest kind (unsigned paragraphs among them) hold it back unless `overruled` says why not.
    From the second version on a `note` of correction is needed; by default the reason for reopening.
    Raises NotAllowed, Refused, EditedMeanwhile.
    """
    if not access.may_freeze(by, report):
        raise NotAllowed(_("Only a leader of the Board freezes a report."))
    with transaction.atomic():
        locked = locked_report(report, seen=version)
        draft = assemble(locked)
        reason = clean_text(overruled)
        _require_no_errors(draft, reason)
        last = locked.versions.order_by("-number").first()
        number = last.number + 1 if last else 1
        note = clean_text(note) or locked.correction_note
        if number > 1 and not note:
            raise Refused({"note": _("Say what was corrected: a new version needs a note.")})
        frozen = _freeze(locked, draft, number, note, reason, by)
        locked.state = ReportState.FROZEN
        locked.correction_note = ""
        locked.version += 1
        locked.save(update_fields=["state", "correction_note", "version"])
        details = {"version": number, "sha256": frozen.sha256, "note": note, "overruled": reason}
        record(by=by, action="reports.frozen", subject=locked, details=details)
    return frozen


def _require_no_errors(draft: Draft, reason: str) -> None:
    errors = [check.sentence for check in draft.checks if check.level is CheckLevel.ERROR]
    if errors and not reason:
        said = _(
            "Open points hold the report back: %(count)s. Mend them, or say why it is frozen all the same."
        )
        raise Refused({"overruled": said % {"count": len(errors)}})


def _freeze(
    report: ClosingReport, draft: Draft, number: int, note: str, reason: str, by: User
) -> FrozenVersion:
    moment = timezone.now()
    drafts = (draft, assemble(report, "en", with_checks=False))
    content = content_of(drafts, number=number, frozen_at=moment, note=note, overruled=reason)
    frozen = FrozenVersion(
        report=report,
        number=number,
        content=content,
        sha256=hashlib.sha256(content.encode("utf-8")).hexdigest(),
        note=note if number > 1 else "",
        overruled=reason,
        frozen_at=moment,
        frozen_by=by,
    )
    frozen.save(force_insert=True)
    return frozen
