"""settings/<code>.yaml: questions the texts leave open and the Board answers."""

from thidua.core.language import Wording
from thidua.core.law.provisions import Reading
from thidua.core.law.reading.block import NO_WORDING, Block, closed, plain, wording
from thidua.core.law.reading.item import Item
from thidua.core.law.reading.known import frozen


def read_setting(path: str, block: Block) -> Reading:
    """Read one setting. What `used_by` names is looked up when everything is read."""
    code = block.need("code", Item.text, path)
    if code != path:
        block.fault("belongs_elsewhere", at="code", code=code, file=f"settings/{code}.yaml")
    values: tuple[object, ...] = block.need("values", _values, ())
    found = Reading(
        code=code,
        values=values,
        default=block.need("default", lambda item: default_of(item, values), None),
        name=block.need("name", wording, NO_WORDING),
        why=block.need("why", wording, NO_WORDING),
        value_names=block.need(
            "value_names", lambda item: _value_names(item, block.entries.get("values")), ()
        ),
        used_by=block.may("used_by", Item.texts, ()),
    )
    if block.has("values") and len(values) < 2:
        block.fault("one_value_only", at="values")
    block.close()
    return found


def _value_names(item: Item, values: Item | None) -> tuple[tuple[object, Wording], ...]:
    """Read {value, vi, en} for each value; what is left without a name is a fault, and so is a name for nothing."""
    known = [plain(value) for value in values.items()] if values else []
    named: dict[object, Wording] = {}
    for row in (Block(row) for row in item.items()):
        value, name = row.need("value", plain, None), closed(row, _name)
        shown = row.entries["value"].shown() if row.has("value") else name
        if row.has("value") and value not in known:
            row.fault("name_without_value", at="value", given=shown)
        if value in named:
            row.fault("named_twice", at="value", given=shown)
        named[value] = name
    for value in values.items() if values else []:
        if plain(value) not in named:
            value.fault("value_without_name", given=value.shown())
    return tuple(named.items())


def _name(row: Block) -> Wording:
    return Wording(row.need("vi", Item.text, ""), row.need("en", Item.text, ""))


def _values(item: Item) -> tuple[object, ...]:
    return item.each(plain)


def default_of(item: Item, values: tuple[object, ...]) -> object:
    """Read null, one of the values, or these by alternative."""
    if item.is_mapping:
        return frozen({name: default_of(inner, values) for name, inner in Block(item).entries.items()})
    found = plain(item)
    if found is not None and found not in values:
        item.fault("no_such_value", given=item.shown())
    return found
