"""The alternatives of an award as sentences: what each line asks, and which lines a person answers."""

from collections.abc import Iterator
from typing import Final

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.conditions import asks
from thidua.core.law.provisions import Alternative, Line
from thidua.core.law.summaries.cited import places_in_words
from thidua.core.law.summaries.phrases import clause, joined, listed, said
from thidua.core.law.summaries.places import named, places, standing, text_name
from thidua.core.law.summaries.shapes import AlternativeSummary, Named, Place, SummaryLine

# Lines of these kinds are never settled by records alone.
OPEN_KINDS: Final = frozenset({"qualitative", "attested", "recognised_by"})


def alternative_summary(book: LawBook, alternative: Alternative) -> AlternativeSummary:
    """Return one alternative with all its lines in words."""
    return AlternativeSummary(
        id=alternative.id,
        type=type_of(book, alternative),
        recipients=tuple(named(book, "recipient_kinds", kind) for kind in alternative.applies_to),
        text=text_name(book, alternative.text),
        places=places(book, alternative.cites),
        standing=standing(book, f"alternative/{alternative.id}", alternative.certainty),
        since=alternative.validity.since,
        until=alternative.validity.until,
        lines=line_summary(book, alternative.lines, ""),
        exclusions=tuple(
            line_summary(book, line, f"x{number}") for number, line in enumerate(alternative.exclusions, 1)
        ),
        enabled=alternative.enabled,
        unknown=alternative.unknown,
        notes=alternative.notes,
        province_data=alternative.province_data,
    )


def type_of(book: LawBook, alternative: Alternative) -> Named | None:
    """Return the type of commendation it is for; None for every type."""
    return named(book, "commendation_types", alternative.type) if alternative.type else None


def line_summary(book: LawBook, line: Line, path: str) -> SummaryLine:
    """Return a line with what it holds, numbered as findings are: «2», «4.1»."""
    return SummaryLine(
        path=path,
        kind=line.kind,
        text=asked(book, line),
        places=_places(book, line),
        open=line.kind in OPEN_KINDS,
        note=line.note,
        children=tuple(
            line_summary(book, inner, f"{path}.{number}".lstrip("."))
            for number, inner in enumerate(line.lines, 1)
        ),
    )


def asked(book: LawBook, line: Line) -> Wording:
    """Return what a line asks, without a capital or a stop; a reference writes out the place it leads to."""
    if line.kind == "ref":
        place = places_in_words(_places(book, line)) if _places(book, line) else _id(line)
        return said("đạt tiêu chuẩn tại {place}", "meets the standard of {place}", place=place)
    return clause(asks(line, book))


def _places(book: LawBook, line: Line) -> tuple[Place, ...]:
    """Return the places of a line; of a reference, those of the alternative it leads to."""
    if line.kind != "ref":
        return places(book, line.cites)
    every = (one for award in book.awards.values() for one in award.alternatives)
    meant = next((one for one in every if one.id == line.fields["ref"]), None)
    return places(book, meant.cites) if meant else ()


def _id(line: Line) -> Wording:
    return Wording(str(line.fields["ref"]), str(line.fields["ref"]))


def leaves(line: SummaryLine) -> Iterator[SummaryLine]:
    """Yield the conditions in a line or group, in reading order."""
    if not line.children:
        yield line
    for inner in line.children:
        yield from leaves(inner)


def one_sentence(line: SummaryLine) -> Wording:
    """Return a line or group as one sentence without its capital and stop."""
    if not line.children:
        return line.text
    parts = [one_sentence(inner) for inner in line.children]
    nested = any(inner.children for inner in line.children)
    if nested or len(parts) > 2:
        either = said("{text}: {parts}", "{text}: {parts}", text=line.text, parts=joined(parts))
        return either if len(parts) > 1 else parts[0]
    return listed(parts, either=line.kind == "any_of")
