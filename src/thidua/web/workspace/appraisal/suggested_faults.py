"""The faults that are offered when a dossier is returned: what is missing, not proved, or doubled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.nominations.enums import FaultCode
from thidua.nominations.models import Dossier, Nomination, StoredAppraisal
from thidua.nominations.queries import (
    Where,
    duplicates_of_dossier,
    missing_parts,
    standing_appraisals,
)
from thidua.nominations.stored_findings import NOT_MET, StoredFinding, leaves
from thidua.web.workspace.appraisal.words import spoken


@dataclass(frozen=True)
class Suggested:
    """One fault as the form takes it; `nomination` is empty for the whole dossier."""

    field: str
    code: str
    text: str
    nomination: str = ""

    def initial(self) -> dict[str, object]:
        """Return what the form starts with."""
        return {"field": self.field, "code": self.code, "text": self.text, "nomination": self.nomination}


# Kind of fault → the part to be mended, and the sentence that is sent when the officer writes none.
STANDARD: Final[dict[str, tuple[str, Promise]]] = {
    FaultCode.LETTER: (
        "evidence:letter",
        gettext_lazy("Send the submission letter again, signed and with number, date and list of nominees."),
    ),
    FaultCode.MINUTES: (
        "evidence:minutes",
        gettext_lazy("Send the minutes of the meeting, with day, those present and signatures."),
    ),
    FaultCode.VOTE: (
        "evidence:vote_result",
        gettext_lazy("Send the record of the vote, with the votes for each nominee out of all members."),
    ),
    FaultCode.REPORT: (
        "report",
        gettext_lazy("Write the achievement report with figures of the counted period, and have it signed."),
    ),
    FaultCode.EVIDENCE: ("evidence:other", gettext_lazy("Add papers that prove the achievement.")),
    FaultCode.INITIATIVE: (
        "evidence:initiative",
        gettext_lazy("Add the decision that recognises the initiative or topic."),
    ),
    FaultCode.CONFIRMATION: (
        "evidence:confirmation",
        gettext_lazy("Add the confirmation of the competent body."),
    ),
    FaultCode.RECIPIENT: (
        "recipient_name",
        gettext_lazy("Check name, post and unit against the papers and correct them."),
    ),
    FaultCode.AWARD: (
        "award_code",
        gettext_lazy("Choose the award and the type of commendation that fit the achievement."),
    ),
    FaultCode.CONDITION: (
        "evidence:other",
        gettext_lazy("Prove the condition of the law that is not met, or choose another award."),
    ),
    FaultCode.DUPLICATE: (
        "nominations",
        gettext_lazy(
            "The nominee was commended for this achievement already; take the nominee out or explain."
        ),
    ),
    FaultCode.COPIED: (
        "report",
        gettext_lazy("The report repeats another one; write what this nominee achieved."),
    ),
}


def suggested_faults(dossier: Dossier) -> list[Suggested]:
    """Return the faults to offer, those of the readiness check first; each sentence once."""
    rows = list(dossier.nominations.order_by("ordinal"))
    found = [
        *(
            Suggested(lack.field, lack.code, lack.text, str(lack.nomination or ""))
            for lack in missing_parts(dossier)
        ),
        *_not_met(dossier, {row.pk: row for row in rows}),
        *_doubled(rows),
    ]
    return list(dict.fromkeys(found))


def _not_met(dossier: Dossier, rows: dict[int, Nomination]) -> Iterator[Suggested]:
    for stored in standing_appraisals(dossier):
        row = rows[stored.nomination_id]
        for finding in _failing(stored):
            said = spoken(finding.lacks) or spoken(finding.text)
            text = _("%(name)s: not proved yet: %(condition)s") % {
                "name": row.recipient_name,
                "condition": said,
            }
            yield Suggested("evidence:other", FaultCode.CONDITION, text, str(row.pk))


def _failing(stored: StoredAppraisal) -> Iterator[StoredFinding]:
    """Yield what does not hold of the nearest way to the award and of the common rules."""
    held = {one.finding: one.holds for one in stored.decisions.all()}
    nearest = stored.result["by"] or stored.result["nearest"]
    for finding in leaves(stored.result):
        fails = not held[finding.key] if finding.key in held else finding.verdict == NOT_MET
        if fails and finding.alternative in ("", nearest):
            yield finding


def _doubled(rows: list[Nomination]) -> Iterator[Suggested]:
    twins = duplicates_of_dossier(rows)
    for row in rows:
        for twin in twins[row.pk]:
            if twin.where is Where.REGISTER and twin.same_award and twin.same_year:
                text = _("%(name)s holds this award of the same year already (%(reference)s).") % {
                    "name": row.recipient_name,
                    "reference": twin.reference,
                }
                yield Suggested("nominations", FaultCode.DUPLICATE, text, str(row.pk))
