"""The alternatives of an award: ways to qualify."""

from thidua.core.law.provisions import Alternative, Certainty, Validity
from thidua.core.law.reading.block import Block, wording_or_text, wordings
from thidua.core.law.reading.codes import cites, sureness, text_code, word, words
from thidua.core.law.reading.intervals import inside, said, validity
from thidua.core.law.reading.item import Item
from thidua.core.law.reading.lines import read_exclusions, read_group


def read_alternative(
    block: Block, award: str, default: Certainty | None = None, since: Validity | None = None, text: str = ""
) -> Alternative:
    """Read one alternative.

    `default`, `since`, `text`: what holds where it has no certainty, dates or text (local regulations).
    """
    code = block.may("text", text_code, text) if text else block.need("text", text_code, "")
    held = validity(block, since=since)
    known = block.source.known.texts.get(code)
    if known is not None and not inside(held, known.validity):
        block.fault("outside_its_text", at="to", held=said(held), text=code, known=said(known.validity))
    return Alternative(
        id=block.need("id", Item.text, ""),
        award=award,
        text=code,
        applies_to=block.need("applies_to", words("recipient_kinds"), ()),
        cites=block.need("cite", cites, ()),
        validity=held,
        certainty=sureness(block, default),
        lines=read_group(block),
        exclusions=block.may("exclusions", read_exclusions, ()),
        type=block.may("type", word("commendation_types"), ""),
        enabled=block.may("enabled", Item.flag, True),
        unknown=block.may("unknown", wording_or_text, None),
        notes=block.may("notes", wordings, ()),
        province_data=block.may("province_data", Item.flag, False),
    )
