"""The files of a decision: what was kept, and the Word files of a draft as it stands now."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import gettext as _

from thidua.decisions.enums import IN_EFFECT, OPEN, DecisionState, TemplateKind
from thidua.decisions.models import Decision
from thidua.decisions.papers.decision_letter import annexes, decision_letter
from thidua.decisions.queries import template_of
from thidua.support.documents.letters.content import AnyLetter
from thidua.support.documents.letters.rendering import render_docx
from thidua.support.files.models import StoredFile

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
ALL = "tat-ca"


@dataclass(frozen=True)
class DecisionFile:
    """One file to download: its place in the address, what it is, its name, and how its bytes are come by."""

    kind: str
    label: str
    name: str
    content_type: str
    content: Callable[[], bytes]


def files_of(row: Decision) -> list[DecisionFile]:
    """Return the files of a decision: signed, to be signed, the text, and a list for each award."""
    found = []
    if row.state in IN_EFFECT and row.signed_file:
        found.append(_kept("ban-ky", _("Signed decision (PDF)"), row.signed_file))
    if row.state == DecisionState.WAITING and row.preview:
        found.append(_kept("du-thao", _("Text to be signed (PDF)"), row.preview))
    return found + (_drawn(row) if row.state in OPEN else _word_files(row))


def zip_of(files: list[DecisionFile]) -> bytes:
    """Return the files in one archive."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(file.name, file.content())
    return stream.getvalue()


def _word_files(row: Decision) -> list[DecisionFile]:
    found = [_kept("van-ban", _("Decision as Word file"), row.docx)] if row.docx else []
    for annex in row.annexes.select_related("docx"):
        found.append(_kept(f"danh-sach-{annex.ordinal}", _list_label(annex.award_name), annex.docx))
    return found


def _drawn(row: Decision) -> list[DecisionFile]:
    granted = list(row.lines.filter(refusal="").order_by("ordinal"))
    names = dict.fromkeys(line.award_name for line in granted)
    name = f"du-thao-quyet-dinh-{row.pk}"
    found = [
        _filled(
            row,
            "van-ban",
            _("Decision as Word file"),
            f"{name}.docx",
            TemplateKind.DECISION,
            decision_letter(row),
        )
    ]
    for number, (award, content) in enumerate(zip(names, annexes(row, granted), strict=True), start=1):
        kind = f"danh-sach-{number}"
        found.append(
            _filled(row, kind, _list_label(award), f"{name}-{kind}.docx", TemplateKind.ANNEX, content)
        )
    return found


def _list_label(award: str) -> str:
    return _("List as Word file: %(award)s") % {"award": award}


def _kept(kind: str, label: str, file: StoredFile) -> DecisionFile:
    def read() -> bytes:
        with file.content.open("rb") as opened:
            return bytes(opened.read())

    return DecisionFile(kind, label, file.original_name, file.content_type, read)


def _filled(
    row: Decision, kind: str, label: str, name: str, letter: TemplateKind, content: AnyLetter
) -> DecisionFile:
    return DecisionFile(kind, label, name, DOCX, lambda: render_docx(content, template_of(row.unit, letter)))
