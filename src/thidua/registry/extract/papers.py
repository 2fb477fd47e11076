"""An extract as a ZIP: JSON for programs, PDF for people."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _

from thidua.core.vietnamese.dates import format_date_time
from thidua.orgs.queries.site_identity import identity_now
from thidua.registry.extract.gathering import ExtractSection
from thidua.support.documents.printed_list import (
    PrintedColumn,
    PrintedGroup,
    PrintedList,
    write_list_pdf,
)

JSON_NAME: Final = "du-lieu.json"
PDF_NAME: Final = "trich-xuat.pdf"


def zipped(name: str, sections: Sequence[ExtractSection], *, made_at: datetime) -> bytes:
    """Return the ZIP of both files; `made_at` in local time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, content in (
            (JSON_NAME, _json(name, sections, made_at)),
            (PDF_NAME, _pdf(name, sections, made_at)),
        ):
            entry = zipfile.ZipInfo(file, made_at.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def _json(name: str, sections: Sequence[ExtractSection], made_at: datetime) -> bytes:
    told = {
        "person": name,
        "made_at": made_at.isoformat(timespec="seconds"),
        "sections": [
            {"key": section.key, "title": section.title, "rows": list(section.rows)} for section in sections
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8")


def _pdf(name: str, sections: Sequence[ExtractSection], made_at: datetime) -> bytes:
    groups = []
    for section in sections:
        for number, row in enumerate(section.rows, start=1):
            counted = f" ({number}/{len(section.rows)})" if len(section.rows) > 1 else ""
            groups.append(PrintedGroup(f"{section.title}{counted}", tuple(row.items())))
    return write_list_pdf(
        PrintedList(
            body=identity_now("vi").office.upper(),
            title=_("DATA HELD ABOUT %(name)s") % {"name": name.upper()},
            under=(_("Made at %(when)s") % {"when": format_date_time(made_at)},),
            columns=(PrintedColumn(_("Field"), 70, fixed=True), PrintedColumn(_("Content"), 1)),
            groups=tuple(groups),
        )
    )
