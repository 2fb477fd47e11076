"""Pictures made of shapes, for articles whose photos are not ours to show."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

SIZE: Final = (1200, 800)
_SKY, _CURTAIN, _FLOOR, _GOLD, _PAPER = "#f4efe6", "#a5161d", "#7a4a21", "#e0b13c", "#fffdf5"
_SUITS: Final = ("#23395d", "#3b5249", "#5b3a29", "#46305f", "#23395d")
_SKIN: Final = "#e3b98f"


def ceremony() -> bytes:
    """Return a PNG: five people on a stage before a red curtain, each with a framed certificate."""
    picture = Image.new("RGB", SIZE, _SKY)
    drawing = ImageDraw.Draw(picture)
    drawing.rectangle((0, 0, 1200, 560), fill=_CURTAIN)
    for left in range(0, 1200, 60):
        drawing.line((left, 0, left, 560), fill="#8c1218", width=6)
    drawing.rectangle((0, 560, 1200, 800), fill=_FLOOR)
    drawing.rectangle((250, 60, 950, 150), fill=_GOLD)
    drawing.rectangle((262, 72, 938, 138), fill=_CURTAIN)
    for number, suit in enumerate(_SUITS):
        _person(drawing, 140 + number * 230, suit)
    return _png(picture)


def road() -> bytes:
    """Return a PNG: a village road between green hills, with houses on one side."""
    picture = Image.new("RGB", SIZE, "#cfe6f2")
    drawing = ImageDraw.Draw(picture)
    for left, top, colour in ((-200, 260, "#7fa66b"), (300, 200, "#6a9557"), (750, 280, "#5a8449")):
        drawing.ellipse((left, top, left + 800, top + 700), fill=colour)
    drawing.rectangle((0, 560, 1200, 800), fill="#8db373")
    drawing.polygon(((480, 800), (760, 800), (640, 470), (610, 470)), fill="#c9c3b8")
    drawing.line((622, 790, 624, 480), fill=_PAPER, width=5)
    for left in (760, 900, 1040):
        drawing.rectangle((left, 500, left + 100, 590), fill=_PAPER)
        drawing.polygon(((left - 15, 500), (left + 115, 500), (left + 50, 440)), fill="#b5522b")
    return _png(picture)


def _person(drawing: ImageDraw.ImageDraw, middle: int, suit: str) -> None:
    drawing.rounded_rectangle((middle - 60, 330, middle + 60, 640), 30, fill=suit)
    drawing.ellipse((middle - 42, 230, middle + 42, 325), fill=_SKIN)
    drawing.pieslice((middle - 44, 222, middle + 44, 316), 180, 360, fill="#2b2119")
    drawing.rectangle((middle - 62, 400, middle + 62, 490), fill=_GOLD)
    drawing.rectangle((middle - 52, 410, middle + 52, 480), fill=_PAPER)
    drawing.line((middle - 30, 435, middle + 30, 435), fill=_CURTAIN, width=5)
    drawing.line((middle - 38, 455, middle + 38, 455), fill="#999999", width=3)


def _png(picture: Image.Image) -> bytes:
    kept = BytesIO()
    picture.save(kept, "PNG", optimize=True)
    return kept.getvalue()
