"""QR codes, with a fixed mask: choosing the best of eight takes four times as long and reads no better here."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any, Final

import segno
from segno.consts import MODE_ALPHANUMERIC, MODE_BYTE

MASK: Final = 4
HEAD: Final = '<svg xmlns="http://www.w3.org/2000/svg"'
DARK: Final = re.compile(b"\x01+")
QUIET: Final = 4  # modules of white around the code, as ISO/IEC 18004 asks


def qr_svg(text: str) -> str:
    """Return the code as an SVG without size of its own, quiet zone included; error correction M."""
    matrix = _code(text).matrix
    side = len(matrix) + 2 * QUIET
    lines = "".join(f"M{QUIET} {number}.5{_row(row)}" for number, row in enumerate(matrix, start=QUIET))
    return f'{HEAD} viewBox="0 0 {side} {side}"><path stroke="#000" d="{lines}"/></svg>'


def _row(row: bytearray) -> str:
    """Return the dark runs of a row as strokes, each set off from the one before: a third of the length."""
    drawn, end = [], 0
    for run in DARK.finditer(row):
        gap = run.start() - end
        end = run.end()
        drawn.append(f"m{gap} 0h{end - run.start()}" if gap else f"h{end - run.start()}")
    return "".join(drawn)


def qr_png(text: str, *, scale: int = 6) -> bytes:
    """Return the code as a PNG, `scale` dots for a module."""
    stream = BytesIO()
    _code(text).save(stream, kind="png", border=QUIET, scale=scale)
    return stream.getvalue()


def _code(text: str) -> segno.QRCode:
    # A link before the proof is written letter by letter; the proof itself stays at 5.5 bits for each of its letters.
    link, mark, proof = text.rpartition("#")
    content: Any = [(link + mark, MODE_BYTE), (proof, MODE_ALPHANUMERIC)] if mark else text
    return segno.make(content, error="m", mask=MASK, boost_error=False, micro=False)
