"""The decorative border and the row of flags, drawn for the size of the paper. No ornament outside the border."""

from __future__ import annotations

from thidua.support.documents.certificates.layout import Box, Layout

BAND = 6.0  # width of the ornament in millimetres


def frame_svg(layout: Layout) -> str:
    """Return the border as an SVG of the paper's size: two rules and a band of lozenges between them."""
    box, colour = layout.frame, layout.frame_colour
    inner = Box(box.x + BAND, box.y + BAND, box.width - 2 * BAND, box.height - 2 * BAND)
    thin = Box(inner.x + 1.4, inner.y + 1.4, inner.width - 2.8, inner.height - 2.8)
    shapes = [
        _rectangle(box, colour, 0.9),
        _rectangle(inner, colour, 0.9),
        _rectangle(thin, colour, 0.3),
        f'<path d="{_band(layout)}" fill="{colour}" fill-opacity="0.75"/>',
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


def _band(layout: Layout) -> str:
    """Return the path of the lozenges along the four sides, spread evenly so that corners meet."""
    box, half = layout.frame, BAND / 2
    across, down = box.width - BAND, box.height - BAND
    columns, rows = round(across / BAND), round(down / BAND)
    points = [
        (box.x + half + across * n / columns, y)
        for y in (box.y + half, box.y + box.height - half)
        for n in range(columns + 1)
    ]
    points += [
        (x, box.y + half + down * n / rows)
        for x in (box.x + half, box.x + box.width - half)
        for n in range(1, rows)
    ]
    return " ".join(_lozenge(x, y, 2.1) + _lozenge(x, y, -0.9) for x, y in points)


def _lozenge(x: float, y: float, radius: float) -> str:
    # A negative radius turns the other way round, and so cuts a hole.
    across = abs(radius)
    return f"M{x - radius:.2f},{y:.2f} L{x:.2f},{y - across:.2f} {x + radius:.2f},{y:.2f} {x:.2f},{y + across:.2f} Z"


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
