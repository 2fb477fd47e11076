"""How a paragraph is written, and what is printed of it."""

from __future__ import annotations

import pytest

from thidua.reports.content.draft import OmittedPiece, TextPiece
from thidua.reports.content.rendering import rendered
from thidua.reports.figures.bound import BoundFigure
from thidua.reports.wording.markup import Clause, MarkupFault, Place, Prose, parse, places

FIGURES = {
    "a.known": BoundFigure("a.known", "a", "trên 20 tỷ đồng"),
    "a.other": BoundFigure("a.other", "a", "12 hộ"),
    "a.missing": BoundFigure("a.missing", "a", "chưa có số", is_missing=True),
}


def printed(text: str) -> str:
    pieces = rendered(parse(text), FIGURES)
    return "".join(piece.text for piece in pieces if not isinstance(piece, OmittedPiece))


def test_a_text_is_read_as_prose_places_and_clauses():
    assert parse("Được {a.known}[, của {a.other}].") == (
        Prose("Được "),
        Place("a.known"),
        Clause((Prose(", của "), Place("a.other")), ", của {a.other}"),
        Prose("."),
    )


def test_brackets_without_a_place_are_plain_brackets():
    assert parse("Theo [sic] văn bản") == (Prose("Theo "), Prose("[sic]"), Prose(" văn bản"))


def test_places_are_told_once_in_order():
    assert places("{b.x} {a.known}[ {b.x} {c.y.z}]") == ("b.x", "a.known", "c.y.z")


@pytest.mark.parametrize(
    ("text", "code", "excerpt"),
    [
        ("Được [{a.known}", "unbalanced_bracket", "[{a.known}"),
        ("Được {a.known}]", "unbalanced_bracket", "Được {a.known}]"),
        ("Được {5.027}", "not_a_place", "{5.027}"),
        ("Được {a.known", "not_a_place", "{"),
        ("Được }", "not_a_place", "}"),
        ("{A.known}", "not_a_place", "{A.known}"),
    ],
)
def test_a_text_that_cannot_be_read_is_refused_with_its_place(text, code, excerpt):
    with pytest.raises(MarkupFault) as refused:
        parse(text)
    assert refused.value.code == code
    assert excerpt in refused.value.excerpt


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Được {a.known}[, của {a.other}].", "Được trên 20 tỷ đồng, của 12 hộ."),
        ("Được {a.known}[, của {a.missing}].", "Được trên 20 tỷ đồng."),
        ("Được {a.missing}.", "Được chưa có số."),
        ("[Được {a.missing}.] [Của {a.other}.]", "Của 12 hộ."),
        ("[Được {a.known}[ của {a.missing}].]", "Được trên 20 tỷ đồng."),
        ("[Được [{a.missing}][{a.missing}].] Hết.", "Hết."),
        (
            "{a.known} đã được quyên góp. {a.other} hiến đất.",
            "Trên 20 tỷ đồng đã được quyên góp. 12 hộ hiến đất.",
        ),
        ("[Năm {a.missing}, ]tỉnh ta thi đua.", "Tỉnh ta thi đua."),
        ("Một.  [Hai {a.missing}.]   Ba.", "Một. Ba."),
        ("Ba [{a.missing}]", "Ba"),
    ],
)
def test_what_has_no_record_is_left_out_and_the_text_closes_up(text, expected):
    assert printed(text) == expected


def test_a_clause_left_out_tells_the_officer_which_figure_is_missing():
    pieces = rendered(parse("Được {a.known}[, của {a.missing}]."), FIGURES)
    assert pieces[2] == OmittedPiece(", của {a.missing}", ("a.missing",))
    assert pieces[3] == TextPiece(".")


def test_clauses_within_clauses_end_somewhere():
    deep = "[" * 1500 + "{movement.count}" + "]" * 1500
    with pytest.raises(MarkupFault) as refused:
        parse(deep)
    assert refused.value.code == "too_deep"


def test_a_paragraph_is_as_long_as_the_checks_can_read():
    assert parse("a" * 4000) == (Prose("a" * 4000),)
    with pytest.raises(MarkupFault) as refused:
        parse("a" * 4001)
    assert refused.value.code == "too_long"
