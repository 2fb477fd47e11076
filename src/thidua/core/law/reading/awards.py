"""awards/<code>.yaml: titles and forms of commendation."""

from collections.abc import Sequence

from thidua.core.language import Wording
from thidua.core.law.provisions import (
    Alternative,
    Authority,
    Award,
    BonusRate,
    Certainty,
    FormerName,
    Validity,
)
from thidua.core.law.reading.alternatives import read_alternative
from thidua.core.law.reading.block import NO_WORDING, Block, wording, wordings
from thidua.core.law.reading.codes import certainty, cites, word, words
from thidua.core.law.reading.intervals import UNREAD, meet, report_gaps, report_overlaps, said, validity
from thidua.core.law.reading.item import Item
from thidua.core.law.reading.parameters import read_gap


def read_award(path: str, block: Block) -> tuple[Award, tuple[tuple[Block, Alternative], ...]]:
    """Read one award; its alternatives also with their place, for what is looked up across files."""
    code = block.need("code", Item.text, path)
    if code != path:
        block.fault("belongs_elsewhere", at="code", code=code, file=f"awards/{code}.yaml")
    placed = block.each("alternatives", lambda row: (row, read_alternative(row, code)), needed=True)
    award = Award(
        code=code,
        kind=block.need("kind", word("kinds"), ""),
        name=block.need("name", wording, NO_WORDING),
        level=block.need("level", _level, ""),
        rank=block.need("rank", Item.whole, 0),
        recipients=block.need("recipients", words("recipient_kinds"), ()),
        articles=block.need("articles", cites, ()),
        decided_by=_decided_by(block),
        bonus=_bonus(block),
        certainty=block.need("certainty", certainty, Certainty.LOW),
        alternatives=tuple(alternative for _, alternative in placed),
        former_names=block.each("names_before", _former_name),
        notes=block.may("notes", wordings, ()),
    )
    block.close()
    return award, placed


def _level(item: Item) -> str:
    """A level; null or empty for what is no award."""
    return "" if item.is_null or item.node.value == "" else word("levels")(item)


def _former_name(row: Block) -> FormerName:
    until = row.need("until", Item.day, None)
    name = Wording(row.need("vi", Item.text, ""), row.need("en", Item.text, ""))
    return FormerName(until or UNREAD.since, name)


def _decided_by(block: Block) -> tuple[Authority, ...]:
    rows = block.each("decided_by", lambda row: (row, _authority(row)), needed=True)
    dated = [(row, authority.validity) for row, authority in rows]
    report_overlaps(dated, "deciding_authority")
    report_gaps(dated, block.each("decided_by_gaps", read_gap), "deciding_authority", "decided_by_gaps")
    return tuple(authority for _, authority in rows)


def _authority(row: Block) -> Authority:
    return Authority(
        validity=validity(row),
        authorities=row.need("authorities", words("authorities"), ()),
        cites=row.need("cite", cites, ()),
        certainty=row.need("certainty", certainty, Certainty.LOW),
        note=row.may("note", wording, None),
    )


def _bonus(block: Block) -> tuple[BonusRate, ...]:
    rows = block.each("bonus", lambda row: (row, _rate(row)), needed=True)
    _report_shared_days(rows)
    dated: list[tuple[Block, Validity]] = [(row, rate.validity) for row, rate in rows]
    report_gaps(dated, block.each("bonus_gaps", read_gap), "bonus", "bonus_gaps")
    return tuple(rate for _, rate in rows)


def _rate(row: Block) -> BonusRate:
    return BonusRate(
        validity=validity(row),
        individual=row.need("individual", Item.decimal, None),
        collective=row.need("collective", Item.decimal, None),
        household=row.need("household", Item.decimal, None),
        cites=row.need("cite", cites, ()),
        certainty=row.need("certainty", certainty, Certainty.LOW),
        issuers=row.may("issuers", words("authorities"), ()),
        upper_bound=row.may("upper_bound", Item.flag, False),
        note=row.may("note", wording, None),
    )


def _report_shared_days(rows: Sequence[tuple[Block, BonusRate]]) -> None:
    """Rows may share days only when their issuers differ."""
    for at, (row, rate) in enumerate(rows):
        for _, before in rows[:at]:
            same = set(rate.issuers) & set(before.issuers) or rate.issuers == before.issuers
            if (
                same
                and UNREAD not in (rate.validity, before.validity)
                and meet(rate.validity, before.validity)
            ):
                row.fault("bonus_overlap", held=said(rate.validity), before=said(before.validity))
                break
