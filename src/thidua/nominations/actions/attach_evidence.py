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
from thidua.support.audit.actions.record import Happening, record_all
from thidua.support.files.actions import store_file
from thidua.support.files.models import StoredFile
from thidua.support.refusals import Refused, Sentence


@dataclass(frozen=True)
class Paper:
    """A file as it came: its bytes and its name; and where that is said for each, what it is and whom it is about."""

    data: bytes
    name: str
    kind: str = ""
    title: str = ""
    nomination: Nomination | None = None


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
    paper = Paper(data, name, kind, title, nomination)
    return attach_papers(dossier=dossier, papers=[paper], by=by)[0]


def attach_papers(*, dossier: Dossier, papers: Sequence[Paper], by: User | None) -> list[Evidence]:
    """Keep all of `papers`, each of which says its kind, or none, and return them; as `attach_evidence`."""
    with transaction.atomic():
        row = lock(dossier)
        require_writing(by, row)
        files = [_checked(row, paper, by) for paper in papers]
        standing = {
            (one.nomination_id, one.kind, one.file_id): one
            for one in row.evidence.filter(file__in=files, withdrawn_at__isnull=True)
        }
        found, happenings = [], []
        for paper, file in zip(papers, files, strict=True):
            key = (paper.nomination.pk if paper.nomination else None, paper.kind, file.pk)
            if key not in standing:
                standing[key] = Evidence(
                    dossier=row,
                    nomination=paper.nomination,
                    kind=paper.kind,
                    file=file,
                    title=clean_line(paper.title),
                    added_by=by,
                )
                details = {"kind": paper.kind, "file": file.original_name, "sha256": file.sha256}
                happenings.append(Happening("nominations.evidence_attached", row, details))
            found.append(standing[key])
        Evidence.objects.bulk_create([one for one in standing.values() if one.pk is None])
        for nomination in dict.fromkeys(paper.nomination for paper in papers):
            kinds = [f"evidence:{paper.kind}" for paper in papers if paper.nomination == nomination]
            mend_fields(row, nomination, kinds, by)
        if happenings:
            row.version += 1
            row.save(update_fields=["version"])
            record_all(by=by, happenings=happenings)
    return found


def _checked(row: Dossier, paper: Paper, by: User | None) -> StoredFile:
    """Return the stored file of a paper; raises Refused."""
    faults: dict[str, Sentence | list[Sentence]] = {}
    if paper.kind not in EvidenceKind.values:
        faults["kind"] = _("Choose what this paper is.")
    if len(clean_line(paper.title)) > 300:
        faults["title"] = _("The title is longer than 300 characters. Make it shorter.")
    if paper.nomination is not None and paper.nomination.dossier_id != row.pk:
        faults["nomination"] = _("This nominee is not in the dossier.")
    if faults:
        raise Refused(faults)
    require_readable(paper.data, paper.name)
    return store_file(data=paper.data, name=paper.name, by=by, kinds=TAKEN)


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
