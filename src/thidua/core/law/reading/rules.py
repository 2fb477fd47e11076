"""rules/<id>.yaml: rules over all awards."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from thidua.core.language import Wording
from thidua.core.law.citations import Citation
from thidua.core.law.provisions import Certainty, CommonRule
from thidua.core.law.reading.block import NO_WORDING, Block, plain, wording
from thidua.core.law.reading.codes import award, certainty, cites, one_of
from thidua.core.law.reading.intervals import validity
from thidua.core.law.reading.item import Item
from thidua.core.law.reading.known import frozen, meant

EFFECTS = (
    "attested", "block", "reset_span", "unblock", "merit_only", "counts_as_worked", "tie_break",
    "tenure_reduction", "warn_used_initiative", "warn_same_achievement", "bar_unregistered",
    "bar_unregistered_by_setting", "ask_dissolved", "warn", "inform", "cap",
)  # fmt: skip

T = TypeVar("T")


def read_rule(path: str, block: Block) -> CommonRule:
    """Read one rule over all awards, or over those it names."""
    code = block.need("id", Item.text, path)
    if code != path:
        block.fault("belongs_elsewhere", at="id", code=code, file=f"rules/{code}.yaml")
    effect = block.need("effect", one_of(*EFFECTS), "")
    found = CommonRule(
        id=code,
        effect=effect,
        validity=validity(block),
        says=block.need("says", wording, NO_WORDING),
        cites=block.need("cite", cites, ()),
        certainty=block.need("certainty", certainty, Certainty.LOW),
        awards=block.may("awards", _awards, ()),
        lines=block.may("lines", _lines, None),
        fields=block.may("fields", _fields, None),
        note=block.may("note", wording, None),
        cites_by_kind=block.may("cites_by_kind", _cites_by_kind, None),
    )
    if effect == "attested" and not found.lines:
        block.fault("no_attested_lines")
    block.close()
    return found


def _awards(item: Item) -> tuple[str, ...]:
    return item.each(award)


def _lines(item: Item) -> Mapping[str, Wording]:
    return _by_kind(item, wording)


def _cites_by_kind(item: Item) -> Mapping[str, tuple[Citation, ...]]:
    return _by_kind(item, cites)


def _by_kind(item: Item, read: Callable[[Item], T]) -> Mapping[str, T]:
    """Read a mapping from kinds of recipient."""
    block = Block(item)
    known = item.source.known.words.words.get("recipient_kinds")
    for code, inner in block.entries.items():
        if known is not None and code not in known:
            inner.fault("no_word", given=code, vocabulary="recipient_kinds", near=meant(code, known))
    return frozen({code: read(inner) for code, inner in block.entries.items()})


def _fields(item: Item) -> Mapping[str, object]:
    return frozen({key: plain(inner) for key, inner in Block(item).entries.items()})
