"""Alternatives set out: recipients, types, the lines of each with their places."""

from collections.abc import Iterable
from typing import Final

from thidua.core.language import Wording
from thidua.core.law.summaries.cited import places_in_words
from thidua.core.law.summaries.outline import Outline, letter
from thidua.core.law.summaries.phrases import capitalised, clause, joined, listed, said, sentence
from thidua.core.law.summaries.places import caution
from thidua.core.law.summaries.shapes import AlternativeSummary, RecipientGroup, SummaryLine, TypeGroup

PROVINCE_DATA: Final = Wording(
    "tiêu chuẩn do từng tỉnh quy định; đây là mẫu của một tỉnh",
    "each province sets this standard itself; this is one province's",
)
EVERY_TYPE: Final = Wording("mọi loại hình khen thưởng", "every type of commendation")


def add_groups(out: Outline, groups: Iterable[RecipientGroup]) -> None:
    """Add every group: its recipients, the conduct asked of all, its alternatives lettered from a."""
    for group in groups:
        out.heading(3, capitalised(listed(one.name for one in group.recipients)))
        for piece in group.conduct:
            out.item(
                "–",
                said(
                    "Điều kiện chung: {says} (?) [{places}]",
                    "Common condition: {says} (?) [{places}]",
                    says=clause(piece.says),
                    places=places_in_words(piece.places),
                ),
            )
            out.remark(caution(piece.standing), piece.note)
        number = 0
        for type_ in group.types:
            for alternative in type_.alternatives:
                number += 1
                add_alternative(out, alternative, number)


def add_alternative(
    out: Outline, alternative: AlternativeSummary, number: int, *, with_recipients: bool = False
) -> None:
    """Add one alternative: its head, its conditions, who is excluded, and what is unsure."""
    out.item(f"{letter(number, out.language)})", _head(alternative, with_recipients=with_recipients))
    _add_lines(out, alternative.lines)
    for line in alternative.exclusions:
        out.item(f"{line.path}.", sentence(_says(line)), 1)
    out.remark(*_remarks(alternative))


def _remarks(alternative: AlternativeSummary) -> list[Wording | None]:
    return [
        alternative.unknown,
        caution(alternative.standing),
        PROVINCE_DATA if alternative.province_data else None,
        *alternative.notes,
    ]


def type_words(group: TypeGroup | AlternativeSummary) -> Wording:
    """Return the type of commendation; «every type» where none is named."""
    return group.type.name if group.type else EVERY_TYPE


def _head(alternative: AlternativeSummary, *, with_recipients: bool) -> Wording:
    head = [
        capitalised(type_words(alternative)),
        *([listed(one.name for one in alternative.recipients)] if with_recipients else []),
        places_in_words(alternative.places),
    ]
    group = alternative.lines
    either = group.kind == "any_of" and len(group.children) > 1
    tail = said(", {text}", ", {text}", text=group.text) if either else Wording("", "")
    return said(
        "{head} ({id}){tail}:",
        "{head} ({id}){tail}:",
        head=joined(head, " – "),
        id=Wording(alternative.id, alternative.id),
        tail=tail,
    )


def _add_lines(out: Outline, root: SummaryLine) -> None:
    """Add the conditions; a group that holds but one line, or the root itself, is not announced."""
    if not root.children:
        out.item("1.", _line(root), 1)
        return
    for line in root.children:
        _add_line(out, line, 1)


def _add_line(out: Outline, line: SummaryLine, depth: int) -> None:
    ending = ":" if line.children else ""
    text = said("{text}{ending}", "{text}{ending}", text=_line(line), ending=Wording(ending, ending))
    out.item(f"{line.path}.", text, depth)
    out.remark(line.note, depth=depth)
    for inner in line.children:
        _add_line(out, inner, depth + 1)


def _line(line: SummaryLine) -> Wording:
    says = _says(line) if line.children else sentence(_says(line))
    if line.places and line.kind != "ref":
        says = said("{says} [{places}]", "{says} [{places}]", says=says, places=places_in_words(line.places))
    return said("{says} (?)", "{says} (?)", says=says) if line.open else says


def _says(line: SummaryLine) -> Wording:
    return capitalised(line.text)
