"""How severe each juror is beside the panel, and what the totals would be without it.

Shown beside the raw figures and never in their place: places and prizes follow the raw totals. One step by
hand, so that a juror can check it: the mean difference from the panel's mean on the entries that the juror shares
with others. Where all jurors mark all entries it moves no total; it tells something where panels differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from thidua.core.jury.marks import MarkSheet


@dataclass(frozen=True)
class Severity:
    """A juror's mean difference from the panel in points of the total: below 0 severe, above 0 lenient.

    `shared` is the number of entries it is the mean of: those that the juror and at least one other have
    marked in full. `difference` is None when there are none.
    """

    juror: str
    shared: int
    difference: Fraction | None


@dataclass(frozen=True)
class CorrectedTotal:
    """The mean of the full scores of an entry: as given, and less each juror's difference.

    Both None when nobody has marked the entry in full; `jurors` is the divisor of both.
    """

    entry: str
    jurors: int
    raw: Fraction | None
    corrected: Fraction | None


def severities(sheet: MarkSheet) -> tuple[Severity, ...]:
    """Return the severity of each juror of the round, in the round's order."""
    differences: dict[str, list[Fraction]] = {juror: [] for juror in sheet.jurors}
    for entry in sheet.entries:
        scores = _scores(sheet, entry)
        if len(scores) < 2:
            continue
        panel = _mean(list(scores.values()))
        for juror, score in scores.items():
            differences[juror].append(score - panel)
    return tuple(
        Severity(juror, len(found), _mean(found) if found else None) for juror, found in differences.items()
    )


def corrected_totals(sheet: MarkSheet) -> tuple[CorrectedTotal, ...]:
    """Return raw and corrected total of each entry of the round, in the round's order."""
    differences = {found.juror: found.difference or Fraction(0) for found in severities(sheet)}
    found: list[CorrectedTotal] = []
    for entry in sheet.entries:
        scores = _scores(sheet, entry)
        if not scores:
            found.append(CorrectedTotal(entry, 0, None, None))
            continue
        corrected = _mean([score - differences[juror] for juror, score in scores.items()])
        found.append(CorrectedTotal(entry, len(scores), _mean(list(scores.values())), corrected))
    return tuple(found)


def _scores(sheet: MarkSheet, entry: str) -> dict[str, Fraction]:
    scores = {juror: sheet.score(juror, entry) for juror in sheet.jurors}
    return {juror: score for juror, score in scores.items() if score is not None}


def _mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
