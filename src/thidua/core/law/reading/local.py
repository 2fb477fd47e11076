"""A province's own regulation, to be laid over the national law.

    code: BN86                 # its code as a text; the same number if the national folder knows it already
    number, name, short?, issued?, from, to?
    approved_by: {vi, en}      # who answers for these data, or one text for both languages
    approved_on: 2025-12-15
    cite: [LAW2022 Đ84 k6]     # what empowers the province
    parameters:                # values that stand in place of the national ones while they hold
      - {code: quorum/province, values: [{from?, to?, value, cite: [BN86 Đ8]}]}
      - {code: new/one, name: {vi, en}, unit: pct, values: [...]}
    settings:                  # how the province reads a question that a text leaves open; it has no dates
      - {code: mixed_initiative_topic, value: true, alternatives?: [pc-2022-1d2], cite: [BN86 Đ4]}
    alternatives:
      - {award: provincial_certificate_of_merit, id: bn-1, applies_to, all_of: [...], cite: [BN86 Đ4]}
      - {…, replaces: pc-2022-1d2, reason: {vi, en}}
      - {disable: pc-2022-1d2, reason: {vi, en}, cite: [BN86 Đ4]}

Where `from` and `to` are left out, the dates of the regulation hold; where `certainty` is, it is «local».
"""

from dataclasses import dataclass, replace
from pathlib import Path

from thidua.core.language import Wording
from thidua.core.law.citations import Citation
from thidua.core.law.provisions import Alternative, Certainty, DatedValue, LegalText, Validity
from thidua.core.law.reading.alternatives import read_alternative
from thidua.core.law.reading.block import NO_WORDING, Block, plain, wording, wording_or_text
from thidua.core.law.reading.codes import award, certainty, cites, setting, word
from thidua.core.law.reading.faults import Fault
from thidua.core.law.reading.folder import parse
from thidua.core.law.reading.intervals import inside, report_overlaps, said, validity
from thidua.core.law.reading.item import Item
from thidua.core.law.reading.known import Known
from thidua.core.law.reading.parameters import read_value


@dataclass(frozen=True)
class LocalLayer:
    """One YAML document with a regulation; `file` is how messages name it."""

    file: str
    content: bytes

    @classmethod
    def open(cls, path: Path) -> "LocalLayer":
        """Read a regulation from a file."""
        return cls(path.name, path.read_bytes())


@dataclass(frozen=True)
class LocalValues:
    """Values of one parameter. `name` and `unit` only for a parameter that the national law does not have."""

    block: Block
    code: str
    values: tuple[DatedValue, ...]
    name: Wording | None
    unit: str


@dataclass(frozen=True)
class LocalReading:
    """How the province reads a setting; `alternatives` empty: wherever it bears on."""

    block: Block
    code: str
    value: object
    alternatives: tuple[str, ...]


@dataclass(frozen=True)
class SwitchedOff:
    """A national alternative that does not count while the regulation holds."""

    block: Block
    id: str
    validity: Validity
    reason: Wording


@dataclass(frozen=True)
class Regulation:
    """What a local layer says."""

    text: LegalText
    values: tuple[LocalValues, ...]
    readings: tuple[LocalReading, ...]
    added: tuple[tuple[Block, Alternative], ...]
    off: tuple[SwitchedOff, ...]


def read_regulation(layer: LocalLayer, known: Known, faults: list[Fault]) -> Regulation | None:
    """Read a regulation; None when it is not even a mapping."""
    item = parse(layer.file, layer.content, known, faults, from_outside=True)
    if item is None or not item.is_mapping:
        if item is not None:
            item.fault("not_a_regulation")
        return None
    block = Block(item)
    text = _header(block, known)
    item.source.known = replace(
        known, text_codes=known.text_codes | {text.code}, texts={**known.texts, text.code: text}
    )
    reader = _Reader(text)
    values = block.each("parameters", reader.values)
    readings = block.each("settings", reader.reading)
    changes = block.each("alternatives", reader.change)
    block.close()
    return Regulation(
        text,
        values,
        readings,
        tuple((row, added) for row, added, _ in changes if added is not None),
        tuple(off for _, _, off in changes if off is not None),
    )


def _header(block: Block, known: Known) -> LegalText:
    code = block.need("code", Item.text, "")
    number = block.need("number", Item.text, "")
    name = block.need("name", wording, NO_WORDING)
    before = known.texts.get(code)
    if before is not None and before.number != number:
        block.fault("code_taken", at="code", code=code, number=before.number)
    by = block.need("approved_by", wording_or_text, NO_WORDING)
    on = block.need("approved_on", Item.day, None)
    _basis: tuple[Citation, ...] = block.need("cite", cites, ())
    return LegalText(
        code=code,
        kind="decision",
        number=number,
        name=name,
        short=block.may("short", wording, name),
        validity=validity(block),
        certainty=block.may("certainty", certainty, Certainty.LOCAL),
        issued=block.may("issued", Item.day, None),
        note=Wording(f"{by.vi}, {on:%d/%m/%Y}", f"{by.en}, {on:%d/%m/%Y}") if on else by,
        approved_by=by,
        approved_on=on,
    )


@dataclass(frozen=True)
class _Reader:
    """Reads the rows of one regulation."""

    text: LegalText

    def values(self, row: Block) -> LocalValues:
        pieces = row.each("values", lambda piece: (piece, self._value(piece)), needed=True)
        report_overlaps([(piece, value.validity) for piece, value in pieces], "value")
        return LocalValues(
            row,
            row.need("code", Item.text, ""),
            tuple(value for _, value in pieces),
            row.may("name", wording, None),
            row.may("unit", word("units"), ""),
        )

    def _value(self, piece: Block) -> DatedValue:
        value = read_value(piece, Certainty.LOCAL, self.text.validity)
        self._within(piece, value.validity, value.cites)
        return value

    def reading(self, row: Block) -> LocalReading:
        cited: tuple[Citation, ...] = row.need("cite", cites, ())
        self._within(row, self.text.validity, cited)
        return LocalReading(
            row,
            row.need("code", setting, ""),
            row.need("value", plain, None),
            row.may("alternatives", Item.texts, ()),
        )

    def change(self, row: Block) -> tuple[Block, Alternative | None, SwitchedOff | None]:
        """Read an alternative that is added, put in the place of another, or switched off."""
        if row.has("disable"):
            held = validity(row, since=self.text.validity)
            cited: tuple[Citation, ...] = row.need("cite", cites, ())
            self._within(row, held, cited)
            return row, None, self._off(row, "disable", held)
        added = read_alternative(
            row, row.need("award", award, ""), Certainty.LOCAL, self.text.validity, self.text.code
        )
        self._within(row, added.validity, added.cites)
        return row, added, self._off(row, "replaces", added.validity) if row.has("replaces") else None

    def _off(self, row: Block, key: str, held: Validity) -> SwitchedOff:
        return SwitchedOff(row, row.need(key, Item.text, ""), held, row.need("reason", wording, NO_WORDING))

    def _within(self, row: Block, held: Validity, cited: tuple[Citation, ...]) -> None:
        """The regulation itself must say so, and only while it holds."""
        if cited and all(cite.text != self.text.code for cite in cited):
            row.fault("cite_the_regulation", at="cite", code=self.text.code)
        if not inside(held, self.text.validity):
            known = said(self.text.validity)
            row.fault("outside_the_regulation", at="from", held=said(held), known=known)
