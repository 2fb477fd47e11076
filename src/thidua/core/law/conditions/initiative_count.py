"""Recognised initiatives, or accepted scientific topics."""

import numpy as np

from thidua.core.language import Wording
from thidua.core.law.appraisal import Evidence
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column
from thidua.core.law.conditions.base import Angle, Condition, Told, bounds, holds, inside, number, word
from thidua.core.law.facts import Initiative, NomineeFacts
from thidua.core.law.hearing import Rows
from thidua.core.law.provisions import Line
from thidua.core.law.scales import covering
from thidua.core.law.sentences import counted, listed, say, years_listed


class InitiativeCount(Condition):
    """`n`, `scope`, `or_topic`, `effective`, `within` (same_span | year), `mixed`.

    Initiatives and topics are counted apart: one of each is not two of either (unless the Board lets them mix).
    """

    def asks(self, line: Line, book: LawBook) -> Wording:
        kinds = ["initiative", "topic"] if line.fields.get("or_topic") else ["initiative"]
        asked = say(
            "initiative_count.asks",
            items=listed([counted(kind, number(line)) for kind in kinds]),
            recognised=say(
                "initiative_count.effective"
                if line.fields.get("effective")
                else "initiative_count.recognised"
            ),
            scope=book.word("scopes", word(line, "scope")),
        )
        if word(line, "within") == "year":
            return say("initiative_count.year", asked=asked)
        return say("initiative_count.within", asked=asked) if word(line, "within") else asked

    def _rows(self, line: Line, angle: Angle, form: str) -> Rows:
        effective = bool(line.fields.get("effective"))
        return angle.hearing.initiatives(word(line, "scope"), form, effective=effective)

    def _counts(self, line: Line, angle: Angle) -> dict[str, Column]:
        hearing, effective = angle.hearing, bool(line.fields.get("effective"))
        forms = ["initiative", "topic"] if line.fields.get("or_topic") else ["initiative"]
        counts: dict[str, Column] = {}
        for form in forms:
            rows = self._rows(line, angle, form)
            if angle.place is not None and word(line, "within") == "year":
                counts[form] = rows[angle.place]
            else:
                span = angle.span if word(line, "within") == "same_span" else None
                key = ("initiatives", word(line, "scope"), form, effective)
                counts[form] = hearing.counted(key, rows, span)
        return counts

    def judge(self, line: Line, angle: Angle) -> Column:
        counts = list(self._counts(line, angle).values())
        if angle.setting(line, "mixed", False):
            return holds(sum(counts[1:], counts[0]) >= number(line))
        most = counts[0] if len(counts) == 1 else np.maximum(counts[0], counts[1])
        return holds(most >= number(line))

    def explain(self, line: Line, angle: Angle, facts: NomineeFacts) -> Told:
        counts = {form: int(column[0]) for form, column in self._counts(line, angle).items()}
        mixed = bool(angle.setting(line, "mixed", False))
        found = sum(counts.values()) if mixed else max(counts.values())
        items = self._recorded(line, angle, facts)
        short = number(line) - found
        scope = angle.book.word("scopes", word(line, "scope"))
        outcome = say("initiative_count.none")
        if items:
            kinds = [counted(form, count) for form, count in counts.items() if count]
            years = years_listed([item.year for item in items])
            outcome = say("initiative_count.found", items=listed(kinds, "and"), listed=years)
        if items and short > 0 and not mixed and sum(counts.values()) >= number(line):
            note = say("initiative_count.mixed")
            outcome = Wording(f"{outcome.vi}; {note.vi}", f"{outcome.en}; {note.en}")
        kind = max(counts, key=lambda form: counts[form])
        return Told(
            outcome,
            Evidence(
                years=tuple(sorted({item.year for item in items})),
                items=tuple(
                    {"initiative": item.name or item.form, "year": item.year, "scope": item.scope}
                    for item in items
                ),
                counted=found,
                needed=number(line),
                span=bounds(angle.span if word(line, "within") == "same_span" else None, angle.hearing),
            ),
            say("initiative_count.lacks", items=counted(kind, short), scope=scope) if short > 0 else None,
        )

    def _within(self, line: Line, angle: Angle) -> frozenset[int]:
        if angle.place is not None and word(line, "within") == "year":
            return frozenset({angle.hearing.years[angle.place]})
        span = angle.span if word(line, "within") == "same_span" else None
        years = inside(span, angle.hearing)
        kept = angle.hearing.kept
        if kept is None:
            return years
        return frozenset(
            year for year, row in zip(angle.hearing.years, kept, strict=True) if row[0] and year in years
        )

    def _recorded(self, line: Line, angle: Angle, facts: NomineeFacts) -> list[Initiative]:
        wide_enough = covering("scopes", word(line, "scope")) or frozenset()
        within = self._within(line, angle)
        return [
            item
            for item in sorted(facts.initiatives, key=lambda item: item.year)
            if item.scope in wide_enough
            and item.year in within
            and (item.form == "initiative" or line.fields.get("or_topic"))
            and (item.effective or not line.fields.get("effective"))
        ]
