"""Record what the Prime Minister or the State President decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.decisions.access import require
from thidua.decisions.actions.conferring import by_award_and_movement, confer
from thidua.decisions.actions.locking import locked_submission
from thidua.decisions.actions.send_back_submission import dossiers_of
from thidua.decisions.actions.telling import tell_decided
from thidua.decisions.enums import SubmissionState
from thidua.decisions.models import ExternalResult, ProposedLine, Submission
from thidua.decisions.nominees import nomination_of, nominations_of
from thidua.decisions.papers.bodies import award_words
from thidua.lawbook.queries import current_book
from thidua.nominations.actions.lead_on import mark_decided
from thidua.nominations.enums import DossierState, Level
from thidua.nominations.models import Nomination
from thidua.registry.actions import ConferralContent
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
    granted: Collection[int] | None = None,
    refused: Mapping[int, str] | None = None,
    file: StoredFile | None = None,
    note: str = "",
    at: datetime | None = None,
) -> ExternalResult:
    """Record a decision that came back on nominees of a proposal, and return it.

    `granted`: nomination ids, None: everybody who still waits but those in `refused` (nomination id → reason). Who is
    in neither waits for another decision; a dossier is decided once all its nominees are answered. The register names
    the province as keeper and the authority as source. Recorded twice it is recorded once. Raises NotAllowed, Refused.
    """
    require(by, Right.PROPOSE, submission.unit)
    values = {"authority": clean_line(authority), "number": clean_line(number), "note": clean_text(note)}
    without = {pk: clean_text(why) for pk, why in (refused or {}).items()}
    _require_values(submission, values, decided_on, without)
    with transaction.atomic():
        row = locked_submission(submission)
        lines = list(row.lines.select_related("nomination__dossier__movement", "result"))
        known = row.external_results.filter(number=values["number"]).first()
        if known is not None:
            return _recorded_before(known, lines, granted, without)
        if row.level != Level.STATE or row.state != SubmissionState.PROPOSED:
            raise Refused(_("This proposal does not wait for a decision of the State level."))
        open_lines = {nomination_of(line).pk: line for line in lines if line.result_id is None}
        chosen = set(open_lines) - set(without) if granted is None else set(granted)
        _require_open(open_lines, chosen, without)
        made = ExternalResult.objects.create(
            submission=row,
            decided_on=decided_on,
            file=file,
            recorded_by=by,
            recorded_at=at or timezone.now(),
            **values,
        )
        answered = [open_lines[pk] for pk in open_lines if pk in chosen | set(without)]
        for line in answered:
            line.result, line.refusal = made, without.get(nomination_of(line).pk, "")
        ProposedLine.objects.bulk_update(answered, ["result", "refusal"])
        names = nominations_of(line for line in answered if not line.refusal)
        _write_register(made, names, by)
        _close_dossiers(row, by, at)
        details = values | {"lines": len(names), "refused": len(without)}
        record(by=by, action="decisions.external_result", subject=made, details=details)
        tell_decided(f"Quyết định số {made.number}", f"external/{made.pk}", names, without)
    return made


def _require_values(
    submission: Submission, values: dict[str, str], decided_on: date, without: Mapping[int, str]
) -> None:
    faults = misfits(ExternalResult, values) | {
        name: _("Write it as the decision has it.") for name in ("authority", "number") if not values[name]
    }
    if decided_on > timezone.localdate():
        faults["decided_on"] = _("This day is still to come. Check the date of the decision.")
    elif decided_on < submission.dated:
        faults["decided_on"] = _("The decision cannot be older than the submission letter. Check the date.")
    if not all(without.values()):
        faults["refused"] = _("Write for each refused nominee why; the unit reads it.")
    if faults:
        raise Refused(faults)


def _require_open(
    open_lines: Mapping[int, ProposedLine], chosen: set[int], without: Mapping[int, str]
) -> None:
    named = chosen | set(without)
    if not named:
        raise Refused(_("Say of at least one nominee what was decided."))
    if named - set(open_lines) or chosen & set(without):
        raise Refused(_("One of the nominees is answered already. Load the page again."))


def _recorded_before(
    known: ExternalResult,
    lines: Sequence[ProposedLine],
    granted: Collection[int] | None,
    without: Mapping[int, str],
) -> ExternalResult:
    own = {nomination_of(line).pk for line in lines if line.result_id == known.pk}
    if (set(granted or ()) | set(without)) <= own:
        return known
    raise Refused(
        {
            "number": _(
                "This decision is recorded already, on other nominees. Check the number of the decision."
            )
        }
    )


def _close_dossiers(row: Submission, by: User | None, at: datetime | None) -> None:
    """Mark as decided every dossier of which no nominee waits any more, and the proposal when none is left."""
    lines = list(row.lines.select_related("nomination"))
    waiting = {nomination_of(line).dossier_id for line in lines if line.result_id is None}
    for dossier in dossiers_of(row):
        own = [line for line in lines if nomination_of(line).dossier_id == dossier.pk]
        if dossier.pk in waiting or dossier.state != DossierState.PROPOSED:
            continue
        refused = {nomination_of(line).pk: line.refusal for line in own if line.refusal}
        mark_decided(dossier=dossier, refused=refused, by=by, at=at)
    if not waiting:
        row.state, row.version = SubmissionState.DECIDED, row.version + 1
        row.save(update_fields=["state", "version"])


def _write_register(made: ExternalResult, granted: list[Nomination], by: User | None) -> None:
    book, proposal = current_book(), made.submission
    for (code, movement), own in by_award_and_movement(granted).items():
        confer(
            unit=proposal.unit,
            content=ConferralContent(
                award_form=award_words(book, code, proposal.unit, made.decided_on),
                award_code=code,
                decision_number=made.number,
                decision_date=made.decided_on,
                source=made.authority,
                provenance=proposal.provenance,
            ),
            movement=movement,
            nominees=own,
            ordinals=range(1, len(own) + 1),
            file=made.file,
            right=Right.PROPOSE,
            by=by,
        )
