"""settings/<code>.yaml: questions the texts leave open and the Board answers."""

from thidua.core.law.provisions import Reading
from thidua.core.law.reading.block import NO_WORDING, Block, plain, wording
from thidua.core.law.reading.item import Item
from thidua.core.law.reading.known import frozen


def read_setting(path: str, block: Block) -> Reading:
    """Read one setting. What `used_by` names is looked up when everything is read."""
    code = block.need("code", Item.text, path)
    if code != path:
        block.fault(f"The setting “{code}” belongs into settings/{code}.yaml.", "code")
    values: tuple[object, ...] = block.need("values", _values, ())
    found = Reading(
        code=code,
        values=values,
        default=block.need("default", lambda item: default_of(item, values), None),
        name=block.need("name", wording, NO_WORDING),
        why=block.need("why", wording, NO_WORDING),
        used_by=block.may("used_by", Item.texts, ()),
    )
    if block.has("values") and len(values) < 2:
        block.fault("A setting has at least two values to choose from.", "values")
    block.close()
    return found


def _values(item: Item) -> tuple[object, ...]:
    return item.each(plain)


def default_of(item: Item, values: tuple[object, ...]) -> object:
    """Read null, one of the values, or these by alternative."""
    if item.is_mapping:
        return frozen({name: default_of(inner, values) for name, inner in Block(item).entries.items()})
    found = plain(item)
    if found is not None and found not in values:
        item.fault(f"{item.shown()} is none of the values this setting can take.")
    return found
