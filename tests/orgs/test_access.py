"""Rights come from roles on units; the predicate and the queryset never disagree."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.accounts.roles import ROLES
from thidua.orgs.access import (
    accounts_with,
    holdings,
    may,
    may_anywhere,
    may_edit_person,
    require,
    units_where,
)
from thidua.orgs.actions import (
    add_position,
    create_person,
    create_unit,
    dissolve_unit,
    grant_role,
    merge_units,
    move_unit,
    open_account,
    revoke_role,
)
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import RoleAssignment, Unit
from thidua.support.refusals import NotAllowed, Refused


def reached(user, right):
    """What the queryset gives, after making sure that the predicate says the same of every unit."""
    listed = set(units_where(user, right))
    assert listed == {unit for unit in Unit.objects.all() if may(user, right, unit)}
    return {unit.name for unit in listed}


def test_a_role_reaches_the_unit_and_everything_below_it_and_nothing_beside(tree, account):
    officer = account("a", ("unit_officer", tree.a))
    assert reached(officer, Right.REPORT_FIGURES) == {"Huyện A", "Xã Một", "Xã Hai", "Thôn Đông"}
    assert Unit.objects.count() == 8


def test_only_the_rights_of_the_role_are_given(tree, account):
    officer = account("a", ("unit_officer", tree.a))
    assert reached(officer, Right.ACCEPT_FIGURES) == set()
    assert may_anywhere(officer, Right.REPORT_FIGURES)
    assert not may_anywhere(officer, Right.ACCEPT_FIGURES)


def test_several_roles_add_up(tree, account):
    user = account("both", ("unit_officer", tree.three), ("auditor", tree.two), ("editor", tree.party))
    assert reached(user, Right.REPORT_FIGURES) == {"Xã Ba"}
    assert reached(user, Right.SEE_FIGURES) == {"Xã Ba", "Xã Hai", "Tỉnh ủy Thử"}


@pytest.mark.parametrize("role", ROLES)
def test_predicate_and_queryset_agree_for_every_role_and_right(tree, account, role):
    user = account("somebody", (role, tree.a))
    everywhere = {unit.name for unit in Unit.objects.all()}
    below = {"Huyện A", "Xã Một", "Xã Hai", "Thôn Đông"}
    for right in Right:
        held = everywhere if role == "administrator" else below
        assert reached(user, right) == (held if right in ROLES[role].rights else set()), right


def test_the_superuser_and_the_installation_may_everything_visitors_nothing(tree, superuser):
    assert len(reached(superuser, Right.FREEZE_REPORT)) == 8
    assert may(None, Right.FREEZE_REPORT, tree.one)
    assert reached(AnonymousUser(), Right.SEE_FIGURES) == set()


def test_an_account_that_was_closed_may_nothing(tree, account):
    officer = account("a", ("administrator", tree.province))
    assert may(officer, Right.MANAGE_UNITS, tree.one)
    officer.is_active = False
    assert not may(officer, Right.MANAGE_UNITS, tree.one)
    assert reached(officer, Right.SEE_WORKSPACE) == set()


def test_a_unit_that_ended_is_reached_where_it_stood_last(tree, account, superuser):
    merge_units(units=[tree.three], into=tree.one, on=date(2020, 1, 1), by=superuser)
    dissolve_unit(unit=tree.b, on=date(2020, 1, 1), by=superuser)
    above = account("province", ("board_officer", tree.province))
    neighbour = account("a", ("unit_officer", tree.a))
    assert "Xã Ba" in reached(above, Right.REPORT_FIGURES)
    assert "Xã Ba" not in reached(neighbour, Right.REPORT_FIGURES)


def test_a_unit_that_moved_is_no_longer_reached_from_its_old_parent(tree, account, superuser):
    old, new = account("a", ("unit_officer", tree.a)), account("b", ("unit_officer", tree.b))
    move_unit(unit=tree.one, parent=tree.b, on=date(2020, 1, 1), by=superuser)
    assert reached(old, Right.REPORT_FIGURES) == {"Huyện A", "Xã Hai"}
    assert reached(new, Right.REPORT_FIGURES) == {"Huyện B", "Xã Ba", "Xã Một", "Thôn Đông"}
    assert may(old, Right.REPORT_FIGURES, tree.one, on=date(2019, 6, 1))


def test_a_unit_that_moves_tomorrow_is_reached_from_its_parent_of_today(tree, account, superuser):
    new = account("b", ("unit_officer", tree.b))
    move_unit(unit=tree.one, parent=tree.b, on=timezone.localdate() + timedelta(days=1), by=superuser)
    assert reached(new, Right.REPORT_FIGURES) == {"Huyện B", "Xã Ba"}


def test_a_unit_that_begins_tomorrow_is_reached_where_it_will_stand(tree, account, superuser):
    officer = account("b", ("unit_officer", tree.b))
    tomorrow = timezone.localdate() + timedelta(days=1)
    create_unit(
        draft=UnitDraft("Xã Mai", UnitKind.COMMUNE, parent=tree.b, exists_from=tomorrow), by=superuser
    )
    assert "Xã Mai" in reached(officer, Right.REPORT_FIGURES)


def test_a_role_counts_from_its_first_to_its_last_day(tree, superuser, account):
    user = account("a")
    grant_role(
        user=user,
        role="unit_officer",
        unit=tree.one,
        by=superuser,
        valid_from=date(2019, 2, 1),
        valid_to=date(2019, 2, 28),
    )
    days = [date(2019, 1, 31), date(2019, 2, 1), date(2019, 2, 28), date(2019, 3, 1)]
    assert [may(user, Right.REPORT_FIGURES, tree.one, on=day) for day in days] == [False, True, True, False]


def test_a_granted_and_a_revoked_role_count_at_once_also_for_a_user_already_read(tree, superuser, account):
    user = account("a")
    assert not may(user, Right.REPORT_FIGURES, tree.one)
    assignment = grant_role(user=user, role="unit_officer", unit=tree.one, by=superuser)
    assert may(user, Right.REPORT_FIGURES, tree.one)
    revoke_role(assignment=assignment, by=superuser)
    assert not may(user, Right.REPORT_FIGURES, tree.one)
    assert not RoleAssignment.objects.exists()


def test_an_older_role_that_is_revoked_keeps_its_row_with_its_last_day(tree, superuser, account):
    user = account("a", ("unit_officer", tree.one))
    assignment = RoleAssignment.objects.get()
    revoke_role(assignment=assignment, by=superuser)
    assignment.refresh_from_db()
    assert assignment.valid_to == timezone.localdate() - timedelta(days=1)
    assert not may(user, Right.REPORT_FIGURES, tree.one)
    with pytest.raises(Refused):
        revoke_role(assignment=assignment, by=superuser)


def test_asking_again_in_one_request_costs_no_more_queries_for_the_roles(
    tree, account, django_assert_num_queries
):
    user = User.objects.get(pk=account("a", ("unit_officer", tree.a)).pk)
    with django_assert_num_queries(2):
        may(user, Right.REPORT_FIGURES, tree.one)
    with django_assert_num_queries(1):
        may(user, Right.REPORT_FIGURES, tree.two)
    with django_assert_num_queries(2):
        list(units_where(user, Right.REPORT_FIGURES))


def test_the_user_of_a_request_is_remembered_as_well(tree, account, django_assert_num_queries):
    user = account("a", ("unit_officer", tree.one))
    lazy = SimpleLazyObject(lambda: user)
    assert may(lazy, Right.REPORT_FIGURES, tree.one)
    with django_assert_num_queries(0):
        assert may(lazy, Right.REPORT_FIGURES, tree.one)


def test_a_role_held_already_or_unknown_is_refused(tree, superuser, account):
    user = account("a", ("unit_officer", tree.one))
    for role in ("unit_officer", "emperor"):
        with pytest.raises(Refused) as refusal:
            grant_role(user=user, role=role, unit=tree.one, by=superuser)
        assert list(refusal.value.faults) == ["role"]
    assert RoleAssignment.objects.count() == 1


def test_nobody_without_the_right_changes_units_roles_or_people(tree, account):
    auditor = account("reader", ("auditor", tree.province))
    attempts = [
        lambda: create_unit(draft=UnitDraft("Xã X", UnitKind.COMMUNE, parent=tree.a), by=auditor),
        lambda: move_unit(unit=tree.one, parent=tree.b, on=date(2020, 1, 1), by=auditor),
        lambda: merge_units(units=[tree.one], into=tree.two, on=date(2020, 1, 1), by=auditor),
        lambda: dissolve_unit(unit=tree.two, on=date(2020, 1, 1), by=auditor),
        lambda: grant_role(user=auditor, role="administrator", unit=tree.province, by=auditor),
        lambda: create_person(full_name="Ai Đó", by=auditor),
    ]
    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()
    assert Unit.objects.count() == 8


def test_refusals_name_the_unit(tree, account):
    auditor = account("reader", ("auditor", tree.province))
    with pytest.raises(NotAllowed) as refusal:
        require(auditor, Right.MANAGE_UNITS, tree.one)
    assert refusal.value.faults == {
        "": ["Bạn không có quyền làm việc này với Xã Một. Hãy hỏi quản trị viên của hệ thống."]
    }


def test_holdings_tell_role_and_unit(tree, account):
    user = account("a", ("unit_officer", tree.one), ("auditor", tree.province))
    assert [(holding.role, holding.unit_name) for holding in holdings(user)] == [
        ("unit_officer", "Xã Một"),
        ("auditor", "Tỉnh Thử"),
    ]


def test_whom_to_remind_is_found_here_or_above(tree, account):
    here = account("here", ("unit_officer", tree.one))
    above = account("above", ("board_officer", tree.province))
    account("beside", ("unit_officer", tree.two))
    account("reader", ("auditor", tree.one))
    assert set(accounts_with(Right.REPORT_FIGURES, tree.one)) == {here, above}
    assert list(accounts_with(Right.REPORT_FIGURES, tree.one, only_here=True)) == [here]


def test_an_account_is_opened_with_its_role_or_not_at_all(tree, superuser):
    wanted = {
        "username": "detham",
        "full_name": "Cán Bộ",
        "password": "một-hai-ba-bốn",
        "unit": tree.one,
        "by": superuser,
    }
    with pytest.raises(Refused):
        open_account(role="emperor", **wanted)
    assert not User.objects.filter(username="detham").exists()
    user = open_account(role="unit_officer", **wanted)
    assert may(user, Right.REPORT_FIGURES, tree.one)


def test_a_person_is_edited_by_those_who_manage_people_where_they_hold_a_position(tree, superuser, account):
    person = create_person(full_name="Vi Thanh Liêm", by=superuser)
    here, beside = account("here", ("unit_officer", tree.one)), account("beside", ("unit_officer", tree.two))
    assert may_edit_person(beside, person)
    add_position(person=person, unit=tree.village, title="Trưởng thôn", by=here)
    assert may_edit_person(here, person)
    assert not may_edit_person(beside, person)
