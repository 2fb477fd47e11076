"""Typst: a template of ours and typed data as JSON, to a PDF. No shell, and no text becomes program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

import typst

from thidua.support.documents.fonts import font_folder

Standard = Literal["a-2b", "a-2a"]


def typeset(
    template: Path, data: dict[str, Any], *, standard: Standard | None = None, tagged: bool = True
) -> bytes:
    """Return the PDF that `template` makes of `data` (there: `json(bytes(sys.inputs.data))`).

    `standard`: e.g. "a-2b" for an archival file.
    """
    made = typst.compile(
        str(template),
        font_paths=[str(font_folder())],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        format="pdf",
        pdf_standards=standard,
        pdf_tags=tagged,
    )
    assert isinstance(made, bytes)
    return made
