"""The report as plain text: NFC, ordinary spaces, a paragraph on one line.

Lines are not wrapped: who pastes the text into a letter gets whole paragraphs, and who looks for «đạt 92,2% so với dự
toán, bằng 136,3% so với cùng kỳ» finds it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from thidua.reports.content.document import Document, document_of
from thidua.reports.content.draft import Draft, without_no_break_spaces


def write_text(draft: Draft) -> bytes:
    """Return the report in UTF-8."""
    text = "\n".join(_lines(document_of(draft)))
    return (unicodedata.normalize("NFC", without_no_break_spaces(text)).strip("\n") + "\n").encode("utf-8")


def _lines(document: Document) -> Iterator[str]:
    yield from _given(document.issuer_parent, document.issuer, document.number, document.place_date)
    yield from ("", document.type, document.title)
    for line in _given(document.translation, document.correction):
        yield from ("", line)
    for block in document.blocks:
        yield from ("", block.text if block.level else "".join(run.text for run in block.runs))
    if document.notes:
        yield from ("", f"{document.notes_heading}:", *document.notes)
    yield from ("", *_given(document.signer_post, document.signer_name))
    yield from ("", document.recipients_heading, *document.recipients, "")
    yield from _given(document.author, document.status)


def _given(*lines: str) -> Iterator[str]:
    return (line for line in lines if line)
