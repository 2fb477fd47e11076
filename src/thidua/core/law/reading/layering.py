"""The law book with a province's regulation laid over it; what was before stays visible, with its dates."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Alternative, Award, DatedValue, Parameter, Reading, Validity
from thidua.core.law.reading.intervals import UNREAD, meet
from thidua.core.law.reading.known import frozen
from thidua.core.law.reading.local import LocalReading, LocalValues, Regulation, SwitchedOff

T = TypeVar("T")
_DAY = timedelta(days=1)


def lay_over(book: LawBook, regulation: Regulation) -> LawBook:
    """Return another book in which the regulation holds where it may."""
    parameters = dict(book.parameters)
    for local in regulation.values:
        parameters[local.code] = _with_values(parameters.get(local.code), local)
    readings = dict(book.readings)
    for reading in regulation.readings:
        if reading.code in readings:
            readings[reading.code] = _with_reading(book, readings[reading.code], reading)
    awards = {code: _with_alternatives(award, regulation) for code, award in book.awards.items()}
    return replace(
        book,
        texts=frozen({**book.texts, regulation.text.code: regulation.text}),
        parameters=frozen(parameters),
        readings=frozen(readings),
        awards=frozen(awards),
    )


def without(held: Validity, taken: Iterable[Validity]) -> list[Validity]:
    """Return what is left of a validity when others take their days from it."""
    left = [held]
    for other in taken:
        left = [piece for whole in left for piece in _cut(whole, other)]
    return left


def _cut(whole: Validity, other: Validity) -> list[Validity]:
    if UNREAD in (whole, other) or not meet(whole, other):
        return [whole]
    pieces = []
    if whole.since < other.since:
        pieces.append(Validity(whole.since, other.since - _DAY))
    if other.until is not None and (whole.until or date.max) > other.until:
        pieces.append(Validity(other.until + _DAY, whole.until))
    return pieces


def _with_values(national: Parameter | None, local: LocalValues) -> Parameter:
    taken = [value.validity for value in local.values]
    kept = [
        replace(value, validity=piece)
        for value in (national.values if national else ())
        for piece in without(value.validity, taken)
    ]
    values = tuple(sorted([*kept, *local.values], key=_since))
    if national is not None:
        return replace(national, values=values)
    assert local.name is not None  # reported before: a regulation with faults is never laid over
    return Parameter(local.code, local.name, local.unit, values)


def _since(value: DatedValue) -> date:
    return value.validity.since


def _with_reading(book: LawBook, national: Reading, local: LocalReading) -> Reading:
    if not local.alternatives:
        return replace(national, default=local.value)
    default = national.default
    if not isinstance(default, Mapping):
        every = (one.id for award in book.awards.values() for one in award.alternatives)
        default = dict.fromkeys(every, default)
    return replace(
        national, default=frozen({**dict(default), **dict.fromkeys(local.alternatives, local.value)})
    )


def _with_alternatives(award: Award, regulation: Regulation) -> Award:
    off = {switched.id: switched for switched in regulation.off}
    kept = [piece for one in award.alternatives for piece in _pieces(one, off.get(one.id))]
    added = [one for _, one in regulation.added if one.award == award.code]
    return replace(award, alternatives=(*kept, *added))


def _pieces(one: Alternative, off: SwitchedOff | None) -> list[Alternative]:
    """Return an alternative in pieces: as it was, and switched off while the regulation holds.

    The first piece keeps the id, the others bear «id@day», so that an id stands for one piece only.
    """
    if off is None or not meet(one.validity, off.validity):
        return [one]
    ends = [day for day in (one.validity.until, off.validity.until) if day is not None]
    during = Validity(max(one.validity.since, off.validity.since), min(ends, default=None))
    pieces = [replace(one, validity=held) for held in without(one.validity, [off.validity])]
    pieces.append(replace(one, validity=during, enabled=False, notes=(*one.notes, off.reason)))
    pieces.sort(key=lambda piece: piece.validity.since)
    return [pieces[0], *(replace(piece, id=f"{one.id}@{piece.validity.since}") for piece in pieces[1:])]
