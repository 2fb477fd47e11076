"""How the lines of a list end in an administrative document."""

from __future__ import annotations

from collections.abc import Sequence


def listed(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines with «;» after each and «.» after the last: Decree 30/2020/NĐ-CP, appendix I."""
    bare = [line.rstrip(" ;.,") for line in lines]
    return tuple(f"{line}{'.' if at == len(bare) else ';'}" for at, line in enumerate(bare, start=1))
