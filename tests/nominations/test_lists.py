"""Who sees which dossiers, and in which order."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import nominations as make
from tests.factories.movements import account
from thidua.accounts.roles import BOARD_OFFICER, COUNCIL_MEMBER
from thidua.nominations import access, actions
from thidua.nominations.models import Dossier
from thidua.nominations.queries import Wanted, dossiers_listed, due_counts, lines_of, queue_of, readiness

TODAY = date(2026, 3, 16)


def test_a_unit_sees_its_own_dossiers_and_not_those_of_its_neighbour(at):
    make.received(at)

    assert list(access.visible_to(at.place.other_clerk, TODAY)) == []
    assert access.visible_to(at.clerk, TODAY).count() == 1


def test_the_list_and_the_question_about_one_dossier_agree(at):
    rows = [make.draft(at), make.received(at), make.received(at, level="commune")]
    commune = account(BOARD_OFFICER.code, at.place.de_tham)
    member = account(COUNCIL_MEMBER.code, at.place.province)
    for user in (at.clerk, at.officer, at.place.other_clerk, at.place.chairman, commune, member, None):
        seen = set(access.visible_to(user, TODAY))
        assert {row for row in rows if access.may_see(user, row)} == seen


def test_a_commune_that_decides_itself_does_not_appraise_what_it_sends_to_the_province(at):
    commune = account(BOARD_OFFICER.code, at.place.de_tham)
    own, sent_up = make.submitted(at, level="commune"), make.submitted(at)

    assert list(access.waiting_for_reception(commune, TODAY)) == [own]
    assert access.may_move(commune, "receive_dossier", sent_up) is False


def test_the_queue_comes_by_due_day(at, clock):
    first = make.received(at)
    clock.move_to("2026-03-18T02:00:00Z")
    second = make.received(at)
    third = make.submitted(at)

    assert list(queue_of(at.officer, date(2026, 3, 18))) == [third, first, second]
    assert list(queue_of(at.clerk, date(2026, 3, 18))) == []


def test_the_queue_is_counted_by_what_is_overdue_and_due_today(at, clock):
    make.received(at)  # due 13/04
    clock.move_to("2026-03-17T02:00:00Z")
    make.received(at)  # due 14/04

    found = due_counts(queue_of(at.officer, date(2026, 4, 14)), date(2026, 4, 14))

    assert (found.overdue, found.today, found.week, found.total) == (1, 1, 1, 2)


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        (Wanted(states=["received"]), [2]),
        (Wanted(routes=["simplified"]), [3]),
        (Wanted(words="binh"), [1]),
        (Wanted(words="00003"), [3]),
        (Wanted(award="commendation_letter"), [3]),
        (Wanted(without_holder=True), [3, 1]),
        (Wanted(due="overdue"), []),
        (Wanted(suspended=True), []),
        (Wanted(levels=["province"], open_only=True), [3, 2, 1]),
    ],
)
def test_the_board_is_filtered(at, wanted, codes):
    make.submitted(at, make.nominee("Lương Thị Bình"))
    make.received(at)
    make.submitted(at, make.nominee(award_code="commendation_letter"), route="simplified", movement=None)
    make.draft(at, make.nominee("Lương Thị Bình"))  # still the unit's own: on nobody else's board

    found = [int(row.code[-5:]) for row in dossiers_listed(at.officer, TODAY, wanted)]

    assert found == codes


def test_the_board_is_filtered_by_a_unit_and_what_lies_below(at):
    dossier = make.submitted(at)

    assert list(dossiers_listed(at.officer, TODAY, Wanted(unit=at.place.district))) == [dossier]
    assert list(dossiers_listed(at.officer, TODAY, Wanted(unit=at.place.hung_son))) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_a_page_costs_the_same_queries_whatever_its_rows(at, rows, django_assert_num_queries):
    for _ in range(rows):
        make.submitted(at, make.nominee(), make.nominee())
    officer = type(at.officer).objects.get(pk=at.officer.pk)

    with django_assert_num_queries(6):
        lines = lines_of(dossiers_listed(officer, TODAY, Wanted())[:50], TODAY)
        assert [(line.nominees, str(line.dossier.unit)) for line in lines] == [(2, "Xã Đề Thám")] * rows


@pytest.mark.parametrize("nominees", [1, 3])
def test_readiness_costs_the_same_queries_whatever_the_nominees(at, nominees, django_assert_num_queries):
    lines = [make.nominee(person=make.person(f"Hà Văn {letter}")) for letter in "ABC"[:nominees]]
    dossier = Dossier.objects.select_related("movement__launched_by", "holder").get(
        pk=make.received(at, *lines).pk
    )

    with django_assert_num_queries(13):
        found = readiness(dossier, TODAY, restricted=True)

    assert (found.can_be_sent, len(found.findings), found.holder, found.due_on) == (
        True,
        nominees,
        at.officer,
        date(2026, 4, 13),
    )


def test_a_dossier_is_assigned_only_to_who_appraises(at):
    dossier = make.received(at)
    colleague = account(BOARD_OFFICER.code, at.place.province, "Lộc Thị Thẩm")

    assert actions.assign_dossier(dossier=dossier, officer=colleague, by=at.officer).holder == colleague
    with pytest.raises(Exception, match="does not appraise"):
        actions.assign_dossier(dossier=dossier, officer=at.clerk, by=at.officer)
