"""Alternatives judged for a whole batch: 0 not met, 1 needs a person, 2 met.

«All of» is the least of its lines and «any of» the greatest, so that an open line never hides a failed one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import product

import numpy as np

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column
from thidua.core.law.conditions import GROUPS, KINDS, REF, Angle
from thidua.core.law.conditions.base import awards_of
from thidua.core.law.conditions.grade_or_title_run import MIXED_YEARS
from thidua.core.law.conditions.grade_run import GradeRun
from thidua.core.law.hearing import ONE, OPEN, Hearing
from thidua.core.law.numbering import leaves
from thidua.core.law.provisions import Alternative, Line
from thidua.core.law.selection import doubt


@dataclass(frozen=True)
class Judged:
    """An alternative judged. `angles`: every way it was looked at, with what came out."""

    verdict: Column
    angles: tuple[tuple[Angle, Column], ...]
    disputed: tuple[str, ...]  # readings left open whose values give different results for somebody


def judge_alternative(
    hearing: Hearing, alternative: Alternative, referrers: tuple[Alternative, ...] = ()
) -> Judged:
    """Judge one alternative under every value of the readings that the Board left open.

    Where all values agree that is the result; where they disagree a person is needed (settings.rule).
    """
    asked = hearing.question
    kinds = (asked.recipient, asked.worker_kind) if _asks_for_kinds(alternative) else ()
    key = ("alternative", kinds, alternative.id, *(referrer.id for referrer in referrers))
    return hearing.once(key, lambda: _judge(hearing, alternative, referrers))


def _asks_for_kinds(alternative: Alternative) -> bool:
    """Whether the result may depend on the kind of recipient: its own line, or one of those it refers to."""
    return any(line.kind in {"recipient_is", REF} for line in leaves(alternative.lines))


def _judge(hearing: Hearing, alternative: Alternative, referrers: tuple[Alternative, ...]) -> Judged:
    common = common_lines(hearing, alternative) if not referrers else ()
    readings = readings_of(alternative)
    values = [hearing.book.values_of(reading, alternative.id) for reading in readings]
    angles: list[tuple[Angle, Column]] = []
    results: list[Column] = []
    for chosen in product(*values):
        seen = Angle(hearing, alternative, dict(zip(readings, chosen, strict=True)), referrers=referrers)
        looked = [(angle, _lines(angle, common)) for angle in _angles(seen)]
        angles.extend(looked)
        results.append(reduce(np.maximum, [verdict for _, verdict in looked], hearing.full(0)))
    if len(results) == 1:
        return Judged(results[0], tuple(angles), ())
    least, most = reduce(np.minimum, results), reduce(np.maximum, results)
    disputed = (
        tuple(reading for reading, known in zip(readings, values, strict=True) if len(known) > 1)
        if (least != most).any()
        else ()
    )
    return Judged(np.where(least == most, least, OPEN).astype(np.uint8), tuple(angles), disputed)


def readings_of(alternative: Alternative) -> tuple[str, ...]:
    """Return the readings of the Board that the lines of an alternative depend on."""
    found: dict[str, None] = {}
    for line in leaves(alternative.lines):
        for name, value in line.fields.items():
            if name.endswith("_setting"):
                found[str(value)] = None
        if line.kind == "grade_or_title_run":
            found[MIXED_YEARS] = None
    return tuple(found)


def common_lines(hearing: Hearing, alternative: Alternative) -> tuple[Line, ...]:
    """Return the attested lines that a common rule adds to every alternative of its awards (conduct)."""
    lines = []
    for rule in hearing.book.rules:
        if rule.effect != "attested" or alternative.award not in rule.awards or not rule.lines:
            continue
        if not rule.validity.covers(alternative.validity.since):
            continue
        text = _line_for(hearing.book, rule.lines, alternative)
        if text is not None:
            places = rule.cites_for(_kinds(hearing.book, alternative))
            lines.append(Line("attested", {}, cites=places, text=text, common=rule.id))
    return hearing.once(("common", alternative.id), lambda: tuple(lines))


def _line_for(book: LawBook, lines: Mapping[str, Wording], alternative: Alternative) -> Wording | None:
    """Return the line of a rule for those an alternative is for: their special kind's, else the general one's."""
    return next((lines[kind] for kind in _kinds(book, alternative) if kind in lines), None)


def _kinds(book: LawBook, alternative: Alternative) -> tuple[str, ...]:
    """Return the kinds an alternative is for, then the general ones they belong to."""
    return (*alternative.applies_to, *(book.general_kind.get(kind, kind) for kind in alternative.applies_to))


def _angles(seen: Angle) -> Iterator[Angle]:
    """Return the ways to look at an alternative: one for each run of years, or year, that may serve."""
    own = list(leaves(seen.alternative.lines))
    if any(line.fields.get("within") == "year" for line in own):
        last = len(seen.hearing.years) - 1
        yield seen.turned(place=last)
        yield seen.turned(place=last - 1)
        return
    for line in own:
        condition = KINDS.get(line.kind)
        if isinstance(condition, GradeRun) and int(str(line.fields["n"])) > 1:
            bases = tuple(code for held in own if held.kind == "award_held" for code in awards_of(held))
            for span in condition.spans(line, seen, bases):
                yield seen.turned(run=line, span=span)
            return
    yield seen


def _lines(angle: Angle, common: tuple[Line, ...]) -> Column:
    verdict = judge_line(angle.alternative.lines, angle)
    for line in (*angle.alternative.exclusions, *common):
        verdict = np.minimum(verdict, judge_line(line, angle))
    last = len(angle.hearing.years) - 1
    if angle.place is not None and angle.place < last:
        # The year before is the year considered only while the year of the law day is not closed.
        verdict = verdict * (angle.hearing.closed ^ ONE)
    return verdict


def judge_line(line: Line, angle: Angle) -> Column:
    """Judge one line, a group of lines, or the alternative it refers to."""
    if line.kind in GROUPS:
        inner = [judge_line(one, angle) for one in line.lines]
        return reduce(np.minimum if line.kind == "all_of" else np.maximum, inner)
    if line.kind == REF:
        return _referred(line, angle)
    return KINDS[line.kind].judge(line, angle)


def referred(line: Line, angle: Angle) -> Alternative | None:
    """Return the alternative a line refers to; None when it is for another type of commendation.

    Of one that a regulation has cut in pieces («id», «id@day») it is the piece in force on the law day.
    """
    named, question = str(line.fields["ref"]), angle.hearing.question
    pieces = [one for one in _same_award(angle) if one.id.partition("@")[0] == named.partition("@")[0]]
    in_force = [one for one in pieces if one.validity.covers(question.law_day)]
    target = next(iter(in_force or pieces), None)
    if target is None or (target.type and target.type != question.type):
        return None
    return target


def _referred(line: Line, angle: Angle) -> Column:
    target = referred(line, angle)
    if target is None:
        return angle.hearing.full(0)
    verdict = judge_alternative(angle.hearing, target, (*angle.referrers, angle.alternative)).verdict
    return verdict if doubt(angle.book, target) is None else np.minimum(verdict, OPEN)


def _same_award(angle: Angle) -> tuple[Alternative, ...]:
    return angle.book.awards[angle.alternative.award].alternatives
