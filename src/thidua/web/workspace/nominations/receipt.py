"""The receipt of a dossier: what was sent, by whom and when, and who holds it now; on the page and as a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thidua.nominations.enums import Outcome
from thidua.nominations.models import Dossier, Evidence, Nomination
from thidua.support.documents.fonts import missing_letters
from thidua.support.documents.typesetting import typeset
from thidua.support.provenance import Provenance
from thidua.web.shell import formats
from thidua.web.workspace.nominations.names import award_names
from thidua.web.workspace.nominations.states import dossier_tag, held_by, next_step, receivers_of

TEMPLATE: Final = Path(__file__).with_name("receipt.typ")
_UNKNOWN: Final = "□"  # printed for a letter that the typeface does not have


@dataclass(frozen=True)
class Receipt:
    """What the receipt says: named facts, nominees, and papers with their fingerprints (SHA-256)."""

    facts: tuple[tuple[str, str], ...]
    nominees: tuple[tuple[str, str, str], ...]  # name, post and unit, award
    papers: tuple[tuple[str, str, str], ...]  # what it is, its file, its fingerprint


def receipt_of(dossier: Dossier) -> Receipt:
    """Return the receipt of a dossier that was sent in, as things stand now; four queries."""
    rows = list(dossier.nominations.exclude(outcome=Outcome.WITHDRAWN).order_by("ordinal"))
    names = award_names(rows)
    papers = dossier.evidence.filter(withdrawn_at__isnull=True).select_related("file", "nomination")
    return Receipt(
        facts=tuple((key, value) for key, value in _facts(dossier, len(rows)) if value),
        nominees=tuple((row.recipient_name, _place(row), names[row.award_code]) for row in rows),
        papers=tuple((_what(paper), paper.file.original_name, paper.file.sha256) for paper in papers),
    )


def receipt_pdf(dossier: Dossier) -> bytes:
    """Return the receipt as a PDF."""
    told = receipt_of(dossier)
    mark = "" if dossier.provenance == Provenance.RECORDED else str(Provenance(dossier.provenance).label)
    data: dict[str, Any] = {
        "language": (get_language() or "vi")[:2],
        "office": dossier.deciding_unit.name,
        "heading": _("Receipt of dossier %(code)s") % {"code": dossier.code},
        "title": dossier.title,
        "mark": mark,
        "facts": [list(fact) for fact in told.facts],
        "nominees_heading": _("Nominees"),
        "nominees_columns": [
            _("No."),
            _("Name"),
            _("Post, unit or address"),
            _("Title or form of commendation"),
        ],
        "nominees": [list(row) for row in told.nominees],
        "papers_heading": _("Papers received"),
        "papers_columns": [_("Paper"), _("File"), _("Fingerprint of the file (SHA-256)")],
        "papers": [list(row) for row in told.papers],
        "about_fingerprints": _(
            "A file with the same fingerprint is the very file that was sent; one changed letter changes it."
        ),
        "foot": _("Made on %(at)s. The page of the dossier always shows how things stand now.")
        % {"at": formats.moment(timezone.now())},
    }
    return typeset(TEMPLATE, _printable(data))


def _facts(dossier: Dossier, nominees: int) -> list[tuple[str, str]]:
    reception = ""
    if dossier.received_on and dossier.reception_number:
        told = {"number": dossier.reception_number, "day": formats.day(dossier.received_on)}
        reception = _("%(number)s, received on %(day)s") % told
    due = formats.day(dossier.due_on) if dossier.due_on else _("no day is set for this step")
    return [
        (_("Unit"), dossier.unit.name),
        (_("Sent at"), formats.moment(dossier.submitted_at)),
        (_("Declared by"), str(dossier.declared_by or "")),
        (_("Nominees"), str(nominees)),
        (_("Number in the register"), reception),
        (_("State"), dossier_tag(dossier).text),
        (_("Now with"), held_by(dossier)),
        (_("Until"), due if held_by(dossier) else ""),
        (_("What comes next"), next_step(dossier)),
        (_("Whom to ask"), "; ".join(receivers_of(dossier))),
    ]


def _place(row: Nomination) -> str:
    return ", ".join(part for part in (row.post_then, row.unit_then) if part)


def _what(paper: Evidence) -> str:
    kind = str(paper.get_kind_display()).capitalize()
    about = [part for part in (paper.nomination and paper.nomination.recipient_name, paper.title) if part]
    return f"{kind}: {' – '.join(about)}" if about else kind


def _printable(value: Any) -> Any:
    """Return the data with a sign for each letter that the typeface lacks: a receipt is never refused."""
    if isinstance(value, str):
        return value.translate({ord(letter): _UNKNOWN for letter in missing_letters(value)})
    if isinstance(value, dict):
        return {key: _printable(one) for key, one in value.items()}
    return [_printable(one) for one in value]
