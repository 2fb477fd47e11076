"""What must be true before a move: each guard named in the table of moves, with the sentence of its refusal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from thidua.core.vietnamese.dates import format_date
from thidua.nominations.enums import ALIVE, AgencyAnswer, Outcome
from thidua.nominations.models import Dossier
from thidua.nominations.queries.missing import missing_parts
from thidua.nominations.queries.publicity import publicity_owed
from thidua.support.refusals import Refused, Sentence

Guard = Callable[[Dossier, Mapping[str, Any]], None]


def _ready(row: Dossier, given: Mapping[str, Any]) -> None:
    faults: dict[str, list[Sentence]] = {}
    for lack in missing_parts(row):
        if lack.blocks:
            faults.setdefault(lack.field, []).append(lack.text)
    if not given.get("declared"):
        faults.setdefault("declared", []).append(
            _("Tick the declaration: the unit answers for what the dossier says.")
        )
    if faults:
        raise Refused(faults)


def _not_received(row: Dossier, given: Mapping[str, Any]) -> None:
    if row.received_on is not None:
        raise Refused(_("The office has received the dossier already. Ask it to return the dossier."))


def _faults_named(row: Dossier, given: Mapping[str, Any]) -> None:
    if not given.get("faults"):
        raise Refused({"faults": _("Name at least one fault, tied to what the unit has to mend.")})


def _all_concluded(row: Dossier, given: Mapping[str, Any]) -> None:
    pending = row.nominations.filter(outcome=Outcome.PENDING).count()
    if pending:
        raise Refused(
            _("%(count)s nominations are not concluded. Conclude each: eligible, or not eligible.")
            % {"count": pending}
        )


def _someone_eligible(row: Dossier, given: Mapping[str, Any]) -> None:
    if not row.nominations.filter(outcome__in=(Outcome.ELIGIBLE, Outcome.PASSED)).exists():
        raise Refused(_("Nobody in this dossier was found eligible, so there is nothing to ask about."))


def _consultations_done(row: Dossier, given: Mapping[str, Any]) -> None:
    _someone_eligible(row, given)
    if row.agency_consultations.filter(answer=AgencyAnswer.AWAITED).exists():
        raise Refused(
            _("Agencies have still to answer. Record their answers, or wait until their time is over.")
        )
    if row.public_consultations.filter(closed_at__isnull=True).exists():
        raise Refused(_("The public consultation is still open. Close it when its time is over."))
    owed = publicity_owed(row)
    if owed is not None:
        raise Refused(
            _("The law asks to publish the list of nominees first (%(clause)s). Open a public consultation.")
            % {"clause": owed}
        )


def _council_result_known(row: Dossier, given: Mapping[str, Any]) -> None:
    if row.nominations.filter(outcome__in=(Outcome.PENDING, Outcome.ELIGIBLE)).exists():
        raise Refused(_("The council has not voted on every nomination yet."))
    if not row.nominations.filter(outcome=Outcome.PASSED).exists():
        raise Refused(_("The council passed nobody in this dossier. Archive it and tell the unit."))


def _every_outcome_known(row: Dossier, given: Mapping[str, Any]) -> None:
    if row.nominations.filter(outcome__in=ALIVE).exists():
        raise Refused(_("Say of every nomination whether it is granted or refused."))


def _something_granted(row: Dossier, given: Mapping[str, Any]) -> None:
    if not row.nominations.filter(outcome=Outcome.GRANTED).exists():
        raise Refused(_("Nothing was granted in this dossier. Archive it."))


def _nothing_left(row: Dossier, given: Mapping[str, Any]) -> None:
    left = (*ALIVE, Outcome.GRANTED)
    if row.nominations.filter(outcome__in=left).exists():
        raise Refused(_("There are nominations that may still become something. Finish them first."))


GUARDS: Final[dict[str, Guard]] = {
    "ready": _ready,
    "not_received": _not_received,
    "faults_named": _faults_named,
    "all_concluded": _all_concluded,
    "someone_eligible": _someone_eligible,
    "consultations_done": _consultations_done,
    "council_result_known": _council_result_known,
    "every_outcome_known": _every_outcome_known,
    "something_granted": _something_granted,
    "nothing_left": _nothing_left,
}


def require_over(last_day: date, today: date, sentence: str) -> None:
    """Raise Refused with `sentence` (which names %(day)s) while `last_day` is not over on `today`."""
    if today <= last_day:
        raise Refused(sentence % {"day": format_date(last_day)})
