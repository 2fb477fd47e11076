"""A whole report as canonical JSON, and back: equal content, equal bytes, equal hash."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from thidua.core.language import Language
from thidua.core.periods import Period
from thidua.reports.content.draft import (
    Draft,
    DraftParagraph,
    FigurePiece,
    Head,
    MarkPiece,
    Note,
    SignOff,
    TextPiece,
)
from thidua.reports.content.values import plain_value, read_value
from thidua.reports.figures.bound import BoundFigure, FigurePart, RowReference
from thidua.support.provenance import Provenance

FORMAT: Final = 1

Json = dict[str, Any]


def content_of(
    drafts: Iterable[Draft], *, number: int, frozen_at: datetime, note: str, overruled: str
) -> str:
    """Return the canonical JSON of a version in every language given."""
    known = list(drafts)
    return json.dumps(
        {
            "format": FORMAT,
            "version": number,
            "frozen_at": frozen_at.isoformat(),
            "note": note if number > 1 else "",
            "overruled": overruled,
            "open_points": [check.sentence for draft in known for check in draft.checks],
            "languages": {draft.language: _draft(draft) for draft in known},
        },
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def draft_from(content: str, language: Language, sha256: str) -> Draft:
    """Return a frozen version as a draft; raises KeyError for a language that was not frozen."""
    read = json.loads(content)
    draft = _read_draft(read["languages"][language], language)
    head = replace(
        draft.head,
        version=read["version"],
        frozen_at=datetime.fromisoformat(read["frozen_at"]),
        note=read["note"],
    )
    return replace(draft, head=head, sha256=sha256)


def _draft(draft: Draft) -> Json:
    return {
        "head": {
            name: plain_value(value) for name, value in vars(draft.head).items() if name not in _OF_VERSION
        },
        "paragraphs": [_paragraph(paragraph) for paragraph in draft.paragraphs],
        "notes": [[note.number, note.text] for note in draft.notes],
        "figures": {place: figure_as_json(figure) for place, figure in draft.figures.items()},
    }


# Told once for all languages, outside the head.
_OF_VERSION: Final = {"version", "frozen_at", "note"}


def _paragraph(paragraph: DraftParagraph) -> Json:
    sign_off = paragraph.sign_off
    return {
        "key": paragraph.key,
        "section": paragraph.section,
        "section_number": paragraph.section_number,
        "heading": paragraph.heading,
        "heading_number": paragraph.heading_number,
        "field": paragraph.field,
        "responsible": paragraph.responsible,
        "sign_off": [sign_off.by, sign_off.at.isoformat(), sign_off.still_holds] if sign_off else None,
        "pieces": [_piece(piece) for piece in paragraph.printed],
    }


def _piece(piece: TextPiece | FigurePiece | MarkPiece) -> Json:
    if isinstance(piece, TextPiece):
        return {"text": piece.text}
    if isinstance(piece, MarkPiece):
        return {"mark": piece.number}
    return {"figure": piece.figure.place, "text": piece.text}


def figure_as_json(figure: BoundFigure) -> Json:
    """Return a figure with everything behind it, for JSON."""
    period = figure.period
    return {
        "label": figure.label,
        "text": figure.text,
        "value": plain_value(figure.value),
        "unit": figure.unit,
        "basis": figure.basis,
        "period": [period.start.isoformat(), period.end.isoformat()] if period else None,
        "as_of": figure.as_of.isoformat() if figure.as_of else None,
        "source": figure.source,
        "accepted_by": figure.accepted_by,
        "accepted_at": figure.accepted_at.isoformat() if figure.accepted_at else None,
        "provenance": figure.provenance.value,
        "rows": [[row.label, row.model, row.pk, row.detail, row.provenance.value] for row in figure.rows],
        "parts": [
            [part.label, part.text, plain_value(part.value), part.provenance.value, part.as_said]
            for part in figure.parts
        ],
        "remark": figure.remark,
        "is_missing": figure.is_missing,
    }


def _read_draft(read: Json, language: Language) -> Draft:
    figures = {place: figure_from(place, figure) for place, figure in read["figures"].items()}
    head = {name: read_value(value) for name, value in read["head"].items()}
    return Draft(
        language=language,
        head=Head(**head),
        paragraphs=tuple(_read_paragraph(paragraph, figures) for paragraph in read["paragraphs"]),
        notes=tuple(Note(number, text) for number, text in read["notes"]),
    )


def _read_paragraph(read: Json, figures: dict[str, BoundFigure]) -> DraftParagraph:
    signed = read["sign_off"]
    return DraftParagraph(
        key=read["key"],
        section=read["section"],
        heading=read["heading"],
        field=read["field"],
        pieces=tuple(_read_piece(piece, figures) for piece in read["pieces"]),
        section_number=read["section_number"],
        heading_number=read["heading_number"],
        responsible=read["responsible"],
        sign_off=SignOff(signed[0], datetime.fromisoformat(signed[1]), signed[2]) if signed else None,
    )


def _read_piece(read: Json, figures: dict[str, BoundFigure]) -> TextPiece | FigurePiece | MarkPiece:
    if "mark" in read:
        return MarkPiece(read["mark"])
    if "figure" in read:
        return FigurePiece(figures[read["figure"]], read["text"])
    return TextPiece(read["text"])


def figure_from(place: str, read: Json) -> BoundFigure:
    """Return the figure that `figure_as_json` wrote."""
    period = read["period"]
    return BoundFigure(
        place=place,
        label=read["label"],
        text=read["text"],
        value=read_value(read["value"]),
        unit=read["unit"],
        basis=read["basis"],
        period=Period(*map(date.fromisoformat, period)) if period else None,
        as_of=date.fromisoformat(read["as_of"]) if read["as_of"] else None,
        source=read["source"],
        accepted_by=read["accepted_by"],
        accepted_at=datetime.fromisoformat(read["accepted_at"]) if read["accepted_at"] else None,
        provenance=Provenance(read["provenance"]),
        rows=tuple(
            RowReference(label, model, pk, detail, Provenance(origin))
            for label, model, pk, detail, origin in read["rows"]
        ),
        parts=tuple(
            FigurePart(label, text, read_value(value), Provenance(origin), said)
            for label, text, value, origin, said in read["parts"]
        ),
        remark=read["remark"],
        is_missing=read["is_missing"],
    )
