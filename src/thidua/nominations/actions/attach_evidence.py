"""Add papers to a dossier: camera pictures, PDF, DOCX."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_line
from thidua.nominations.actions.moving import lock
from thidua.nominations.actions.writing import mend_fields, require_writing
from thidua.nominations.enums import EvidenceKind
from thidua.nominations.models import Dossier, Evidence, Nomination
from thidua.nominations.papers import TAKEN, require_readable
from thidua.support.audit.actions.record import record
from thidua.support.files.actions import store_file
from thidua.support.refusals import Refused, Sentence


@dataclass(frozen=True)
class Paper:
    """A file as it came: its bytes and its name."""

    data: bytes
    name: str


@dataclass(frozen=True)
class Attached:
    """What became of several papers: those kept, and a sentence for each that was not."""

    kept: tuple[Evidence, ...]
    refused: tuple[Sentence, ...]


def attach_evidence(
    *,
    dossier: Dossier,
    kind: str,
    data: bytes,
    name: str,
    by: User | None,
    nomination: Nomination | None = None,
    title: str = "",
) -> Evidence:
    """Keep a paper of the dossier, or of one nomination, and return it; the same file twice is one paper.

    Faults of a return tied to this kind of paper are marked as mended. Raises Refused on `file`, NotAllowed.
    """
    title = clean_line(title)
    with transaction.atomic():
        row = lock(dossier)
        require_writing(by, row)
        faults: dict[str, Sentence | list[Sentence]] = {}
        if kind not in EvidenceKind.values:
            faults["kind"] = _("Choose what this paper is.")
        if len(title) > 300:
            faults["title"] = _("The title is longer than 300 characters. Make it shorter.")
        if nomination is not None and nomination.dossier_id != row.pk:
            faults["nomination"] = _("This nominee is not in the dossier.")
        if faults:
            raise Refused(faults)
        require_readable(data, name)
        file = store_file(data=data, name=name, by=by, kinds=TAKEN)
        found, made = Evidence.objects.get_or_create(
            dossier=row,
            nomination=nomination,
            kind=kind,
            file=file,
            withdrawn_at=None,
            defaults={"title": title, "added_by": by},
        )
        mend_fields(row, nomination, (f"evidence:{kind}",), by)
        if made:
            row.version += 1
            row.save(update_fields=["version"])
            details = {"kind": kind, "file": file.original_name, "sha256": file.sha256}
            record(by=by, action="nominations.evidence_attached", subject=row, details=details)
    return found


def attach_all(
    *,
    dossier: Dossier,
    kind: str,
    papers: Sequence[Paper],
    by: User | None,
    nomination: Nomination | None = None,
) -> Attached:
    """Keep every paper that can be kept; a bad one is told and loses nothing of the rest. Raises NotAllowed, Refused.

    Refused means that nothing could be attached at all, whatever the papers.
    """
    require_writing(by, dossier)
    kept: list[Evidence] = []
    refused: list[Sentence] = []
    for paper in papers:
        try:
            kept.append(
                attach_evidence(
                    dossier=dossier, kind=kind, data=paper.data, name=paper.name, by=by, nomination=nomination
                )
            )
        except Refused as said:
            if "file" not in said.faults:
                raise
            refused.extend(said.faults["file"])
    return Attached(tuple(kept), tuple(refused))
