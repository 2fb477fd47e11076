"""The page of an account: roles, a new password, closing and reopening."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.movements import PASSWORD
from tests.web.reading import faults, main_text, rows, texts
from thidua.accounts.models import User
from thidua.accounts.right_words import RIGHT_WORDS
from thidua.accounts.rights import Right
from thidua.orgs.actions import close_account, grant_role, reset_password
from thidua.orgs.models import RoleAssignment
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused

LIST = "/lam-viec/tai-khoan"


def page_of(user):
    return f"{LIST}/{user.pk}"


def roles_of(user):
    return list(RoleAssignment.objects.filter(user=user).order_by("pk").values_list("role", "unit__name"))


def test_every_right_has_its_words():
    assert list(RIGHT_WORDS) == list(Right)


def test_the_page_shows_roles_past_present_and_to_come(place, administrator, as_):
    today = timezone.localdate()
    past = grant_role(
        user=place.clerk, role="editor", unit=place.province, by=None,
        valid_from=today - timedelta(days=9), valid_to=today - timedelta(days=2),
    )  # fmt: skip
    grant_role(
        user=place.clerk, role="auditor", unit=place.district, by=None, valid_from=today + timedelta(days=5)
    )
    listed = rows(as_(administrator).get(page_of(place.clerk)))
    assert [(row[0], row[1], row[4]) for row in listed] == [
        ("Người kiểm tra", "Huyện Tràng Định", "sắp tới"),
        ("Cán bộ đơn vị", "Xã Đề Thám", "đang hiệu lực"),
        ("Biên tập viên", "Tỉnh Lạng Sơn", "đã hết"),
    ]
    assert listed[2][3] == past.valid_to.strftime("%d/%m/%Y")


def test_a_role_is_granted_after_its_rights_were_read(place, administrator, as_):
    client = as_(administrator)
    address = f"{page_of(place.clerk)}/cap-vai-tro"
    said = {"role": "editor", "unit": "Huyện Tràng Định", "valid_from": "", "valid_to": ""}
    asked = client.post(address, said)
    assert texts(asked, "h1") == ["Cấp cho Lương Văn Đề vai trò “biên tập viên” tại “Huyện Tràng Định”?"]
    assert "soạn báo cáo tổng kết" in main_text(asked)
    assert roles_of(place.clerk) == [("unit_officer", "Xã Đề Thám")]
    back = client.post(address, said | {"buoc": "sua"})
    assert back.context["form"]["unit"].value().text == "Huyện Tràng Định"
    client.post(address, said | {"buoc": "xac-nhan"})
    assert roles_of(place.clerk) == [("unit_officer", "Xã Đề Thám"), ("editor", "Huyện Tràng Định")]


def test_a_role_that_is_held_already_is_refused_before_anything_is_asked(place, administrator, as_):
    response = as_(administrator).post(
        f"{page_of(place.clerk)}/cap-vai-tro", {"role": "unit_officer", "unit": "Xã Đề Thám"}
    )
    assert faults(response) == ["“Lương Văn Đề” đang giữ vai trò này tại “Xã Đề Thám”."]


def test_a_role_is_revoked_after_a_question(place, administrator, as_):
    client = as_(administrator)
    address = f"{LIST}/thu-hoi/{place.clerk.role_assignments.get().pk}"
    assert "không còn làm được" in main_text(client.get(address))
    assert len(roles_of(place.clerk)) == 1
    client.post(address)
    assert roles_of(place.clerk) == []
    assert "Chưa có vai trò" in main_text(client.get(page_of(place.clerk)))


def test_a_closed_account_is_signed_out_and_comes_back_with_its_roles(place, administrator, as_, client):
    other = type(client)()
    other.force_login(place.clerk, backend="django.contrib.auth.backends.ModelBackend")
    assert other.get("/lam-viec/vai-tro").status_code == 200
    admin = as_(administrator)
    admin.post(f"{page_of(place.clerk)}/dong")
    assert other.get("/lam-viec/vai-tro").status_code == 302
    assert "Đã đóng" in main_text(admin.get(page_of(place.clerk)))
    admin.post(f"{page_of(place.clerk)}/mo-lai")
    assert User.objects.get(pk=place.clerk.pk).is_active
    assert roles_of(place.clerk) == [("unit_officer", "Xã Đề Thám")]
    told = AuditEntry.objects.filter(subject_id=str(place.clerk.pk), action__startswith="accounts.")
    assert list(told.values_list("action", flat=True)) == [
        "accounts.created",
        "accounts.closed",
        "accounts.reopened",
    ]


def test_a_new_first_password_takes_the_place_of_the_old_one(place, administrator, as_):
    response = as_(administrator).post(f"{page_of(place.clerk)}/mat-khau", {"password": "12345"})
    assert "Mật khẩu quá ngắn. Hãy dùng ít nhất 10 ký tự." in faults(response)
    assert User.objects.get(pk=place.clerk.pk).check_password(PASSWORD)
    as_(administrator).post(f"{page_of(place.clerk)}/mat-khau", {"password": "song-ky-cung-lan-88"})
    changed = User.objects.get(pk=place.clerk.pk)
    assert changed.check_password("song-ky-cung-lan-88")
    assert changed.must_change_password
    entry = AuditEntry.objects.filter(action="accounts.password_reset").get()
    assert (entry.actor_name, entry.details) == ("Quản Trị Viên", "{}")


def test_nobody_shuts_themselves_out(place, administrator, as_):
    response = as_(administrator).post(f"{page_of(administrator)}/dong")
    assert "Đây là tài khoản của chính anh/chị" in main_text(response)
    assert User.objects.get(pk=administrator.pk).is_active
    assert as_(administrator).get(f"{page_of(administrator)}/mat-khau").status_code == 403


def test_an_account_above_all_roles_is_out_of_an_administrators_reach(place, administrator, as_):
    above = User.objects.create(username="goc", full_name="Gốc Hệ Thống", is_superuser=True)
    assert "đứng trên mọi vai trò" in main_text(as_(administrator).get(page_of(above)))
    for act in (
        lambda: close_account(account=above, by=administrator),
        lambda: reset_password(account=above, password="song-ky-cung-lan-88", by=administrator),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert User.objects.get(pk=above.pk).is_active


def test_who_keeps_no_accounts_closes_none(place, as_):
    assert as_(place.officer).post(f"{page_of(place.clerk)}/dong").status_code == 403
    with pytest.raises(NotAllowed):
        close_account(account=place.clerk, by=place.officer)
    assert User.objects.get(pk=place.clerk.pk).is_active


def test_a_closed_account_is_not_closed_twice(place, administrator):
    close_account(account=place.clerk, by=administrator)
    with pytest.raises(Refused):
        close_account(account=place.clerk, by=administrator)


def test_the_page_tells_what_was_done_in_words(place, administrator, as_):
    grant_role(user=place.clerk, role="editor", unit=place.village, by=administrator)
    told = main_text(as_(administrator).get(page_of(place.clerk)))
    assert "Vai trò: biên tập viên" in told
    assert "Đơn vị: Thôn Nà Ao 2 (thon-na-ao-2-de-tham)" in told
    assert "editor" not in told
