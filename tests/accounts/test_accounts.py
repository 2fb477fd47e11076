"""Accounts: opening one, changing a password, and roles as code."""

from __future__ import annotations

import pytest

from thidua.accounts.actions import change_password, create_account
from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.accounts.roles import AUDITOR, ROLES, roles_with
from thidua.support.audit.queries import history_of
from thidua.support.notices.enums import NoticeKind
from thidua.support.notices.models import Notice
from thidua.support.refusals import Refused

PASSWORD = "ba-be-nui-xanh-7"


@pytest.fixture
def user(db: None) -> User:
    return create_account(username="binh", full_name="Lương  Thị Bình", password=PASSWORD, by=None)


def test_an_account_keeps_its_name_clean_and_must_change_its_first_password(user: User) -> None:
    assert (user.full_name, user.must_change_password) == ("Lương Thị Bình", True)
    assert user.check_password(PASSWORD)
    assert [entry.action for entry in history_of(user)] == ["accounts.created"]


def test_a_sign_in_name_is_taken_whatever_its_case(user: User) -> None:
    with pytest.raises(Refused) as refusal:
        create_account(username="BINH", full_name="Người khác", password=PASSWORD, by=None)

    assert list(refusal.value.faults) == ["username"]


def test_a_weak_password_is_refused_beside_its_field(db: None) -> None:
    with pytest.raises(Refused) as refusal:
        create_account(username="moi", full_name="Người mới", password="12345", by=None)

    assert list(refusal.value.faults) == ["password"]
    assert User.objects.count() == 0


def test_a_changed_password_works_and_the_old_one_does_not(user: User) -> None:
    change_password(old=PASSWORD, new="song-ky-cung-88", by=user)
    user.refresh_from_db()

    assert user.check_password("song-ky-cung-88")
    assert not user.check_password(PASSWORD)
    assert not user.must_change_password


def test_the_wrong_present_password_changes_nothing(user: User) -> None:
    with pytest.raises(Refused) as refusal:
        change_password(old="sai-roi-nhe-123", new="song-ky-cung-88", by=user)
    user.refresh_from_db()

    assert list(refusal.value.faults) == ["old"]
    assert user.check_password(PASSWORD)


def test_passwords_are_hashed_in_the_log_nowhere(user: User) -> None:
    change_password(old=PASSWORD, new="song-ky-cung-88", by=user)

    assert [entry.details for entry in history_of(user)] == ["{}", '{"username":"binh"}']


def test_the_auditor_reads_and_changes_nothing() -> None:
    assert {right for right in AUDITOR.rights if not right.value.startswith(("see_", "read_"))} == set()
    assert Right.READ_AUDIT_LOG in AUDITOR.rights


def test_every_right_is_carried_by_some_role() -> None:
    assert [right for right in Right if not roles_with(right)] == []


def test_every_role_says_who_may_hold_it() -> None:
    assert [code for code, role in ROLES.items() if not str(role.holder).strip() or code != role.code] == []


def test_the_present_password_is_no_new_one(user: User) -> None:
    with pytest.raises(Refused) as refused:
        change_password(old=PASSWORD, new=PASSWORD, by=user)
    assert list(refused.value.faults) == ["new"]
    assert User.objects.get(pk=user.pk).must_change_password is True


def test_the_owner_is_told_of_a_new_password_whatever_they_chose(user: User) -> None:
    change_password(old=PASSWORD, new="song-ky-cung-88", by=user)
    (row,) = Notice.objects.filter(user=user)
    assert (row.kind, row.subject) == (NoticeKind.SECURITY, "Mật khẩu của bạn đã được đổi")
    assert "song-ky-cung-88" not in row.text
