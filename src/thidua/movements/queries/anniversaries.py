"""Anniversaries, and how many years each one makes in a given year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from thidua.core.language import Language
from thidua.movements.models import Anniversary, Movement


@dataclass(frozen=True)
class AnniversaryInYear:
    """An anniversary as a year celebrates it."""

    anniversary: Anniversary
    years: int

    def phrase(self, language: Language = "vi") -> str:
        """Return «110 năm ngày sinh đồng chí Hoàng Văn Thụ»; names of anniversaries are Vietnamese only."""
        return f"{self.years} {'năm' if language == 'vi' else 'years:'} {self.anniversary.name}"


def anniversaries_in(year: int, movements: Iterable[Movement] | None = None) -> list[AnniversaryInYear]:
    """Return the anniversaries that `year` makes, the fewest years first (50, 110, 188); one query.

    With `movements`, only those that any of them is launched in honour of.
    """
    rows = Anniversary.objects.filter(started_year__lt=year)
    if movements is not None:
        rows = rows.filter(movements__in=list(movements)).distinct()
    return [AnniversaryInYear(row, year - row.started_year) for row in rows.order_by("-started_year", "name")]


def celebrated_by(movement: Movement) -> list[AnniversaryInYear]:
    """Return the anniversaries of `movement`, counted in the year in which it ends, else in which it starts."""
    last = movement.ended_on or movement.planned_end or movement.starts_on or movement.launched_at
    if last is None:
        return [AnniversaryInYear(row, 0) for row in movement.anniversaries.order_by("-started_year")]
    return anniversaries_in(last.year, [movement])
