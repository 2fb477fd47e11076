"""Hand certificates over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.decisions.access import require
from thidua.decisions.actions.locking import locked_lines
from thidua.decisions.actions.presenting import present_complete
from thidua.decisions.models import Certificate, DecisionLine, HandingOver
from thidua.decisions.queries.certificate_search import COUNTING
from thidua.nominations.actions.lead_on import mark_all_handed_over
from thidua.nominations.enums import DossierState, Outcome
from thidua.nominations.models import Dossier, Nomination
from thidua.support.audit.actions.record import Happening, record_all
from thidua.support.edits import misfits
from thidua.support.files.models import StoredFile
from thidua.support.refusals import Refused


@dataclass(frozen=True)
class Taken:
    """Who took the certificate of a line, and the file with the signature."""

    line: DecisionLine
    received_by: str
    signature: StoredFile | None = None


def hand_over(
    *,
    line: DecisionLine,
    on: date,
    received_by: str,
    by: User | None,
    place: str = "",
    signature: StoredFile | None = None,
    at: datetime | None = None,
) -> HandingOver:
    """Record who received the valid certificate of a line, and return the row; twice is once.

    The last of a dossier leads it on. A certificate that replaces another is handed over again.

    Raises NotAllowed, or Refused: not printed yet, cancelled, an impossible day.
    """
    taken = Taken(line, received_by, signature)
    return hand_over_all(taken=[taken], on=on, by=by, place=place, at=at)[0]


def hand_over_all(
    *, taken: Sequence[Taken], on: date, by: User | None, place: str = "", at: datetime | None = None
) -> list[HandingOver]:
    """Record who received the valid certificates of many lines on a day, and return the rows; all, or none.

    As `hand_over`; of many, a certificate that is not printed is named.
    """
    for unit in {one.line.decision.unit_id: one.line.decision.unit for one in taken}.values():
        require(by, Right.ISSUE_CERTIFICATES, unit)
    with transaction.atomic():
        lines = {line.pk: line for line in locked_lines([one.line for one in taken])}
        valid = Certificate.objects.filter(COUNTING, line__in=lines)
        certificates = {row.line_id: row for row in valid.order_by("-pk")}
        rows = HandingOver.objects.filter(certificate__in=[row.pk for row in certificates.values()])
        handed = {row.line_id: row for row in rows.order_by("-pk")}
        made = []
        for one in taken:
            line = lines[one.line.pk]
            if line.pk in handed:
                continue
            values = {"received_by": clean_line(one.received_by), "place": clean_line(place)}
            _require_possible(line, on, values)
            certificate = certificates.get(line.pk)
            if certificate is None or certificate.printed_at is None:
                raise Refused(_not_printed(line, is_named=len(taken) > 1))
            row = HandingOver(
                line=line, certificate=certificate, on=on, signature=one.signature, by=by, **values
            )
            row.at = at or timezone.now()
            handed[line.pk] = row
            made.append(row)
        HandingOver.objects.bulk_create(made)
        record_all(by=by, happenings=[_happening(row) for row in made])
        _lead_dossiers_on([row.line for row in made], by, at)
        present_complete([row.line for row in made], by)
    return [handed[one.line.pk] for one in taken]


def _require_possible(line: DecisionLine, on: date, values: dict[str, str]) -> None:
    faults = misfits(HandingOver, values)
    if not values["received_by"]:
        faults["received_by"] = _("Write who received the certificate.")
    decided = line.decision.decided_on
    if decided is None or not decided <= on <= timezone.localdate():
        faults["on"] = _("Give the day of handing over: not before the decision, not in the future.")
    if faults:
        raise Refused(faults)


def _not_printed(line: DecisionLine, *, is_named: bool) -> str:
    said = _("There is no printed, valid certificate to hand over. Print it first.")
    return f"{line.ordinal}. {line.recipient_name}: {said}" if is_named else said


def _happening(row: HandingOver) -> Happening:
    details = {"received_by": row.received_by, "place": row.place, "on": row.on}
    return Happening("decisions.handed_over", row.line, details)


def _lead_dossiers_on(lines: Sequence[DecisionLine], by: User | None, at: datetime | None) -> None:
    """Mark the issued dossiers of which nobody waits for a certificate any more."""
    issued = Dossier.objects.filter(
        nominations__decision_lines__in=[line.pk for line in lines], state=DossierState.ISSUED
    )
    dossiers = list(issued.distinct().order_by("pk"))
    waiting = Nomination.objects.filter(
        dossier__in=dossiers, outcome=Outcome.GRANTED, decision_lines__handings_over__isnull=True
    ).exclude(decision_lines__award__status__in=("cancelled", "stripped"))
    unfinished = set(waiting.values_list("dossier_id", flat=True))
    mark_all_handed_over(dossiers=[row for row in dossiers if row.pk not in unfinished], by=by, at=at)
