"""The wording files: complete, alike in both languages, and without a figure of their own."""

from __future__ import annotations

import re

import pytest

from thidua.movements.enums import FieldOfWork, MilestoneKind, MovementKind, SubjectKind
from thidua.registry.enums import RecipientKind
from thidua.reports.figures.register import FAMILIES, unknown_places
from thidua.reports.figures.scope import scope_of
from thidua.reports.wording import wording
from thidua.reports.wording.markup import PLACE, parse, places


def test_both_languages_have_the_same_paragraphs_for_the_same_fields():
    told = {
        language: [(paragraph.key, paragraph.field) for paragraph in wording(language).paragraphs]
        for language in ("vi", "en")
    }
    assert told["en"] == told["vi"]


def test_both_languages_print_the_same_figures():
    def named(language):
        return {
            paragraph.key: sorted(places(" ".join(sentence.text for sentence in paragraph.sentences)))
            for paragraph in wording(language).paragraphs
        }

    assert named("en") == named("vi")


def test_both_languages_have_the_same_fragments():
    vietnamese, english = wording("vi"), wording("en")
    assert set(english.document) == set(vietnamese.document)
    # English alone needs words for levels of units: a Vietnamese name carries its own.
    own = {key for key in english.words if key.startswith("unit.")}
    assert set(english.words) - own == set(vietnamese.words)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_sentence_can_be_read_and_states_no_figure_itself(language):
    for paragraph in wording(language).paragraphs:
        for sentence in paragraph.sentences:
            parse(sentence.text)
            assert re.findall(r"\d", PLACE.sub("", sentence.text)) == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_member_of_a_closed_list_has_its_word(language):
    words = wording(language).words
    said = [
        *(f"field.{field}" for field in FieldOfWork.values),
        *(f"movement_kind.{kind}" for kind in MovementKind.values),
        *(f"milestone.{kind}" for kind in MilestoneKind.values),
        *(f"recipients.{kind}" for kind in RecipientKind.values),
        *(f"subjects.{kind}" for kind in SubjectKind.values),
    ]
    assert [key for key in said if not words.has(key)] == []


def test_every_place_of_the_wording_belongs_to_a_family():
    named = {
        place.partition(".")[0]
        for paragraph in wording("vi").paragraphs
        for sentence in paragraph.sentences
        for place in places(sentence.text)
    }
    assert named - set(FAMILIES) == set()


def test_every_place_of_a_new_report_is_known(place):
    named = {name for paragraph in place.report.paragraphs.all() for name in places(paragraph.text)}
    assert unknown_places(scope_of(place.report), named) == []


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (["27 tập thể", "24 cá nhân", "02 gia đình"], "27 tập thể, 24 cá nhân và 02 gia đình"),
        (["09 tập thể", "35 cá nhân"], "09 tập thể, 35 cá nhân"),
        (["36 tác giả"], "36 tác giả"),
        ([], ""),
    ],
)
def test_counts_are_enumerated_as_the_board_prints_them(items, expected):
    assert wording("vi").words.enumerate(items) == expected
