"""The decorative border and the row of flags, drawn for the size of the paper. No ornament outside the border."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.support.documents.certificates.layout import Box, Layout

BAND = 6.0  # width of the ornament in millimetres


def frame_svg(layout: Layout) -> str:
    """Return the border as an SVG of the paper's size: rules, and a band of beads between them.

    The beads are dashes of four lines: a page of a thousand then carries a few words and not a thousand shapes.
    """
    box, colour = layout.frame, layout.frame_colour
    inner, thin = _inside(box, BAND), _inside(box, BAND + 1.4)
    middle = _inside(box, BAND / 2)
    shapes = [
        _rectangle(box, colour, 0.9),
        _rectangle(inner, colour, 0.9),
        _rectangle(thin, colour, 0.3),
        *_beads(middle, colour, 4.2),
        *_beads(middle, "#ffffff", 2.2),
        *_beads(middle, colour, 0.9),
    ]
    return _svg(layout.width, layout.height, shapes)


def flags_svg() -> str:
    """Return one red flag with the yellow star, 3 : 2 and slanted on its staff."""
    star = "M6,2.2 L6.6,4 8.5,4 7,5.1 7.5,6.9 6,5.8 4.5,6.9 5,5.1 3.5,4 5.4,4 Z"
    shapes = [
        '<path d="M0.3,0 V12" stroke="#8a6a1f" stroke-width="0.5"/>',
        '<path d="M0.5,0.6 Q3.5,-0.6 6,0.8 T11.5,0.6 V8.2 Q8.5,9.4 6,8.2 T0.5,8.2 Z" fill="#da251d"/>',
        f'<path d="{star}" fill="#ffdf00"/>',
    ]
    return _svg(12, 12, shapes)


def _beads(box: Box, colour: str, size: float) -> Iterator[str]:
    """Yield the four sides as rows of round dots, spread evenly so that corners meet."""
    right, bottom = box.x + box.width, box.y + box.height
    for path, length in (
        (f"M{box.x},{box.y}H{right}", box.width),
        (f"M{box.x},{bottom}H{right}", box.width),
        (f"M{box.x},{box.y}V{bottom}", box.height),
        (f"M{right},{box.y}V{bottom}", box.height),
    ):
        step = length / round(length / BAND)
        yield (
            f'<path d="{path}" stroke="{colour}" stroke-width="{size}" stroke-linecap="round" '
            f'stroke-dasharray="0.001 {step - 0.001:.4f}"/>'
        )


def _inside(box: Box, by: float) -> Box:
    return Box(box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by)


def _rectangle(box: Box, colour: str, stroke: float) -> str:
    return (
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" '
        f'fill="none" stroke="{colour}" stroke-width="{stroke}"/>'
    )


def _svg(width: float, height: float, shapes: list[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}mm" height="{height}mm">{"".join(shapes)}</svg>'
    )
