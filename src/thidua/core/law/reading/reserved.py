"""What a province's regulation may not do: the law reserves the votes and criteria of State-level awards."""

from collections.abc import Iterator

from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Alternative
from thidua.core.law.reading.intervals import meet
from thidua.core.law.reading.known import meant
from thidua.core.law.reading.local import LocalReading, LocalValues, Regulation
from thidua.core.law.reading.references import leaves, refs

_STATE = "state"
_VOTES = "votes"


def report_local(book: LawBook, regulation: Regulation) -> None:
    """A fault at everything in a regulation that the law reserves, or that has nothing to change."""
    for values in regulation.values:
        _report_parameter(book, values)
    for reading in regulation.readings:
        _report_reading(book, reading)
    for block, added in regulation.added:
        if _of_the_state(book, added.award):
            block.fault(f"The criteria of {added.award} are reserved to the law: strike this out.", "award")
    _report_off(book, regulation)


def _of_the_state(book: LawBook, award: str) -> bool:
    return award in book.awards and book.awards[award].level == _STATE


def _reaches_the_state(book: LawBook, subject: str) -> bool:
    """Whether the votes named so (AWARD, kind_KIND, level_LEVEL, or for all awards) are of State level."""
    if subject in book.awards:
        return _of_the_state(book, subject)
    if subject.startswith("level_"):
        return subject == f"level_{_STATE}"
    if subject.startswith("kind_"):
        return any(
            award.level == _STATE and subject == f"kind_{award.kind}" for award in book.awards.values()
        )
    return True


def _alternatives(book: LawBook) -> Iterator[Alternative]:
    for award in book.awards.values():
        yield from award.alternatives


def _report_parameter(book: LawBook, local: LocalValues) -> None:
    family, _, subject = local.code.partition("/")
    if local.code not in book.parameters and (local.name is None or not local.unit):
        near = meant(local.code, book.parameters) or "."
        local.block.fault(
            f"The national law has no parameter “{local.code}”{near} Otherwise give `name` and `unit`.",
            "code",
        )
        return
    if family == _VOTES and _reaches_the_state(book, subject):
        local.block.fault(
            f"{local.code} bears on awards of State level, whose votes are reserved to the law: "
            "name an award or a level of the province.",
            "code",
        )


def _report_reading(book: LawBook, local: LocalReading) -> None:
    reading = book.readings.get(local.code)
    if reading is None:
        return
    if local.value not in reading.values:
        local.block.fault(f"“{local.value}” is none of the values {local.code} can take.", "value")
    ids = {one.id: one for one in _alternatives(book)}
    for code in local.alternatives:
        if code not in ids:
            local.block.fault(f"There is no alternative “{code}”{meant(code, ids) or '.'}", "alternatives")
    chosen = [ids[code] for code in local.alternatives if code in ids] or [
        one for one in ids.values() if _bears_on(reading.code, reading.used_by, one)
    ]
    state = [one.id for one in chosen if _of_the_state(book, one.award)]
    if state:
        local.block.fault(
            f"This reading bears on {', '.join(state)}, criteria of State-level awards that are reserved to the "
            "law: name the alternatives of the province under `alternatives`.",
            "code",
        )


def _bears_on(code: str, used_by: tuple[str, ...], one: Alternative) -> bool:
    lines = [*leaves(one.lines), *one.exclusions]
    named = {one.id, one.award, *(line.kind for line in lines)}
    return bool(named & set(used_by)) or any(
        value == code for line in lines for key, value in line.fields.items() if key.endswith("setting")
    )


def _report_off(book: LawBook, regulation: Regulation) -> None:
    ids = {one.id: one for one in _alternatives(book)}
    off = {switched.id: switched for switched in regulation.off}
    for switched in regulation.off:
        key = "disable" if switched.block.has("disable") else "replaces"
        one = ids.get(switched.id)
        if one is None:
            switched.block.fault(
                f"There is no alternative “{switched.id}”{meant(switched.id, ids) or '.'}", key
            )
        elif _of_the_state(book, one.award):
            switched.block.fault(
                f"The criteria of {one.award} are reserved to the law: strike this out.", key
            )
        elif not meet(one.validity, switched.validity):
            switched.block.fault(f"“{switched.id}” does not hold on any of these days: strike this out.", key)
    for one in [*ids.values(), *(added for _, added in regulation.added)]:
        for named in refs(one):
            if named in off and one.id not in off and meet(one.validity, off[named].validity):
                off[named].block.fault(
                    f"“{one.id}” refers to “{named}”: say in this regulation what becomes of it too."
                )
