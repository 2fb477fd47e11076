"""A comparison set out: the essence first, then numbered sections and sentences, clause before → after."""

from collections.abc import Iterable
from typing import Final

from thidua.core.language import Language, Wording
from thidua.core.law.summaries.cited import places_in_words
from thidua.core.law.summaries.outline import Outline, letter
from thidua.core.law.summaries.phrases import capitalised, on_day, said, without_stop
from thidua.core.law.summaries.shapes import Change, Changes

LEGEND: Final = Wording(
    "Trong ngoặc vuông: điều khoản trước → điều khoản nay. “Khả năng mới”, “không còn” là so với các điểm đã đọc "
    "được của văn bản kia. Mục không ghi chú đã được đọc trong văn bản chính thức hoặc văn bản công khai dẫn lại.",
    "In square brackets: the place before → the place now. “New” and “no longer” are said against the points of "
    "the other text that were read. What bears no remark was read in the official text, or in a public text "
    "that quotes it.",
)


def changes_outline(changes: Changes, language: Language) -> Outline:
    """Return the comparison as blocks in one language."""
    out = Outline(language)
    out.heading(1, capitalised(changes.after.name))
    out.paragraph(
        said(
            "Thay đổi của pháp luật từ ngày {before} đến ngày {after} · mã {code}",
            "Changes of the law from {before} to {after} · code {code}",
            before=on_day(changes.before.on),
            after=on_day(changes.after.on),
            code=Wording(changes.award, changes.award),
        )
    )
    out.heading(2, Wording("Tóm tắt", "In short"))
    for sentence in changes.lead:
        out.item("–", sentence)
    for number, section in enumerate(changes.sections, 1):
        out.heading(2, said(f"{number}. {{heading}}", f"{number}. {{heading}}", heading=section.heading))
        _add(out, section.changes, f"{number}.")
    out.heading(2, Wording("Cách đọc", "How to read this"))
    out.paragraph(LEGEND)
    return out


def _add(out: Outline, changes: Iterable[Change], prefix: str) -> None:
    for number, change in enumerate(changes, 1):
        _add_change(out, change, f"{prefix}{number}.", 0)


def _add_change(out: Outline, change: Change, marker: str, depth: int) -> None:
    out.item(marker, with_places(change), depth)
    out.remark(change.caution, depth=depth)
    for number, child in enumerate(change.children, 1):
        _add_change(out, child, f"{letter(number, out.language)})" if depth == 0 else "–", depth + 1)


def with_places(change: Change) -> Wording:
    """Return the sentence with its clauses: «[before → after]», «[trước: …]» or «[nay: …]»."""
    before, after = places_in_words(change.before), places_in_words(change.after)
    if change.before and change.after:
        tail = after if before == after else said("{old} → {new}", "{old} → {new}", old=before, new=after)
    elif change.before:
        tail = said("trước: {old}", "before: {old}", old=before)
    elif change.after:
        tail = said("nay: {new}", "now: {new}", new=after)
    else:
        return change.says
    if change.says.vi.endswith(":"):
        opening = Wording(change.says.vi.removesuffix(":"), change.says.en.removesuffix(":"))
        return said("{says} [{tail}]:", "{says} [{tail}]:", says=opening, tail=tail)
    return said("{says} [{tail}].", "{says} [{tail}].", says=without_stop(change.says), tail=tail)
