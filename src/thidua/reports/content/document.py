"""A draft as a document: what every export prints, in order, so that no two formats can differ in content."""

from __future__ import annotations

from dataclasses import dataclass

from thidua.core.numerals import roman
from thidua.core.vietnamese.dates import format_document_date
from thidua.reports.content.draft import Draft, DraftParagraph, Head, MarkPiece, TextPiece
from thidua.reports.figures.bound import BoundFigure
from thidua.reports.wording import Words, wording


@dataclass(frozen=True)
class Run:
    """A stretch of text: prose, a figure, or the mark of a note."""

    text: str
    figure: BoundFigure | None = None
    is_mark: bool = False


@dataclass(frozen=True)
class Block:
    """A title of level 1 or 2, or a paragraph (level 0)."""

    level: int
    runs: tuple[Run, ...]
    key: str = ""

    @property
    def text(self) -> str:
        """The text of all runs."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Document:
    """Everything that is printed. Texts are in the language of the draft; empty ones are not printed."""

    language: str
    issuer_parent: str
    issuer: str
    nation: str
    motto: str
    number: str
    place_date: str
    type: str
    title: str
    translation: str
    correction: str
    blocks: tuple[Block, ...]
    notes_heading: str
    notes: tuple[str, ...]
    recipients_heading: str
    recipients: tuple[str, ...]
    signer_post: str
    signer_name: str
    author: str
    status: str
    figures_heading: str
    figures: tuple[BoundFigure, ...]


def document_of(draft: Draft) -> Document:
    """Return the document of a draft or of a frozen version."""
    worded, head = wording(draft.language).document, draft.head
    return Document(
        language=draft.language,
        issuer_parent=head.issuer_parent.upper(),
        issuer=head.issuer.upper(),
        nation=worded.say("nation"),
        motto=worded.say("motto"),
        number=worded.say("number", number=head.number or " " * 8, symbol=head.symbol),
        place_date=worded.say("place_date", place=head.place, day=_document_day(draft, worded)),
        type=worded.say("type"),
        title=head.title,
        translation=worded.say("translation"),
        correction=worded.say("correction", note=head.note) if head.note else "",
        blocks=tuple(block for paragraph in draft.printed for block in _blocks(paragraph)),
        notes_heading=worded.say("notes_heading") if draft.notes else "",
        notes=tuple(f"{_mark(note.number)} {note.text}" for note in draft.notes),
        recipients_heading=worded.say("recipients_heading"),
        recipients=_list_endings(head.recipients),
        signer_post=head.signer_post.upper(),
        signer_name=head.signer_name,
        author=_author(head, worded),
        status=_status(draft, worded),
        figures_heading=worded.say("figures_heading"),
        figures=tuple(draft.figures.values()),
    )


def _blocks(paragraph: DraftParagraph) -> list[Block]:
    blocks = []
    if paragraph.section:
        title = f"{roman(paragraph.section_number)}. {paragraph.section.upper()}"
        blocks.append(Block(1, (Run(title),)))
    if paragraph.heading:
        blocks.append(Block(2, (Run(f"{paragraph.heading_number}. {paragraph.heading}"),)))
    runs = tuple(
        Run(_mark(piece.number), is_mark=True)
        if isinstance(piece, MarkPiece)
        else Run(piece.text)
        if isinstance(piece, TextPiece)
        else Run(piece.text, piece.figure)
        for piece in paragraph.printed
    )
    return [*blocks, Block(0, runs, paragraph.key)]


def _mark(number: int) -> str:
    return f"({number})"


def _document_day(draft: Draft, worded: Words) -> str:
    head = draft.head
    if head.document_date:
        return worded.say("date", day=format_document_date(head.document_date, draft.language))
    return worded.say("date_open", year=head.year)


def _list_endings(recipients: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines with the endings of the form: «- …;», the last one «- ….»."""
    stems = [line.strip().lstrip("-").strip().rstrip(".;") for line in recipients]
    return tuple(
        f"- {stem}{';' if number < len(stems) else '.'}" for number, stem in enumerate(stems, start=1)
    )


def _author(head: Head, worded: Words) -> str:
    return worded.say("author", author=head.author, issuer=head.issuer) if head.author else ""


def _status(draft: Draft, worded: Words) -> str:
    head = draft.head
    if head.version and head.frozen_at:
        day = format_document_date(head.frozen_at, draft.language).removeprefix("ngày ")
        return worded.say("version", number=head.version, day=day, sha256=draft.sha256)
    day = format_document_date(head.as_of, draft.language).removeprefix("ngày ")
    return worded.say("draft", day=day)
