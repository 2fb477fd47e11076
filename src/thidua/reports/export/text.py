"""The report as plain text: NFC, ordinary spaces, lines of at most 100 characters."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator
from typing import Final

from thidua.core.vietnamese.numbers import NO_BREAK_SPACE
from thidua.reports.content.document import Block, Document, Run, document_of
from thidua.reports.content.draft import Draft, without_no_break_spaces

WIDTH: Final = 100
# «27 tập thể, 24 cá nhân và 02 gia đình» within a figure that is itself too long for a line.
_COUNTS: Final = re.compile(r"\d[\d.]*(?: \w+){1,2}(?:(?:,| và| and) \d[\d.]*(?: \w+){1,2})+")


def write_text(draft: Draft) -> bytes:
    """Return the report in UTF-8.

    A line never breaks within a figure, nor between figures that only a comma parts, as long as they fit on one
    line: who looks for «đạt 92,2% so với dự toán, bằng 136,3% so với cùng kỳ» finds it.
    """
    text = "\n".join(_lines(document_of(draft)))
    return (unicodedata.normalize("NFC", without_no_break_spaces(text)).strip("\n") + "\n").encode("utf-8")


def _lines(document: Document) -> Iterator[str]:
    for line in (document.issuer_parent, document.issuer, document.number, document.place_date):
        if line:
            yield line
    yield from ("", document.type.center(WIDTH).rstrip())
    yield from (line.center(WIDTH).rstrip() for line in textwrap.wrap(document.title, WIDTH - 20))
    for line in (document.translation, document.correction):
        if line:
            yield from ("", *textwrap.wrap(line, WIDTH))
    for block in document.blocks:
        yield from ("", *_block(block))
    if document.notes:
        yield from ("", f"{document.notes_heading}:")
        for note in document.notes:
            yield from textwrap.wrap(note, WIDTH, subsequent_indent="    ", break_on_hyphens=False)
    yield from ("", document.signer_post.rjust(WIDTH), document.signer_name.rjust(WIDTH).rstrip())
    yield from ("", document.recipients_heading, *document.recipients, "")
    for line in (document.author, document.status):
        if line:
            yield line


def _block(block: Block) -> list[str]:
    if block.level:
        return textwrap.wrap(block.text, WIDTH)
    text = "".join(_held_together(block.runs))
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _held_together(runs: tuple[Run, ...]) -> Iterator[str]:
    """Yield the text, spaces that must not become line ends as no-break spaces."""
    for group in _groups(runs):
        text = "".join(run.text for run in group)
        is_figure = any(run.figure for run in group) and any(map(str.isdigit, text))
        if is_figure and len(text) <= WIDTH - 10:
            yield text.replace(" ", NO_BREAK_SPACE)
        else:
            yield _COUNTS.sub(lambda found: found.group().replace(" ", NO_BREAK_SPACE), text)


def _groups(runs: tuple[Run, ...]) -> Iterator[list[Run]]:
    """Yield runs that stay together: figures with nothing but a comma or a mark between them."""
    group: list[Run] = []
    for run in runs:
        is_tie = run.is_mark or (run.figure is None and run.text.strip() in {"", ","})
        if run.figure or (group and is_tie):
            group.append(run)
            continue
        if group:
            yield group
        group = []
        yield [run]
    if group:
        yield group
