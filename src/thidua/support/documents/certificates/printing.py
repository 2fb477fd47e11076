"""From certificates to one PDF: checked, fitted, then drawn; whole, or only the words on a pre-printed blank."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext as _

from thidua.support.documents.certificates.fitting import LEADING, Fitted, block_height, fit
from thidua.support.documents.certificates.frame import flags_svg, frame_svg
from thidua.support.documents.certificates.layout import COLOURS, Box, Layout, Line
from thidua.support.documents.certificates.text import CertificateText, words_of
from thidua.support.documents.fonts import MM_PER_POINT, WEIGHTS, missing_letters, width
from thidua.support.documents.qr import qr_svg
from thidua.support.documents.typesetting import typeset
from thidua.support.refusals import Refused, Sentence

BEFORE: Final = {"left": 0.0, "center": 0.5, "right": 1.0}  # share of a text that stands before its x
FLAG: Final = 9.0  # millimetres
TEMPLATE: Final = Path(__file__).with_name("certificates.typ")


class PrintMode(StrEnum):
    """What the printer puts on the paper."""

    FULL = "full"  # white paper: frame, words, code
    OVERLAY = "overlay"  # a pre-printed blank: only what differs from one to the next


@dataclass(frozen=True)
class Offset:
    """How far one printer must be set off, in millimetres: what it prints too far left needs `right`."""

    right: float = 0.0
    down: float = 0.0


NO_OFFSET: Final = Offset()


def faults_of(layout: Layout, text: CertificateText) -> dict[str, list[str]]:
    """Return field → sentences on what cannot be printed; empty when all can."""
    words = words_of(text, layout.words)
    faults = {line.field: fault for line in layout.lines if (fault := _fault(line, words[line.field]))}
    return {field: [fault] for field, fault in faults.items()}


def print_certificates(
    layout: Layout,
    texts: Sequence[CertificateText],
    *,
    mode: PrintMode = PrintMode.FULL,
    offset: Offset = NO_OFFSET,
    emblem: bytes = b"",
) -> bytes:
    """Return one PDF, a page for each of `texts` in their order.

    `emblem`: the State emblem as SVG or PNG, printed in full mode only; without it its place stays white.
    Raises Refused when any cannot be printed: "3.recipient" is the name on the third page. Nothing is then made.
    """
    if not texts:
        raise Refused(_("Choose at least one certificate to print."))
    pages: list[dict[str, Any]] = []
    faults: dict[str, Sentence | list[Sentence]] = {}
    for number, text in enumerate(texts, start=1):
        found = faults_of(layout, text)
        if found:
            faults.update({f"{number}.{field}": list(said) for field, said in found.items()})
        else:
            pages.append(_page(layout, text, mode))
    if faults:
        raise Refused(faults)
    return _typeset(layout, pages, mode, offset, emblem)


def _fault(line: Line, words: str) -> str:
    if line.field == "recipient" and not words:
        return _("A certificate needs the recipient's name.")
    lacking = missing_letters(_cased(line, words))
    if lacking:
        named = ", ".join(f"«{letter}» (U+{ord(letter):04X})" for letter in lacking)
        return _("The typeface has no %(letters)s. Write “%(words)s” with other letters.") % {
            "letters": named,
            "words": words,
        }
    if words and _fitted(line, words) is None:
        return _("“%(words)s” does not fit on the certificate, even in small letters. Shorten it.") % {
            "words": words
        }
    return ""


def _cased(line: Line, words: str) -> str:
    return words.upper() if line.caps else words


def _fitted(line: Line, words: str) -> Fitted | None:
    return fit(_cased(line, words), line)


def _page(layout: Layout, text: CertificateText, mode: PrintMode) -> dict[str, Any]:
    words = words_of(text, layout.words)
    lines = [
        printed
        for style, line in enumerate(layout.lines)
        if words[line.field] and not (mode is PrintMode.OVERLAY and line.on_blank)
        for printed in _lines(style, line, words[line.field])
    ]
    return {"lines": lines, "proof": text.proof}


def _lines(style: int, line: Line, words: str) -> Iterator[dict[str, Any]]:
    fitted = _fitted(line, words)
    assert fitted is not None  # asked before
    step = fitted.size * LEADING * MM_PER_POINT
    top = line.y - block_height(len(fitted.lines), fitted.size) / 2
    for number, said in enumerate(fitted.lines):
        left = line.x - width(said, fitted.size, line.face) * BEFORE[line.align]
        yield {
            "style": style,
            "x": round(left, 2),
            "y": round(top + number * step, 2),
            "size": fitted.size,
            "text": said,
        }


def _typeset(
    layout: Layout, pages: list[dict[str, Any]], mode: PrintMode, offset: Offset, emblem: bytes
) -> bytes:
    """Return the file: what all pages share is set once, as a picture that each page shows."""
    common = _common(pages)
    is_full = mode is PrintMode.FULL
    data = {
        "title": layout.name,
        "width": layout.width,
        "height": layout.height,
        "right": 0 if is_full else offset.right,
        "down": 0 if is_full else offset.down,
        "code": vars(layout.code),
        "styles": [_style(line) for line in layout.lines],
    }
    drawn = list(_pictures(layout, emblem)) if is_full else []
    shared = typeset(TEMPLATE, data | {"common": common, "pictures": drawn}, tagged=False)
    own = (
        {
            "lines": [line for line in page["lines"] if line not in common],
            "code": qr_svg(page["proof"]) if page["proof"] else "",
        }
        for page in pages
    )
    return typeset(
        TEMPLATE, data | {"common": None}, pages=own, tagged=False, pictures={"common.pdf": shared}
    )


def _common(pages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the lines that stand on every page in the same words."""
    return [line for line in pages[0]["lines"] if all(line in page["lines"] for page in pages)]


def _style(line: Line) -> dict[str, Any]:
    return {
        "weight": WEIGHTS["bold" if line.bold else "regular"],
        "italic": line.italic,
        "underline": line.underline,
        "colour": COLOURS[line.colour],
    }


def _pictures(layout: Layout, emblem: bytes) -> Iterator[dict[str, Any]]:
    yield {"svg": frame_svg(layout), "box": vars(Box(0, 0, layout.width, layout.height))}
    place = layout.emblem
    if emblem:
        yield {"svg": _as_svg(emblem), "box": vars(place)}
    if layout.flags:
        beside = (place.x - FLAG, place.x + place.width)
        for first, step in zip(beside, (-FLAG, FLAG), strict=True):
            for number in range(3):
                box = Box(first + step * number, place.y + (place.height - FLAG) / 2, FLAG, FLAG)
                yield {"svg": flags_svg(), "box": vars(box)}


def _as_svg(picture: bytes) -> str:
    """Return a picture as SVG text: JSON carries no bytes, so a PNG is wrapped."""
    if not picture.startswith(b"\x89PNG"):
        return picture.decode("utf-8")
    inside = base64.b64encode(picture).decode("ascii")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<image href="data:image/png;base64,{inside}" width="100" height="100"/></svg>'
    )
