"""parameters/<family>[/<name>].yaml: the numbers of the law, each with its dates."""

from thidua.core.law.provisions import Certainty, DatedValue, Parameter, Validity
from thidua.core.law.reading.block import NO_WORDING, Block, plain, wording
from thidua.core.law.reading.codes import cites, sureness, word
from thidua.core.law.reading.intervals import report_gaps, report_overlaps, validity
from thidua.core.law.reading.item import Item


def read_parameter(path: str, block: Block) -> Parameter:
    """Read one parameter with all its values, in the order of their dates."""
    code = block.need("code", Item.text, path)
    if code != path:
        block.fault("belongs_elsewhere", at="code", code=code, file=f"parameters/{code}.yaml")
    name = block.need("name", wording, NO_WORDING)
    unit = block.need("unit", word("units"), "")
    rows = block.each("values", lambda row: (row, read_value(row)), needed=True)
    declared = block.each("gaps", read_gap)
    block.may("note", wording, None)
    block.close()
    if not rows and block.has("values"):
        block.fault("no_values", at="values")
    dated = [(row, value.validity) for row, value in rows]
    report_overlaps(dated, "value")
    report_gaps(dated, declared, "value", "gaps")
    values = sorted((value for _, value in rows), key=lambda value: value.validity.since)
    return Parameter(code, name, unit, tuple(values))


def read_value(row: Block, default: Certainty | None = None, since: Validity | None = None) -> DatedValue:
    """Read {from, to, value, cite, certainty, note}.

    `default`, `since`: the certainty and the dates that hold where the row has none (local regulations).
    """
    return DatedValue(
        value=row.need("value", plain, None),
        validity=validity(row, since=since),
        cites=row.need("cite", cites, ()),
        certainty=sureness(row, default),
        note=row.may("note", wording, None),
    )


def read_gap(row: Block) -> tuple[Block, Validity]:
    """Read {from, to, why}: days on which nothing is known to hold."""
    row.need("why", wording, NO_WORDING)
    return row, validity(row)
