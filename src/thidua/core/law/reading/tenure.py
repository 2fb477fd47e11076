"""The table of posts and years for long-service commendation."""

from collections.abc import Mapping

from thidua.core.law.reading.block import Block, wording_or_text
from thidua.core.law.reading.codes import word
from thidua.core.law.reading.item import Item
from thidua.core.law.reading.known import frozen


def tenure_table(item: Item) -> tuple[Mapping[str, object], ...]:
    """Read rows {post, period, min_years, under_years}; an empty list: the table is not known."""
    return tuple(_row(Block(row)) for row in item.items())


def _row(block: Block) -> Mapping[str, object]:
    row: dict[str, object] = {
        "post": block.need("post", word("posts"), ""),
        "period": block.need("period", word("service_periods"), ""),
        "min_years": block.may("min_years", Item.whole, None),
        "under_years": block.may("under_years", Item.whole, None),
    }
    note = block.may("note", wording_or_text, None)
    if note:
        row["note"] = note
    least, under = row["min_years"], row["under_years"]
    if isinstance(least, int) and isinstance(under, int) and under <= least:
        block.fault("impossible_years", at="under_years", least=least, under=under)
    block.close()
    return frozen(row)
