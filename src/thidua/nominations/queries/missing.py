"""What a dossier lacks of papers, texts and mended faults."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from thidua.core.workflow.dossier import COUNCIL, RETURNED, skipped_states
from thidua.nominations.enums import ALIVE, EvidenceKind, FaultCode
from thidua.nominations.models import Dossier, Nomination, ReturnedFault
from thidua.registry.enums import PEOPLE

# Titles for which an initiative or topic is to be proved (article 84 clause 1).
WITH_INITIATIVE = frozenset(
    {"grassroots_emulation_fighter", "provincial_emulation_fighter", "national_emulation_fighter"}
)


@dataclass(frozen=True)
class Lack:
    """One thing that is missing, tied to a field of the dossier or of a nomination, or to a paper («evidence:letter»).

    `blocks`: the dossier cannot be sent in without it; else the officer will ask.
    """

    field: str
    text: str
    code: str
    blocks: bool = True
    nomination: int | None = None


def missing_parts(dossier: Dossier) -> tuple[Lack, ...]:
    """Return what is missing of papers, texts and mended faults, the dossier's own first. Three queries."""
    nominations = list(dossier.nominations.filter(outcome__in=ALIVE))
    standing = dossier.evidence.filter(withdrawn_at__isnull=True).order_by()
    papers: set[tuple[int | None, str]] = {
        (nomination, kind) for nomination, kind in standing.values_list("nomination_id", "kind")
    }
    faults = list(open_faults(dossier)) if dossier.state == RETURNED else []
    return (
        *_of_dossier(dossier, nominations, papers),
        *(lack for row in nominations for lack in _of_nomination(row, papers)),
        *_of_faults(faults),
    )


def open_faults(dossier: Dossier) -> Iterable[ReturnedFault]:
    """Return the faults of the last return that nobody has marked as mended."""
    return (
        dossier.faults.filter(mended_at__isnull=True).select_related("nomination").order_by("move", "ordinal")
    )


def needs_minutes(dossier: Dossier) -> bool:
    """Tell whether a meeting must have judged the nominees: everywhere but in the short procedures."""
    return COUNCIL not in skipped_states(dossier.route, dossier.level)


def _of_dossier(
    dossier: Dossier, nominations: list[Nomination], papers: set[tuple[int | None, str]]
) -> Iterator[Lack]:
    if not nominations:
        yield Lack("nominations", _("Add at least one nominee."), FaultCode.RECIPIENT)
    if not dossier.letter_number or not dossier.letter_date:
        yield Lack("letter_number", _("Write number and date of the submission letter."), FaultCode.LETTER)
    if (None, EvidenceKind.LETTER) not in papers:
        yield Lack("evidence:letter", _("Add the signed submission letter."), FaultCode.LETTER)
    if needs_minutes(dossier):
        if not dossier.met_on:
            yield Lack("met_on", _("Write on which day the nominees were judged."), FaultCode.MINUTES)
        if (None, EvidenceKind.MINUTES) not in papers:
            yield Lack("evidence:minutes", _("Add the minutes of the meeting."), FaultCode.MINUTES)


def _of_nomination(row: Nomination, papers: set[tuple[int | None, str]]) -> Iterator[Lack]:
    named = {"name": row.recipient_name}
    if not row.achievement:
        text = _("%(name)s: write the achievement in one line; it is printed on the certificate.") % named
        yield Lack("achievement", text, FaultCode.REPORT, nomination=row.pk)
    if not row.report and (row.pk, EvidenceKind.REPORT) not in papers:
        text = _("%(name)s: write the achievement report, or add the signed one.") % named
        yield Lack("report", text, FaultCode.REPORT, nomination=row.pk)
    if row.recipient_kind in PEOPLE and not row.post_then:
        text = _("%(name)s: write the post.") % named
        yield Lack("post_then", text, FaultCode.RECIPIENT, nomination=row.pk)
    if not row.unit_then and row.unit_id is None:
        text = _("%(name)s: write the unit or the address.") % named
        yield Lack("unit_then", text, FaultCode.RECIPIENT, nomination=row.pk)
    if row.award_code in WITH_INITIATIVE and not _has(papers, row, EvidenceKind.INITIATIVE):
        text = _("%(name)s: no recognition of an initiative or topic is in the dossier.") % named
        yield Lack("evidence:initiative", text, FaultCode.INITIATIVE, blocks=False, nomination=row.pk)
    if not any(nomination == row.pk for nomination, _kind in papers):
        text = _("%(name)s: no paper proves the achievement.") % named
        yield Lack("evidence:other", text, FaultCode.EVIDENCE, blocks=False, nomination=row.pk)


def _of_faults(faults: Iterable[ReturnedFault]) -> Iterator[Lack]:
    for fault in faults:
        text = _("Not mended yet: %(fault)s") % {"fault": fault.text}
        yield Lack(fault.field, text, fault.code, nomination=fault.nomination_id)


def _has(papers: set[tuple[int | None, str]], row: Nomination, kind: str) -> bool:
    return (row.pk, kind) in papers or (None, kind) in papers
