"""The lines of an alternative: conditions and groups of conditions."""

from collections.abc import Mapping

from thidua.core.law.provisions import Line
from thidua.core.law.reading.block import NO_WORDING, Block, closed, wording, wording_or_text
from thidua.core.law.reading.codes import cites, setting
from thidua.core.law.reading.condition_fields import EXCLUSIONS, FORMS, WITH_TEXT, Form
from thidua.core.law.reading.item import Item
from thidua.core.law.reading.known import frozen, meant
from thidua.core.law.reading.sentences import quoted

GROUPS = ("all_of", "any_of")


def read_group(block: Block) -> Line:
    """Read the one `all_of` or `any_of` of a mapping."""
    written = [group for group in GROUPS if block.has(group)]
    if len(written) != 1:
        block.fault("two_groups" if written else "no_group")
    found = [_group(block, name) for name in written]
    return found[0] if found else Line("all_of", frozen({}), where=_where(block))


def _group(block: Block, name: str) -> Line:
    lines = block.each(name, read_line, needed=True)
    if not lines and block.entries[name].is_list:
        block.fault("empty_group", at=name, group=name)
    return Line(name, frozen({}), lines, where=_where(block))


def read_line(block: Block) -> Line:
    """Read a condition, or a group inside a group."""
    if any(block.has(group) for group in GROUPS):
        group = read_group(block)
        return Line(
            group.kind,
            group.fields,
            group.lines,
            cites=block.may("cite", cites, ()),
            note=block.may("note", wording_or_text, None),
            where=group.where,
        )
    return _condition(block, FORMS, EXCLUSIONS, "only_an_exclusion")


def read_exclusions(item: Item) -> tuple[Line, ...]:
    """Read who cannot be considered at all."""
    return tuple(
        closed(Block(row), lambda block: _condition(block, EXCLUSIONS, FORMS, "only_a_condition"))
        for row in item.items()
    )


def _condition(block: Block, forms: Mapping[str, Form], elsewhere: Mapping[str, Form], wrong: str) -> Line:
    kind = block.need("kind", Item.text, "")
    form = forms.get(kind)
    if form is None:
        if kind in elsewhere:
            block.fault(wrong, at="kind")
        elif kind:
            block.fault("no_kind", at="kind", given=kind, near=meant(kind, forms))
        block.forgive()
        form = Form({})
    return Line(
        kind,
        frozen(_fields(block, kind, form)),
        cites=block.may("cite", cites, ()),
        text=block.need("text", wording, NO_WORDING) if kind in WITH_TEXT else None,
        note=block.may("note", wording_or_text, None),
        where=_where(block),
    )


def _fields(block: Block, kind: str, form: Form) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, field in form.fields.items():
        if field.needed and not (field.null and block.has(name)):
            found[name] = block.need(name, field.read, None)
        elif block.has(name):
            found[name] = block.may(name, field.read, None)
            if block.entries[name].is_null and not field.null:
                block.fault("key_empty", at=name, key=name)
    if form.either and sum(name in found for name in form.either) != 1:
        block.fault("exactly_one", kind=kind, names=quoted(form.either))
    for name in (*form.fields, *form.settings):
        if block.has(f"{name}_setting"):
            found[f"{name}_setting"] = block.need(f"{name}_setting", setting, "")
    for name in (*form.fields, "meaning"):
        if block.has(f"{name}_note"):
            found[f"{name}_note"] = block.need(f"{name}_note", wording_or_text, NO_WORDING)
    if block.has("setting"):
        found["setting"] = block.need("setting", setting, "")
    return found


def _where(block: Block) -> str:
    return f"{block.source.file}:{block.line}"
