"""What must be true before a move: each guard named in the table of moves, with the sentence of its refusal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.core.vietnamese.dates import format_date
from thidua.core.workflow.dossier import AGENCY_CONSULTATION, PUBLIC_CONSULTATION
from thidua.nominations.dossier_log import DossierLog
from thidua.nominations.enums import ALIVE, MAY_STILL_BECOME, AgencyAnswer, Outcome
from thidua.nominations.models import Dossier
from thidua.nominations.queries.missing import missing_parts
from thidua.nominations.queries.publicity import publicity_owed
from thidua.support.refusals import Refused, Sentence

Guard = Callable[[Dossier, DossierLog, Mapping[str, Any]], None]


def _ready(row: Dossier, log: DossierLog, given: Mapping[str, Any]) -> None:
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


def _not_received(row: Dossier, log: DossierLog, given: Mapping[str, Any]) -> None:
    if row.received_on is not None:
        raise Refused(_("The office has received the dossier already. Ask it to return the dossier."))


def _faults_named(row: Dossier, log: DossierLog, given: Mapping[str, Any]) -> None:
    if not given.get("faults"):
        raise Refused({"faults": _("Name at least one fault, tied to what the unit has to mend.")})


def _all_concluded(row: Dossier, log: DossierLog, given: Mapping[str, Any]) -> None:
    pending = log.count(Outcome.PENDING)
    if pending:
        raise Refused(
            _("%(count)s nominations are not concluded. Conclude each: eligible, or not eligible.")
            % {"count": pending}
        )


def _someone_eligible(row: Dossier, log: DossierLog, given: Mapping[str, Any]) -> None:
    if not log.count(Outcome.ELIGIBLE, Outcome.PASSED):
        raise Refused(_("Nobody in this dossier was found eligible, so there is nothing to ask about."))


def _consultations_done(row: Dossier, log: DossierLog, given: Mapping[str, Any]) -> None:
    _someone_eligible(row, log, given)
    if (
        log.was_in(AGENCY_CONSULTATION)
        and row.agency_consultations.filter(answer=AgencyAnswer.AWAITED).exists()
    ):
        raise Refused(
            _("Agencies have still to answer. Record their answers, or wait until their time is over.")
        )
    if log.was_in(PUBLIC_CONSULTATION) and row.public_consultations.filter(closed_at__isnull=True).exists():
        raise Refused(_("The public consultation is still open. Close it when its time is over."))
    owed = publicity_owed(row, log)
    if owed is not None:
        raise Refused(
            _("The law asks to publish the list of nominees first (%(clause)s). Open a public consultation.")
            % {"clause": owed}
        )


def _council_result_known(row: Dossier, log: DossierLog, given: Mapping[str, Any]) -> None:
    if log.count(Outcome.PENDING, Outcome.ELIGIBLE):
        raise Refused(_("The council has not voted on every nomination yet."))
    if not log.count(Outcome.PASSED):
        raise Refused(_("The council passed nobody in this dossier. Archive it and tell the unit."))


def _every_outcome_known(row: Dossier, log: DossierLog, given: Mapping[str, Any]) -> None:
    if log.count(*ALIVE):
        raise Refused(_("Say of every nomination whether it is granted or refused."))


def _something_granted(row: Dossier, log: DossierLog, given: Mapping[str, Any]) -> None:
    if not log.count(Outcome.GRANTED):
        raise Refused(_("Nothing was granted in this dossier. Archive it."))


def _nothing_left(row: Dossier, log: DossierLog, given: Mapping[str, Any]) -> None:
    count = log.count(*MAY_STILL_BECOME)
    if count:
        told = ngettext(
            "Nobody has voted or decided on %(count)s nominee yet, or its certificate is not handed over. Finish "
            "that first, then archive the dossier.",
            "Nobody has voted or decided on %(count)s nominees yet, or their certificates are not handed over. "
            "Finish that first, then archive the dossier.",
            count,
        )
        raise Refused(told % {"count": count})


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
