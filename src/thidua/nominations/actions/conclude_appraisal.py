"""Conclude the appraisal: eligible or not, nomination by nomination."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.core.workflow.dossier import CONCLUDE
from thidua.nominations.actions.moving import lock, move, require_move
from thidua.nominations.enums import Outcome
from thidua.nominations.models import Dossier, Nomination, StoredAppraisal
from thidua.nominations.stored_findings import has_alternatives, is_carried
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused, Sentence


@dataclass(frozen=True)
class Conclusion:
    """What the officer concludes of one nomination, and why; `version`: the nomination as the officer saw it."""

    eligible: bool
    reason: str = ""
    version: int | None = None


class ConcludedMeanwhile(Refused):
    """Somebody else concluded about nominations after they were read; nothing was written.

    `versions`: their present versions by id; concluding again with them means “mine shall stand”.
    """

    def __init__(self, rows: Mapping[int, Nomination]) -> None:
        self.versions = {pk: row.version for pk, row in rows.items()}
        told = _("Somebody else concluded meanwhile: “%(theirs)s”. Save again to keep yours.")
        super().__init__({f"nomination-{pk}": told % {"theirs": _in_words(row)} for pk, row in rows.items()})


def conclude_appraisal(
    *,
    dossier: Dossier,
    conclusions: Mapping[int, Conclusion],
    by: User | None,
    at: datetime | None = None,
) -> Dossier:
    """Conclude the nominations named (by id), and the dossier with the last of them; return it.

    Who is not eligible is told why. Eligible needs a stored appraisal that comes to it with the officer's decisions
    on its findings; where the law says nothing, a reason. Raises Refused by «nomination-ID» (ConcludedMeanwhile),
    NotAllowed.
    """
    with transaction.atomic():
        row = lock(dossier)
        require_move(row, CONCLUDE, by)
        rows = {one.pk: one for one in row.nominations.select_for_update().filter(pk__in=conclusions)}
        meanwhile = {pk: one for pk, one in rows.items() if _is_settled_otherwise(one, conclusions[pk])}
        if meanwhile:
            raise ConcludedMeanwhile(meanwhile)
        faults: dict[str, Sentence | list[Sentence]] = {}
        for pk, conclusion in conclusions.items():
            sentence = _fault(rows.get(pk), conclusion)
            if sentence:
                faults[f"nomination-{pk}"] = sentence
        if faults:
            raise Refused(faults)
        for pk, conclusion in conclusions.items():
            _conclude(rows[pk], conclusion, by)
        if not row.nominations.filter(outcome=Outcome.PENDING).exists():
            move(row, CONCLUDE, by=by, at=at)
    return row


def _is_settled_otherwise(nomination: Nomination, conclusion: Conclusion) -> bool:
    """Whether somebody concluded something else after the officer read the nomination."""
    if conclusion.version in (None, nomination.version) or nomination.outcome == Outcome.PENDING:
        return False
    return (nomination.outcome, nomination.outcome_reason) != _wanted(conclusion)


def _wanted(conclusion: Conclusion) -> tuple[Outcome, str]:
    return Outcome.ELIGIBLE if conclusion.eligible else Outcome.NOT_ELIGIBLE, clean_text(conclusion.reason)


def _in_words(nomination: Nomination) -> str:
    return f"{nomination.get_outcome_display()}. {nomination.outcome_reason}".removesuffix(". ")


def _conclude(nomination: Nomination, conclusion: Conclusion, by: User | None) -> None:
    outcome, reason = _wanted(conclusion)
    if (nomination.outcome, nomination.outcome_reason) == (outcome, reason):
        return
    nomination.outcome, nomination.outcome_reason = outcome, reason
    nomination.version += 1
    nomination.save(update_fields=["outcome", "outcome_reason", "version"])
    details = {"outcome": outcome, "reason": reason}
    record(by=by, action="nominations.concluded", subject=nomination, details=details)


def _fault(nomination: Nomination | None, conclusion: Conclusion) -> Sentence | None:
    if nomination is None:
        return _("This nominee is not in the dossier. Load the page again.")
    if nomination.outcome == Outcome.WITHDRAWN:
        return _("This nominee was withdrawn.")
    has_reason = bool(clean_text(conclusion.reason))
    if not conclusion.eligible:
        return None if has_reason else _("Write why the nominee is not eligible; the unit reads it.")
    if nomination.suspended:
        return _("This nominee is suspended. Lift the suspension first.")
    appraisal = nomination.appraisals.order_by("-ordinal").first()
    if appraisal is None:
        return _("Run the check by the law first.")
    return _fault_of_appraisal(appraisal, has_reason)


def _fault_of_appraisal(appraisal: StoredAppraisal, has_reason: bool) -> Sentence | None:
    if not has_alternatives(appraisal.result):
        return None if has_reason else _("The law book says nothing of this award: write the ground.")
    rulings = dict(appraisal.decisions.order_by().values_list("finding", "holds"))
    if is_carried(appraisal.result, rulings):
        return None
    return _(
        "The findings do not come to “eligible”. Overrule the findings that you see otherwise, each with its "
        "reason, or conclude “not eligible”."
    )
