"""What a law folder without a fault becomes."""

from datetime import date
from types import MappingProxyType

import pytest

from thidua.core.language import Wording
from thidua.core.law.citations import Citation
from thidua.core.law.conditions import KINDS
from thidua.core.law.provisions import Certainty, Validity
from thidua.core.law.reading import LawRefused, load_law
from thidua.core.law.reading.condition_fields import EXCLUSIONS, FORMS


def test_the_law_shipped_with_the_product_has_no_fault() -> None:
    book = load_law()
    assert (len(book.awards) > 50, len(book.version)) == (True, 16)


def test_the_shipped_law_is_read_once() -> None:
    assert load_law() is load_law()


def test_a_sound_law_has_no_faults(law) -> None:
    assert law.faults() == []


def test_values_carry_their_dates_place_and_certainty(law) -> None:
    found = law.book().parameters["votes/title"].at(date(2011, 5, 1))
    assert (found.value, found.validity, found.cites, found.certainty) == (
        90,
        Validity(date(2010, 1, 1)),
        (Citation("LAW1", "2", "1", "a"),),
        Certainty.MEMORY,
    )


def test_conditions_carry_their_fields_unchangeable_and_their_place_in_the_file(law) -> None:
    first, second, third = law.book().awards["title"].alternatives[0].lines.lines
    assert (first.kind, dict(first.fields), first.where) == (
        "grade_run",
        {"grade": "completed", "n": 2},
        "awards/title.yaml:22",
    )
    assert dict(second.fields) == {"n": 1, "scope": "grassroots", "mixed_setting": "mixed"}
    assert (third.text, dict(third.fields)) == (Wording("Gương mẫu", "Exemplary"), {})
    assert type(first.fields) is MappingProxyType


def test_the_kinds_that_files_may_name_are_those_the_engine_judges() -> None:
    assert {*FORMS, *EXCLUSIONS} - {"ref"} == set(KINDS)


def test_a_group_inside_a_group_keeps_its_own_place_in_the_law(law) -> None:
    law.change(
        "awards/title.yaml",
        "      - {kind: ref, ref: t-1}",
        "      - cite: [LAW1 Đ3]\n        all_of: [{kind: round_anniversary}, {kind: unit_age, min_years: 10}]",
    )
    group = law.book().awards["title"].alternatives[1].lines.lines[0]
    assert (group.kind, [line.kind for line in group.lines], group.cites) == (
        "all_of",
        ["round_anniversary", "unit_age"],
        (Citation("LAW1", "3"),),
    )


def test_words_give_other_spellings_general_kinds_and_members(law) -> None:
    law.write(
        "words/recipient_kinds.yaml",
        "vocabulary: recipient_kinds\nwords:\n"
        "  individual: {vi: Cá nhân, en: Individual, also: [person]}\n"
        "  civil_servant: {vi: Công chức, en: Civil servant, general: individual}\n"
        "  collective: {vi: Tập thể, en: Collective, members: [civil_servant]}\n",
    )
    book = law.book()
    assert book.word("recipient_kinds", "civil_servant") == Wording("Công chức", "Civil servant")
    assert book.aliases["recipient_kinds"] == {"person": "individual"}
    assert book.general_kind == {"civil_servant": "individual"}
    assert book.members["recipient_kinds"] == {"collective": ("civil_servant",)}


def test_another_spelling_in_the_law_files_is_read_as_the_code(law) -> None:
    law.change("words/grades.yaml", "{vi: completed, en: completed}", "{vi: A, en: B, also: [done]}")
    law.change("awards/title.yaml", "grade: completed", "grade: done")
    assert law.book().awards["title"].alternatives[0].lines.lines[0].fields["grade"] == "completed"


def test_the_fingerprint_follows_the_data_and_nothing_else(law) -> None:
    before = law.book().version
    for page in (law.root / "texts").iterdir():
        page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert law.book().version == before
    law.change("parameters/votes/title.yaml", "value: 90", "value: 91")
    assert law.book().version != before


def test_nobody_can_change_a_book(law) -> None:
    book = law.book()
    with pytest.raises(TypeError):
        book.awards["title"] = book.awards["order"]  # type: ignore[index]


def test_a_law_with_faults_is_refused_with_all_of_them(law) -> None:
    law.change("texts/law1.yaml", "kind: law", "kind: song")
    law.change("rules/suspension.yaml", "effect: block", "effect: shout")
    with pytest.raises(LawRefused) as refused:
        law.book()
    assert [str(fault) for fault in refused.value.faults] == law.faults()
    assert [(fault.file, fault.line) for fault in refused.value.faults] == [
        ("rules/suspension.yaml", 2),
        ("texts/law1.yaml", 2),
    ]
