"""Drawn pictures in the place of photos, so that nothing in the demonstration shows real people or places."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

SIZE: Final = (1200, 800)
SKY, HILL, FIELD, ROAD, LINE = (
    (196, 222, 240),
    (92, 134, 92),
    (148, 180, 98),
    (176, 176, 172),
    (240, 240, 236),
)
WALL, ROOF, DOOR = (236, 222, 196), (158, 62, 44), (104, 74, 52)


def drawn_road() -> bytes:
    """Return the JPEG of a concrete road between fields, with hills behind."""
    made, pen = _land()
    pen.polygon([(520, 400), (640, 400), (980, 800), (220, 800)], fill=ROAD)
    for top in range(420, 800, 90):
        pen.line([(580, top), (584, top + 45)], fill=LINE, width=6)
    return _bytes(made)


def drawn_house() -> bytes:
    """Return the JPEG of a small new house before hills."""
    made, pen = _land()
    pen.rectangle([360, 420, 840, 690], fill=WALL)
    pen.polygon([(310, 420), (600, 270), (890, 420)], fill=ROOF)
    pen.rectangle([555, 520, 645, 690], fill=DOOR)
    for left in (420, 700):
        pen.rectangle([left, 490, left + 80, 570], fill=SKY)
    return _bytes(made)


def _land() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    made = Image.new("RGB", SIZE, SKY)
    pen = ImageDraw.Draw(made)
    for left, top, right in ((-200, 180, 500), (250, 120, 950), (700, 200, 1400)):
        pen.ellipse([left, top, right, 760], fill=HILL)
    pen.rectangle([0, 400, *SIZE], fill=FIELD)
    return made, pen


def _bytes(made: Image.Image) -> bytes:
    file = BytesIO()
    made.save(file, "JPEG", quality=85)
    return file.getvalue()
