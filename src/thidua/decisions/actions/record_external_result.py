"""Record what the Prime Minister or the State President decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.decisions.access import require
from thidua.decisions.actions.granting import recipient_of
from thidua.decisions.actions.locking import locked_submission
from thidua.decisions.actions.send_back_submission import dossiers_of
from thidua.decisions.actions.telling import tell_decided
from thidua.decisions.enums import SubmissionState
from thidua.decisions.models import ExternalResult, Submission
from thidua.decisions.papers.bodies import award_words
from thidua.lawbook.queries import current_book
from thidua.nominations.actions.lead_on import mark_decided
from thidua.nominations.enums import Level
from thidua.nominations.models import Nomination
from thidua.registry.actions import ConferralContent, grant_awards
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.files.models import StoredFile
from thidua.support.refusals import Refused


def record_external_result(
    *,
    submission: Submission,
    authority: str,
    number: str,
    decided_on: date,
    by: User | None,
    refused: Mapping[int, str] | None = None,
    file: StoredFile | None = None,
    note: str = "",
    at: datetime | None = None,
) -> ExternalResult:
    """Record the decision that came back, and return it: everybody proposed is granted but those in `refused`.

    `refused`: nomination id → reason. The register names the province as keeper and the authority as source.
    Recorded twice it is recorded once. Raises NotAllowed, or Refused.
    """
    require(by, Right.PROPOSE, submission.unit)
    values = {"authority": clean_line(authority), "number": clean_line(number), "note": clean_text(note)}
    faults = misfits(ExternalResult, values) | {
        name: _("Write it as the decision has it.") for name in ("authority", "number") if not values[name]
    }
    if decided_on > timezone.localdate():
        faults["decided_on"] = _("This day is still to come. Check the date of the decision.")
    if faults:
        raise Refused(faults)
    without = {pk: clean_text(why) for pk, why in (refused or {}).items()}
    with transaction.atomic():
        row = locked_submission(submission)
        known = ExternalResult.objects.filter(submission=row).first()
        if known is not None:
            return known
        if row.level != Level.STATE or row.state != SubmissionState.PROPOSED:
            raise Refused(_("This proposal does not wait for a decision of the State level."))
        made = ExternalResult.objects.create(
            submission=row,
            decided_on=decided_on,
            file=file,
            recorded_by=by,
            recorded_at=at or timezone.now(),
            **values,
        )
        granted = [
            line.nomination
            for line in row.lines.select_related("nomination__dossier")
            if line.nomination_id not in without
        ]
        _write_register(made, granted, by)
        for dossier in dossiers_of(row):
            own = set(dossier.nominations.values_list("pk", flat=True))
            mark_decided(
                dossier=dossier, refused={pk: why for pk, why in without.items() if pk in own}, by=by, at=at
            )
        row.state, row.version = SubmissionState.DECIDED, row.version + 1
        row.save(update_fields=["state", "version"])
        record(
            by=by, action="decisions.external_result", subject=made, details=values | {"lines": len(granted)}
        )
        tell_decided(f"Quyết định số {made.number}", f"external/{made.pk}", granted, without)
    return made


def _write_register(made: ExternalResult, granted: list[Nomination], by: User | None) -> None:
    book, proposal = current_book(), made.submission
    for code in dict.fromkeys(one.award_code for one in granted):
        own = [one for one in granted if one.award_code == code]
        grant_awards(
            deciding_unit=proposal.unit,
            content=ConferralContent(
                award_form=award_words(book, code, proposal.unit, made.decided_on),
                award_code=code,
                decision_number=made.number,
                decision_date=made.decided_on,
                source=made.authority,
                provenance=proposal.provenance,
            ),
            recipients=[recipient_of(one) for one in own],
            ordinals=range(1, len(own) + 1),
            decision_file=made.file,
            right=Right.PROPOSE,
            by=by,
        )
