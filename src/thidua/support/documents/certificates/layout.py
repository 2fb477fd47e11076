"""A certificate's layout: paper, frame, emblem, code and lines, in millimetres, read from YAML.

Order and colours of the lines: Decree 98/2023/NĐ-CP, article 104; large papers: Decree 50/2006/NĐ-CP, article 28.
A province measures its own blanks and changes the figures.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from django.utils.translation import gettext as _

from thidua.support.documents.certificates.text import FIELDS
from thidua.support.documents.fonts import Face
from thidua.support.refusals import Refused

FOLDER: Final = Path(__file__).with_name("layouts")
COLOURS: Final = {"black": "#000000", "red": "#c8102e"}


class Fit(StrEnum):
    """What is done first with a text that is too long for its line."""

    SHRINK = "shrink"  # smaller down to `smallest`, then more lines
    WRAP = "wrap"  # more lines, then smaller


@dataclass(frozen=True)
class Box:
    """A rectangle: its upper left corner and its size, in millimetres."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Line:
    """One line of text: the middle of its block in millimetres, sizes in points.

    `height`: the most millimetres that a block of several lines takes, 0 for as many as it needs.
    """

    field: str
    x: float
    y: float
    width: float
    size: float
    smallest: float = 0
    lines: int = 1
    height: float = 0
    fit: Fit = Fit.SHRINK
    bold: bool = False
    italic: bool = False
    caps: bool = False
    underline: bool = False
    colour: str = "black"
    align: str = "center"
    on_blank: bool = False

    @property
    def face(self) -> Face:
        """The cut of the typeface."""
        return Face(self.bold, self.italic)


@dataclass(frozen=True)
class Layout:
    """A family of awards on one paper."""

    family: str
    paper: str
    name: str
    width: float
    height: float
    frame: Box
    frame_colour: str
    emblem: Box
    code: Box
    lines: tuple[Line, ...]
    words: dict[str, str]
    flags: bool = False


def families() -> dict[str, str]:
    """Return code and Vietnamese name of each family of awards."""
    return {code: str(family["name"]) for code, family in _families().items()}


def papers() -> dict[str, str]:
    """Return code and Vietnamese name of each paper."""
    return {path.stem: str(_shipped(path.stem)["name"]) for path in sorted(FOLDER.glob("paper_*.yaml"))}


@cache
def layout(family: str, paper: str) -> Layout:
    """Return the shipped layout of a family on a paper, e.g. `layout("giay_khen", "paper_a4")`.

    Raises KeyError for a family or a paper that there is not.
    """
    if paper not in papers():
        raise KeyError(paper)
    return _layout(family, paper, _shipped(paper))


def layout_of(family: str, text: str) -> Layout:
    """Return the layout that an office wrote itself as YAML, in the form of the shipped papers.

    Raises Refused with a sentence that names the fault.
    """
    try:
        data = yaml.safe_load(text)
        return _layout(family, "own", data)
    except yaml.YAMLError as fault:
        raise Refused(
            {"layout": _("The layout is no readable YAML: %(fault)s") % {"fault": fault}}
        ) from fault
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise Refused(
            {
                "layout": _("The layout lacks something or holds something unknown: %(fault)s")
                % {"fault": fault}
            }
        ) from fault


def _layout(family: str, paper: str, data: dict[str, Any]) -> Layout:
    about = _families()[family]
    size = data["paper"]
    lines = tuple(_line(field, line, size) for field, line in data["lines"].items())
    return Layout(
        family=family,
        paper=paper,
        name=f"{about['name']} – {data['name']}",
        width=_millimetres(size["width"]),
        height=_millimetres(size["height"]),
        frame=_box(data["frame"]),
        frame_colour=_hexadecimal(data["frame"]["colour"]),
        emblem=_box(data["emblem"]),
        code=_box(data["code"]),
        lines=lines,
        words={field: str(word) for field, word in about["words"].items()},
        flags=bool(about.get("flags")),
    )


def _line(field: str, line: dict[str, Any], paper: dict[str, Any]) -> Line:
    if field not in FIELDS:
        raise ValueError(field)
    unknown = set(line) - {each.name for each in fields(Line)}
    if unknown:
        raise ValueError(f"{field}: {', '.join(sorted(unknown))}")
    given = line | {"fit": Fit(line.get("fit", Fit.SHRINK)), "smallest": line.get("smallest", line["size"])}
    read = Line(field=field, **given)
    if read.align not in {"left", "center", "right"} or read.colour not in COLOURS:
        raise ValueError(f"{field}: align, colour")
    if not 0 < read.smallest <= read.size <= 200 or not 1 <= read.lines <= 6:
        raise ValueError(f"{field}: size, smallest, lines")
    if not 0 < read.width <= paper["width"] or not 0 <= read.y <= paper["height"]:
        raise ValueError(f"{field}: x, y, width")
    if not 0 <= read.height <= paper["height"]:
        raise ValueError(f"{field}: height")
    return read


def _box(data: dict[str, Any]) -> Box:
    x, y, width, height = (float(data[name]) for name in ("x", "y", "width", "height"))
    return Box(x, y, width, height)


def _millimetres(value: Any) -> float:
    if not 50 <= float(value) <= 1000:
        raise ValueError(f"paper: {value}")
    return float(value)


def _hexadecimal(value: str) -> str:
    if len(value) != 7 or value[0] != "#":
        raise ValueError(f"colour: {value}")
    int(value[1:], 16)
    return value


@cache
def _families() -> dict[str, Any]:
    return dict(yaml.safe_load((FOLDER / "families.yaml").read_text(encoding="utf-8")))


@cache
def _shipped(paper: str) -> dict[str, Any]:
    return dict(yaml.safe_load((FOLDER / f"{paper}.yaml").read_text(encoding="utf-8")))
