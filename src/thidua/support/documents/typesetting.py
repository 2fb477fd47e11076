"""Typst: a template of ours and typed data as JSON, to a PDF. No shell, and no text becomes program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, Final, Literal

import typst

from thidua.support.documents.fonts import font_folder

NONE: Final[Mapping[str, bytes]] = MappingProxyType({})
Standard = Literal["a-2b", "a-2a"]


def typeset(
    template: Path,
    data: dict[str, Any],
    *,
    standard: Standard | None = None,
    tagged: bool = True,
    pages: Iterable[dict[str, Any]] = ({},),
    pictures: Mapping[str, bytes] = NONE,
) -> bytes:
    """Return the PDF that `template` makes of `data` (there: `json("data.json")`).

    `standard`: e.g. "a-2b" for an archival file; `pictures`: files that the template may name, beside it;
    `pages`: more data, one by one, so that never all of it is in memory here (there: `json("pages.json")`).
    """
    return _compiled(
        template, data, pages, pictures, {"format": "pdf", "pdf_standards": standard, "pdf_tags": tagged}
    )


def typeset_png(
    template: Path, data: dict[str, Any], *, ppi: float, pictures: Mapping[str, bytes] = NONE
) -> bytes:
    """Return the one page that `template` makes of `data` as a PNG of `ppi` dots to the inch."""
    return _compiled(template, data, (), pictures, {"format": "png", "ppi": ppi})


def _compiled(
    template: Path,
    data: dict[str, Any],
    pages: Iterable[dict[str, Any]],
    pictures: Mapping[str, bytes],
    options: dict[str, Any],
) -> bytes:
    with TemporaryDirectory(prefix="thidua-") as folder:
        for name, content in {template.name: template.read_bytes(), **pictures}.items():
            Path(folder, name).write_bytes(content)
        Path(folder, "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        with Path(folder, "pages.json").open("w", encoding="utf-8") as file:
            file.write("[")
            for number, page in enumerate(pages):
                file.write(f"{',' if number else ''}{json.dumps(page, ensure_ascii=False)}")
            file.write("]")
        made = typst.compile(
            str(Path(folder, template.name)),
            root=folder,
            font_paths=[str(font_folder())],
            ignore_system_fonts=True,
            **options,
        )
    assert isinstance(made, bytes)
    return made
