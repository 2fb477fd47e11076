"""texts/<code>.yaml: laws, decrees, circulars and local regulations, with what replaces what."""

from thidua.core.law.provisions import Certainty, LegalText
from thidua.core.law.reading.block import NO_WORDING, Block, wording
from thidua.core.law.reading.codes import award, certainty, one_of, text_code
from thidua.core.law.reading.intervals import day, validity
from thidua.core.law.reading.item import Item

KINDS = ("law", "decree", "circular", "letter", "decision")


def read_text(path: str, block: Block) -> LegalText:
    """Read one legal text; the codes it refers to must be known."""
    code = block.need("code", Item.text, path.upper())
    if code.lower() != path:
        block.fault("belongs_elsewhere", at="code", code=code, file=f"texts/{code.lower()}.yaml")
    found = LegalText(
        code=code,
        kind=block.need("kind", one_of(*KINDS), ""),
        number=block.need("number", Item.text, ""),
        name=block.need("name", wording, NO_WORDING),
        short=block.need("short", wording, NO_WORDING),
        validity=validity(block),
        certainty=block.need("certainty", certainty, Certainty.LOW),
        issued=block.may("issued", Item.day, None),
        issuer=block.may("issuer", wording, None),
        replaces=block.may("replaces", _codes, ()),
        amends=block.may("amends", _codes, ()),
        followed_by=block.may("followed_by", text_code, ""),
        evaluates=block.may("evaluates", text_code, ""),
        loaded_for=block.may("loaded_for", _loaded_for, ()),
        partly_loaded=block.may("partly_loaded", Item.flag, False),
        model=block.may("model", Item.flag, False),
        warning=block.may("warning", wording, None),
        note=block.may("note", wording, None),
    )
    if found.issued and found.issued > found.validity.since and block.has("from"):
        block.fault("before_issued", at="from", since=day(found.validity.since), issued=day(found.issued))
    if found.evaluates and not found.warning:
        block.fault("warning_missing", at="evaluates")
    block.close()
    return found


def _codes(item: Item) -> tuple[str, ...]:
    return item.each(text_code)


def _loaded_for(item: Item) -> tuple[str, ...]:
    """`all`, or a list of awards."""
    return item.each(award) if item.is_list else (one_of("all")(item),)
