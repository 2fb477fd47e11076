"""words/<vocabulary>.yaml: the codes of the law files in both languages."""

from thidua.core.language import Wording
from thidua.core.law.reading.block import Block, wording
from thidua.core.law.reading.item import Item
from thidua.core.law.reading.known import Words, frozen, meant


def read_vocabularies(files: dict[str, Block]) -> Words:
    """Read every vocabulary; `files` by path below words/, without ending."""
    words: dict[str, dict[str, Wording]] = {}
    aliases: dict[str, dict[str, str]] = {}
    members: dict[str, dict[str, tuple[str, ...]]] = {}
    general: dict[str, str] = {}
    for path, block in files.items():
        name = block.need("vocabulary", Item.text, "")
        if name and name != path:
            block.fault("belongs_elsewhere", at="vocabulary", code=name, file=f"words/{name}.yaml")
        entries = block.need("words", Block, None)
        block.close()
        if entries is None:
            continue
        words[path], aliases[path], members[path] = {}, {}, {}
        for code, item in entries.entries.items():
            _read_word(code, Block(item), words[path], aliases[path], members[path], general)
        _check_codes(entries, words[path], aliases[path], members[path], general)
    return Words(
        frozen({name: frozen(codes) for name, codes in words.items()}),
        frozen({name: frozen(codes) for name, codes in aliases.items() if codes}),
        frozen({name: frozen(codes) for name, codes in members.items() if codes}),
        frozen(general),
    )


def _read_word(
    code: str,
    block: Block,
    words: dict[str, Wording],
    aliases: dict[str, str],
    members: dict[str, tuple[str, ...]],
    general: dict[str, str],
) -> None:
    words[code] = Wording(block.need("vi", Item.text, ""), block.need("en", Item.text, ""))
    others: tuple[str, ...] = block.may("also", Item.texts, ())
    for other in others:
        if other in aliases:
            block.fault("read_as_another", at="also", given=other, code=aliases[other])
        aliases[other] = code
    taken_in: tuple[str, ...] = block.may("members", Item.texts, ())
    if taken_in:
        members[code] = taken_in
    wide = block.may("general", Item.text, "")
    if wide:
        general[code] = wide
    block.may("note", wording, None)
    block.close()


def _check_codes(
    entries: Block,
    words: dict[str, Wording],
    aliases: dict[str, str],
    members: dict[str, tuple[str, ...]],
    general: dict[str, str],
) -> None:
    for code in words:
        named = [("members", inner) for inner in members.get(code, ())]
        if code in general:
            named.append(("general", general[code]))
        for key, other in named:
            if other not in words:
                entries.fault("names_no_word", at=code, key=key, given=other, near=meant(other, words))
    for other, code in aliases.items():
        if other in words:
            entries.fault("a_word_of_its_own", at=code, given=other, code=code)
