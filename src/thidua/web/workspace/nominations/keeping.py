"""Keeping uploaded papers: each for itself, so that a bad one never costs the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from thidua.nominations.actions import attach_evidence
from thidua.nominations.models import Dossier, Nomination
from thidua.support.refusals import Refused
from thidua.web.shell.access import signed_in


@dataclass(frozen=True)
class Kept:
    """How many papers were kept, and a sentence for each that was not."""

    count: int
    refused: tuple[str, ...]


def keep_papers(
    request: HttpRequest,
    dossier: Dossier,
    kind: str,
    files: Sequence[UploadedFile[Any]],
    *,
    nomination: Nomination | None = None,
    caption: str = "",
) -> Kept:
    """Attach every file that can be kept, with the caption; several get numbers after it."""
    count = 0
    refused: list[str] = []
    for file in files:
        title = f"{caption} ({count + 1})" if caption and len(files) > 1 else caption
        try:
            attach_evidence(
                dossier=dossier,
                kind=kind,
                data=file.read(),
                name=file.name or "",
                by=signed_in(request),
                nomination=nomination,
                title=title,
            )
        except Refused as said:
            refused.extend(str(one) for sentences in said.faults.values() for one in sentences)
        else:
            count += 1
    return Kept(count, tuple(dict.fromkeys(refused)))
