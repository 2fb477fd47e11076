"""The tile map of a province: communes in, rectangles with a name, a figure, a class and a spoken label out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from thidua.registry.statistics import CommuneAwards, tiles
from thidua.web.shell import formats

WIDTH, HEIGHT, GAP = 100, 64, 4
LONGEST_LINE: Final = 11  # letters that fit into a tile


@dataclass(frozen=True)
class Tile:
    """One commune: where it is drawn, what stands in it, its step of colour (0 to 4) and pattern, and its label."""

    x: int
    y: int
    lines: tuple[tuple[int, str], ...]  # (y, text)
    figure: str
    figure_y: int
    step: int
    url: str
    label: str

    @property
    def middle(self) -> int:
        """Where the text is centred."""
        return self.x + (WIDTH - GAP) // 2


@dataclass(frozen=True)
class Step:
    """One line of the legend."""

    step: int
    label: str


@dataclass(frozen=True)
class TileMap:
    """The map ready to be drawn. `unplaced`: how many tiles stand below it because their place is not on file."""

    tiles: tuple[Tile, ...]
    width: int
    height: int
    tile_width: int
    tile_height: int
    legend: tuple[Step, ...]
    unplaced: int
    summary: str


def tile_map(rows: Sequence[CommuneAwards], *, by_years: bool, this_year: int) -> TileMap:
    """Return the map of `rows`, by the number of awards or (`by_years`) by the years since the last one."""
    placed = tiles(rows)
    drawn = [_tile(one.one, one.column, one.row, by_years, this_year) for one in placed]
    # Read from north to south and from west to east, also with the keyboard.
    order = sorted(range(len(placed)), key=lambda place: (placed[place].row, placed[place].column))
    white = sum(1 for row in rows if row.is_white)
    return TileMap(
        tiles=tuple(drawn[place] for place in order),
        width=(max(one.column for one in placed) + 1) * WIDTH,
        height=(max(one.row for one in placed) + 1) * HEIGHT,
        tile_width=WIDTH - GAP,
        tile_height=HEIGHT - GAP,
        legend=_legend(by_years),
        unplaced=sum(1 for one in placed if not one.known),
        summary=_("%(white)s of %(all)s communes without an award")
        % {"white": formats.number(white), "all": formats.number(len(rows))},
    )


def _tile(row: CommuneAwards, column: int, line: int, by_years: bool, this_year: int) -> Tile:
    x, y = column * WIDTH, line * HEIGHT
    parts = _broken(row.short_name)
    figure, said, step = _since(row, this_year) if by_years else _counted(row)
    return Tile(
        x=x,
        y=y,
        lines=tuple((y + 17 + 15 * place, part) for place, part in enumerate(parts)),
        figure=figure,
        figure_y=y + HEIGHT - GAP - 9,
        step=step,
        url=reverse("unit", args=[row.key]),
        label=f"{row.name}: {said}",
    )


def _counted(row: CommuneAwards) -> tuple[str, str, int]:
    if row.own:
        said = _("%(count)s awards of its own") % {"count": formats.number(row.own)}
        return formats.number(row.own), said, 1 if row.own < 5 else 2 if row.own < 20 else 3
    if row.inherited:
        said = _("no award of its own, %(count)s inherited") % {"count": formats.number(row.inherited)}
        return f"({formats.number(row.inherited)})", said, 4
    return "0", _("no award"), 0


def _since(row: CommuneAwards, this_year: int) -> tuple[str, str, int]:
    if row.last_own is None and row.last_inherited is None:
        return pgettext("map", "none"), _("no award on record"), 0
    if row.last_own is None:
        said = _("only inherited awards, the last in %(year)s") % {"year": row.last_inherited}
        return f"({row.last_inherited})", said, 4
    years = this_year - row.last_own
    said = _("last award of its own in %(year)s") % {"year": row.last_own}
    return str(row.last_own), said, 3 if years <= 1 else 2 if years <= 3 else 1


def _legend(by_years: bool) -> tuple[Step, ...]:
    if by_years:
        labels = (
            *(_("no award on record"), _("last one more than 3 years ago"), _("2 or 3 years ago")),
            *(_("this or last year"), _("only inherited awards (last year in brackets)")),
        )
    else:
        labels = (
            *(_("no award"), _("1 to 4 awards"), _("5 to 19 awards"), _("20 awards and more")),
            _("only inherited awards (number in brackets)"),
        )
    return tuple(Step(step, label) for step, label in enumerate(labels))


def _broken(name: str) -> tuple[str, ...]:
    """Return the name in one or two lines, broken where it is nearest to the middle."""
    words = name.split()
    if len(name) <= LONGEST_LINE or len(words) == 1:
        return (name,)
    splits = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    return min(splits, key=lambda pair: max(map(len, pair)))
