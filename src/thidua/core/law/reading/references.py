"""What stands across files: ids used twice, references between alternatives, what settings name."""

from collections.abc import Iterable, Mapping, Sequence

from thidua.core.law.numbering import leaves
from thidua.core.law.provisions import Alternative, Award
from thidua.core.law.reading.block import Block
from thidua.core.law.reading.condition_fields import EXCLUSIONS, FORMS
from thidua.core.law.reading.known import meant

# The reckonings beside the verdict that a setting can bear on.
_CALCULATIONS = ("bonus", "votes", "quotas", "deadlines")

Placed = Sequence[tuple[Block, Alternative]]


def refs(alternative: Alternative) -> list[str]:
    """Return the ids of the alternatives that an alternative refers to."""
    return [str(line.fields.get("ref")) for line in leaves(alternative.lines) if line.kind == "ref"]


def report_duplicates(placed: Placed) -> None:
    """A fault at every id that another alternative has already."""
    seen: dict[str, Block] = {}
    for block, alternative in placed:
        before = seen.setdefault(alternative.id, block)
        if before is not block and alternative.id:
            place = f"{before.source.file}:{before.line}"
            block.fault("id_taken", at="id", id=alternative.id, place=place)


def report_refs(placed: Placed) -> None:
    """A fault at every reference to nothing, and one for every circle."""
    pointing = {alternative.id: refs(alternative) for _, alternative in placed}
    for block, alternative in placed:
        for line in leaves(alternative.lines):
            named = line.fields.get("ref")
            if line.kind == "ref" and isinstance(named, str) and named and named not in pointing:
                at = int(line.where.rpartition(":")[2])
                block.source.fault(at, "no_alternative", given=named, near=meant(named, pointing))
    told: set[str] = set()
    for block, alternative in placed:
        circle = _circle(alternative.id, pointing)
        if circle and not told.intersection(circle):
            told.update(circle)
            block.fault("circle", at="id", circle=" → ".join(circle))


def _circle(start: str, pointing: Mapping[str, list[str]]) -> list[str]:
    """Return the way from an alternative back to itself; empty when there is none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for following in pointing.get(way[-1], []):
            if following == start:
                return [*way, start]
            if following not in seen:
                seen.add(following)
                ways.append([*way, following])
    return []


def report_settings(
    settings: Iterable[Block], placed: Placed, awards: Mapping[str, Award], others: Iterable[str]
) -> None:
    """A fault at every name in `used_by` or `default` that nothing bears.

    `others`: ids of rules, codes of parameters and texts.
    """
    ids = {alternative.id for _, alternative in placed}
    users = {*ids, *awards, *FORMS, *EXCLUSIONS, *_CALCULATIONS, *others}
    for block in settings:
        used_by = block.entries.get("used_by")
        for item in used_by.items() if used_by and used_by.is_list else []:
            if item.node.value not in users:
                near = meant(str(item.node.value), users)
                item.fault("used_by_nothing", given=item.shown(), near=near)
        default = block.entries.get("default")
        for code, item in Block(default).entries.items() if default and default.is_mapping else ():
            if code not in ids:
                item.fault("no_alternative", given=code, near=meant(code, ids))
