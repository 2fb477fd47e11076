"""Paths in the unit tree: the ids from the root down to a unit, each written in seven digits.

Digits sort alike in every collation of both databases, so a subtree is one range of an index.
"""

from __future__ import annotations

from typing import Final

WIDTH: Final = 7
MAX_DEPTH: Final = 12
MAX_LENGTH: Final = WIDTH * MAX_DEPTH


def path_below(parent_path: str, unit_id: int) -> str:
    """Return the path of `unit_id` standing right below `parent_path` ("" for a root).

    Raises ValueError when the id or the depth does not fit.
    """
    path = f"{parent_path}{unit_id:0{WIDTH}d}"
    if unit_id >= 10**WIDTH or len(path) > MAX_LENGTH:
        raise ValueError(f"no room in the path for unit {unit_id} below {parent_path!r}")
    return path


def ids_in(path: str) -> tuple[int, ...]:
    """Return the ids along `path`, the root first."""
    return tuple(int(path[start : start + WIDTH]) for start in range(0, len(path), WIDTH))


def subtree_range(path: str) -> tuple[str, str]:
    """Return (low, high): the paths of `path` and all below it are those with low <= p < high."""
    return path, f"{path[:-WIDTH]}{int(path[-WIDTH:]) + 1:0{WIDTH}d}"


def is_within(path: str, root_path: str) -> bool:
    """Tell whether `path` is `root_path` or stands below it."""
    return path.startswith(root_path)
