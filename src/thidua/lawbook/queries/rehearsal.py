"""What a local regulation would change, before it is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Alternative, DatedValue, LegalText, Parameter, Reading
from thidua.lawbook.models import LocalRegulation
from thidua.lawbook.queries.regulations import Document, document_of, fitting, in_use, laid_over

DOCUMENT = "quy-dinh.yaml"


@dataclass(frozen=True)
class ChangedValue:
    """A value that the regulation puts in place of another, or adds (`before` None)."""

    parameter: Parameter
    value: DatedValue
    before: DatedValue | None


@dataclass(frozen=True)
class Rehearsal:
    """The regulation as it says of itself, and what the law book would become.

    `replaces`: the loaded regulation of the same code whose place it takes.
    """

    text: LegalText
    approved_by: Wording
    approved_on: date
    book: LawBook
    values: tuple[ChangedValue, ...]
    readings: tuple[Reading, ...]
    added: tuple[Alternative, ...]
    switched_off: tuple[Alternative, ...]
    replaces: LocalRegulation | None

    @property
    def changes_nothing(self) -> bool:
        """Whether the law book would say the same with it as without."""
        return not (self.values or self.readings or self.added or self.switched_off)


def rehearse(content: str) -> Rehearsal:
    """Return what loading `content` would change. Raises LawRefused with every fault and its line."""
    alone = laid_over([Document(DOCUMENT, content)])  # its own faults first, told with its own lines
    text = next(text for text in alone.texts.values() if text.approved_on)
    assert text.approved_by  # a regulation says both
    assert text.approved_on
    rows = list(in_use())
    replaced = next((row for row in rows if row.code == text.code), None)
    base, refused = fitting([row for row in rows if row is not replaced])
    others = [row for row in rows if row is not replaced and row.pk not in refused]
    # Laid in the order of approval, as it will be from then on.
    earlier = [document_of(row) for row in others if row.approved_on <= text.approved_on]
    later = [document_of(row) for row in others if row.approved_on > text.approved_on]
    book = laid_over([*earlier, Document(DOCUMENT, content), *later])
    return Rehearsal(
        text=text,
        approved_by=text.approved_by,
        approved_on=text.approved_on,
        book=book,
        values=tuple(_values(base, book, text.code)),
        readings=tuple(
            reading
            for code, reading in book.readings.items()
            if reading.default != base.readings[code].default
        ),
        added=tuple(one for one in _alternatives(book) if one.text == text.code),
        switched_off=tuple(_switched_off(base, book)),
        replaces=replaced,
    )


def _values(before: LawBook, after: LawBook, code: str) -> Iterator[ChangedValue]:
    for parameter in after.parameters.values():
        national = before.parameters.get(parameter.code)
        for value in parameter.values:
            is_its_own = any(cite.text == code for cite in value.cites)
            if is_its_own and (national is None or value not in national.values):
                yield ChangedValue(parameter, value, national.at(value.validity.since) if national else None)


def _switched_off(before: LawBook, after: LawBook) -> Iterator[Alternative]:
    enabled = {one.id for one in _alternatives(before) if one.enabled}
    for one in _alternatives(after):
        if not one.enabled and one.id.partition("@")[0] in enabled:
            yield one


def _alternatives(book: LawBook) -> Iterator[Alternative]:
    for award in book.awards.values():
        yield from award.alternatives
