"""What every kind of condition can do."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from thidua.core.language import Wording
from thidua.core.law.appraisal import Evidence
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column
from thidua.core.law.facts import NomineeFacts
from thidua.core.law.hearing import Hearing, Rows, Span
from thidua.core.law.provisions import Alternative, Line
from thidua.core.law.sentences import listed


@dataclass(frozen=True)
class Angle:
    """How an alternative is looked at: under these settings, over this span of years.

    `run`: the line that made the span. `place`: the one counting year, by its place among the hearing's
    years, when the award is a yearly one. `referrers`: alternatives that refer to this one.
    """

    hearing: Hearing
    alternative: Alternative
    settings: Mapping[str, object] = field(default_factory=dict)
    run: Line | None = None
    span: Span | None = None
    place: int | None = None
    referrers: tuple[Alternative, ...] = ()

    @property
    def merit(self) -> bool:
        """Sudden and thematic awards never carry a merit ladder (Đ4 k3 NĐ98, NĐ152; Đ3 NĐ91)."""
        return self.alternative.type == "merit"

    @property
    def book(self) -> LawBook:
        return self.hearing.book

    def setting(self, line: Line, name: str, default: object) -> object:
        """Return a field of the line, or what the Board's reading of it says under this angle."""
        reading = line.fields.get(f"{name}_setting")
        if reading is not None:
            return self.settings[str(reading)]
        return line.fields.get(name, default)

    def turned(self, **changes: object) -> "Angle":
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Told:
    """What was found for one nominee."""

    outcome: Wording
    evidence: Evidence = field(default_factory=Evidence)
    lacks: Wording | None = None


class Condition(ABC):
    """One kind of condition. `judge` sees columns, `explain` the same columns with one nominee in them."""

    @abstractmethod
    def asks(self, line: Line, book: LawBook) -> Wording:
        """Return what the law asks, without a capital or a full stop."""

    @abstractmethod
    def judge(self, line: Line, angle: Angle) -> Column:
        """Return 0 not met, 1 needs a person, 2 met, for every nominee."""

    @abstractmethod
    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        """Return what was found for the only nominee of the columns."""


def holds(mask: object) -> Column:
    """Return met where the mask is true, else not met. A mask of booleans is used up."""
    verdict = np.array(mask, dtype=bool, copy=None).view(np.uint8)
    return np.left_shift(verdict, np.uint8(1), out=verdict)


def number(line: Line, name: str = "n") -> int:
    """Return a whole-number field of a line."""
    value = line.fields[name]
    assert isinstance(value, int)
    return value


def word(line: Line, name: str) -> str:
    """Return a text field of a line; empty when it has none."""
    value = line.fields.get(name)
    return "" if value is None else str(value)


def awards_of(line: Line) -> tuple[str, ...]:
    """Return the award codes a line names: `title`, `award` or the list `titles`."""
    titles = line.fields.get("titles")
    if isinstance(titles, list | tuple):
        return tuple(str(title) for title in titles)
    return (str(line.fields.get("title") or line.fields["award"]),)


def titled(book: LawBook, codes: tuple[str, ...]) -> Wording:
    """Return the names of awards as they stand in a sentence."""
    names = [book.awards[code].name if code in book.awards else Wording(code, code) for code in codes]
    return listed([Wording(f"“{name.vi}”", name.en) for name in names])


def recorded_awards(
    facts: NomineeFacts, codes: tuple[str, ...], years: frozenset[int], angle: Angle, *, merit: bool
) -> tuple[dict[str, object], ...]:
    """Return the awards of these codes and years that were held on the day asked about, oldest first."""
    on = angle.hearing.question.on
    return tuple(
        {"award": held.award, "year": held.year, "type": held.type}
        | ({"decision": held.decision} if held.decision else {})
        | ({"decided_on": held.decided_on.isoformat()} if held.decided_on else {})
        for held in sorted(facts.awards, key=lambda held: held.year)
        if held.award in codes
        and held.year in years
        and held.status == "active"
        and (held.decided_on is None or held.decided_on <= on)
        and (held.type == "merit" or not merit)
    )


def years_where(rows: Rows, hearing: Hearing) -> tuple[int, ...]:
    """Return the years in which the only nominee has something in these rows."""
    return tuple(year for year, row in zip(hearing.years, rows, strict=False) if row[0])


def inside(span: Span | None, hearing: Hearing) -> frozenset[int]:
    """Return the years of a span for the only nominee; every year of the hearing without one."""
    return frozenset(hearing.years if span is None else span_years(span, hearing))


def span_years(span: Span, hearing: Hearing) -> tuple[int, ...]:
    """Return the years of a span for the only nominee: the last `length` ones of a run carried on by years."""
    years = years_where(span.inside, hearing)
    return years[len(years) - int(span.length[0]) :]


def bounds(span: Span | None, hearing: Hearing) -> tuple[int, int] | None:
    """Return the first and last year of the span a count looks at; None when it looks at all years."""
    return None if span is None else limits(inside(span, hearing))


def limits(years: frozenset[int] | tuple[int, ...]) -> tuple[int, int] | None:
    """Return the first and last of some years."""
    return (min(years), max(years)) if years else None
