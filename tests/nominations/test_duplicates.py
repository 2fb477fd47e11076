"""The duplicate gate."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import nominations as make
from thidua.core.law.appraisal import Verdict
from thidua.nominations.queries import Sureness, Where, duplicates_of, duplicates_of_dossier
from thidua.registry.actions.record_conferral import record_conferral
from thidua.registry.content import ConferralContent, RecipientLine

NAME = "Lương Thị Bình"
UNIT = "Thôn Nà Ao 2, xã Đề Thám"


def _conferred(at, name=NAME, unit=UNIT, code=make.CERTIFICATE, year=2025, deed="", **links):
    content = ConferralContent(
        award_form="Bằng khen của Chủ tịch UBND tỉnh",
        award_code=code,
        decision_number="163/QĐ-UBND",
        decision_date=date(year, 12, 1),
        reason=deed,
    )
    line = RecipientLine(kind="individual", name=name, unit_then=unit, counting_year=year,
                         commendation_type="movement", **links)  # fmt: skip
    return record_conferral(
        deciding_unit=at.place.province, content=content, recipients=[line], by=at.officer
    )


def _found(*lines):
    return [
        [(hit.where, hit.sureness, hit.same_award, hit.same_year) for hit in hits]
        for hits in duplicates_of(lines)
    ]


def test_the_same_award_of_the_same_year_is_found_in_the_register(at):
    _conferred(at)

    [[hit]] = duplicates_of([make.nominee("LƯƠNG THI BINH", unit_then=UNIT)])

    assert (hit.where, hit.sureness, hit.same_award, hit.same_year, hit.reference) == (
        Where.REGISTER,
        Sureness.LIKELY,
        True,
        True,
        "163/QĐ-UBND",
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"unit_then": "Trường THCS Kháng Chiến"}, [Sureness.POSSIBLE]),
        ({"name": "Lương Thị Bìnhh"}, [Sureness.POSSIBLE]),
        ({"name": "Lương Thị Bìnhh", "unit_then": "Trường THCS Kháng Chiến"}, []),
        ({"name": "Lý Văn Tám"}, []),
        ({"counting_year": 2024}, []),
        ({"award_code": "commendation_letter", "commendation_type": "merit"}, []),
        ({"award_code": "commendation_letter"}, [Sureness.LIKELY]),
    ],
)
def test_how_sure_it_is_and_what_counts(at, changes, expected):
    _conferred(at)
    line = make.nominee(**{"name": NAME, "unit_then": UNIT, **changes})

    assert [hit.sureness for hit in duplicates_of([line])[0]] == expected


def test_two_known_persons_of_one_name_are_two(at):
    one, other = make.person(birth_year=1980), make.person(birth_year=1985)
    _conferred(at, person=one)

    assert _found(make.nominee(NAME, unit_then=UNIT, person=other)) == [[]]
    assert _found(make.nominee(NAME, unit_then="khác hẳn", person=one)) == [
        [(Where.REGISTER, Sureness.CERTAIN, True, True)]
    ]


def test_a_birth_year_tells_namesakes_apart(at):
    _conferred(at, person=make.person(birth_year=1980))

    assert _found(make.nominee(NAME, unit_then=UNIT, birth_year=1991)) == [[]]
    assert [hits[0][1] for hits in _found(make.nominee(NAME, unit_then="khác hẳn", birth_year=1980))] == [
        "likely"
    ]


def test_the_same_achievement_is_found_in_another_year(at):
    deed = "Vận động nhân dân làm 2 km đường bê tông nông thôn"
    _conferred(at, year=2023, deed=deed)

    [[hit]] = duplicates_of([make.nominee(NAME, unit_then=UNIT, achievement=f"Đã {deed.lower()} của thôn")])

    assert (hit.same_deed, hit.same_year) == (True, False)


def test_who_is_pending_in_another_dossier_is_found_until_that_one_ends(at):
    from thidua.nominations import actions

    other = make.submitted(at, make.nominee(NAME, unit_then=UNIT))
    dossier = make.draft(at, make.nominee(NAME, unit_then=UNIT))
    rows = list(dossier.nominations.all())
    [[hit]] = duplicates_of_dossier(rows).values()
    assert (hit.where, hit.reference) == (Where.PENDING, other.code)

    actions.withdraw_dossier(dossier=other, reason="Trùng.", by=at.clerk)

    assert duplicates_of_dossier(rows) == {rows[0].pk: ()}


def test_a_draft_counts_for_its_own_unit_alone(at):
    mine = make.draft(at, make.nominee(NAME, unit_then=UNIT))
    dossier = make.submitted(at, make.nominee(NAME, unit_then=UNIT))
    [row] = dossier.nominations.all()

    seen_by = [at.place.de_tham, at.place.hung_son, None]
    found = [duplicates_of_dossier([row], drafts_of=unit)[row.pk] for unit in seen_by]

    assert [[hit.reference for hit in hits] for hits in found] == [[mine.code], [], []]


def test_what_was_recalled_counts_for_others_no_longer(at):
    from thidua.nominations import actions

    other = make.submitted(at, make.nominee(NAME, unit_then=UNIT))
    [line] = [make.nominee(NAME, unit_then=UNIT)]
    before = _found(line)

    actions.recall_dossier(dossier=other, by=at.clerk)

    assert (before, _found(line)) == ([[(Where.PENDING, Sureness.LIKELY, True, True)]], [[]])


def test_a_double_line_of_the_list_itself_is_found(at):
    line = make.nominee(NAME, unit_then=UNIT)

    assert _found(line, make.nominee("Hà Văn A"), line) == [
        [(Where.LIST, Sureness.LIKELY, True, True)],
        [],
        [(Where.LIST, Sureness.LIKELY, True, True)],
    ]


@pytest.mark.parametrize("lines", [1, 60])
def test_a_list_costs_the_same_queries_whatever_its_length(at, lines, django_assert_num_queries):
    _conferred(at)
    duplicates_of([make.nominee(NAME)])  # the names are read once

    with django_assert_num_queries(5):
        duplicates_of([make.nominee(NAME, unit_then=UNIT)] * lines)


def test_a_list_gets_a_verdict_for_each_line_before_anything_is_saved(at):
    from thidua.nominations.queries import check_list

    _conferred(at)
    dossier = make.draft(at)
    lines = [
        make.nominee(NAME, unit_then=UNIT),
        make.nominee("Hà Văn A", award_code="không có", post_then=""),
        make.nominee("Hà Văn B", award_code="provincial_emulation_fighter", commendation_type="merit"),
    ]

    found = check_list(dossier, lines, date(2026, 3, 16))

    assert [(one.can_be_saved, len(one.duplicates), one.verdict) for one in found] == [
        (True, 1, Verdict.NEEDS_HUMAN),
        (False, 0, None),
        (True, 0, Verdict.NOT_MET),
    ]
    assert list(found[1].faults) == ["award_code"]
    assert dossier.nominations.count() == 1
