"""What a province's regulation may not do: the law reserves the votes and criteria of State-level awards."""

from collections.abc import Iterator

from thidua.core.law.book import LawBook
from thidua.core.law.numbering import leaves
from thidua.core.law.provisions import Alternative
from thidua.core.law.reading.intervals import meet
from thidua.core.law.reading.known import meant
from thidua.core.law.reading.local import LocalReading, LocalValues, Regulation
from thidua.core.law.reading.references import refs

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
            block.fault("reserved_criteria", at="award", award=book.awards[added.award].name)
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
        near = meant(local.code, book.parameters)
        local.block.fault("no_parameter", at="code", code=local.code, near=near)
        return
    if family == _VOTES and _reaches_the_state(book, subject):
        local.block.fault("reserved_votes", at="code", parameter=local.code)


def _report_reading(book: LawBook, local: LocalReading) -> None:
    reading = book.readings.get(local.code)
    if reading is None:
        return
    if local.value not in reading.values:
        local.block.fault("not_this_value", at="value", value=local.value, reading=local.code)
    ids = {one.id: one for one in _alternatives(book)}
    for code in local.alternatives:
        if code not in ids:
            local.block.fault("no_alternative", at="alternatives", given=code, near=meant(code, ids))
    chosen = [ids[code] for code in local.alternatives if code in ids] or [
        one for one in ids.values() if _bears_on(reading.code, reading.used_by, one)
    ]
    state = [one.id for one in chosen if _of_the_state(book, one.award)]
    if state:
        local.block.fault("reserved_reading", at="code", alternatives=", ".join(state))


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
            near = meant(switched.id, ids)
            switched.block.fault("no_alternative", at=key, given=switched.id, near=near)
        elif _of_the_state(book, one.award):
            switched.block.fault("reserved_criteria", at=key, award=book.awards[one.award].name)
        elif not meet(one.validity, switched.validity):
            switched.block.fault("never_then", at=key, given=switched.id)
    for one in [*ids.values(), *(added for _, added in regulation.added)]:
        for named in refs(one):
            if named in off and one.id not in off and meet(one.validity, off[named].validity):
                off[named].block.fault("still_referred_to", other=one.id, given=named)
