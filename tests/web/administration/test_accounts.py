"""The list of accounts, and opening one."""

from __future__ import annotations

import csv
import io

import pytest

from tests.factories.movements import account
from tests.web.reading import faults, main_text, rows, texts
from thidua.accounts.models import User
from thidua.accounts.roles import UNIT_OFFICER
from thidua.orgs.actions import close_account
from thidua.orgs.models import RoleAssignment

LIST = "/lam-viec/tai-khoan"
OPEN = f"{LIST}/mo"
SAID = {
    "full_name": "Nông Thị Mới",
    "username": "nong.thi.moi",
    "email": "",
    "phone": "",
    "role": "unit_officer",
    "password": "ba-be-nui-xanh-72",
}


def names(response):
    return [row[0] for row in rows(response)]


def test_the_list_tells_who_may_do_what_where_in_the_order_of_given_names(place, administrator, as_):
    listed = rows(as_(administrator).get(LIST))
    assert [row[0] for row in listed] == [
        "Lý Thị Chủ",
        "Hoàng Văn Chuyên",
        "Lương Văn Đề",
        "Hứa Văn Hùng",
        "Vi Thị Tràng",
        "Quản Trị Viên",
    ]
    assert listed[2][2:5] == ["Cán bộ đơn vị – Xã Đề Thám", "Đang dùng", "chưa lần nào"]


def test_accounts_are_found_by_name_role_unit_and_state(place, administrator, as_):
    close_account(account=place.other_clerk, by=administrator)
    client = as_(administrator)
    assert names(client.get(f"{LIST}?q=luong+de")) == ["Lương Văn Đề"]
    assert names(client.get(f"{LIST}?vai_tro=chairman")) == ["Lý Thị Chủ"]
    assert names(client.get(f"{LIST}?don_vi=de+tham")) == ["Lương Văn Đề"]
    assert names(client.get(f"{LIST}?trang_thai=da-dong")) == ["Hứa Văn Hùng"]


def test_the_csv_holds_the_same_rows_and_more_columns(place, administrator, as_):
    client = as_(administrator)
    text = client.get(f"{LIST}?dinh-dang=csv&vai_tro=unit_officer").content.decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert read[0] == [
        "Họ và tên", "Tên đăng nhập", "Vai trò hiện nay", "Trạng thái", "Đăng nhập lần cuối", "Thư điện tử",
        "Điện thoại",
    ]  # fmt: skip
    assert [row[0] for row in read[1:]] == names(client.get(f"{LIST}?vai_tro=unit_officer"))
    assert read[1][2:4] == ["Cán bộ đơn vị – Xã Đề Thám", "Đang dùng"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_whatever_the_rows(
    place, administrator, as_, django_assert_num_queries, count
):
    for number in range(count):
        account(UNIT_OFFICER.code, place.village, f"Ma Văn {number}")
    client = as_(administrator)
    client.get(LIST)
    with django_assert_num_queries(5):
        assert len(rows(client.get(LIST))) == 6 + count


def test_only_who_keeps_accounts_reads_them(place, administrator, as_):
    assert "Lý Thị Chủ" in main_text(as_(administrator).get(LIST))
    client = as_(place.officer)
    for address in (LIST, OPEN, f"{LIST}/{place.chairman.pk}", f"{LIST}/{place.chairman.pk}/mat-khau"):
        response = client.get(address)
        assert response.status_code == 403
        assert "Lý Thị Chủ" not in response.content.decode()


def test_an_account_is_opened_with_its_first_role(place, administrator, as_):
    client = as_(administrator)
    response = client.post(OPEN, SAID | {"unit": "Xã Đề Thám"}, follow=True)
    opened = User.objects.get(username="nong.thi.moi")
    assert response.redirect_chain == [(f"{LIST}/{opened.pk}", 302)]
    assert opened.check_password(SAID["password"])
    assert opened.must_change_password
    assert list(opened.role_assignments.values_list("role", "unit__name")) == [("unit_officer", "Xã Đề Thám")]


def test_the_unit_is_looked_up_without_a_script_and_without_faults(place, administrator, as_):
    response = as_(administrator).post(OPEN, {"unit": "xa", "tim": "unit", "full_name": "Nông Thị Mới"})
    assert faults(response) == []
    assert [text.split(" (")[0] for text in texts(response, "label") if "huyện" in text] == [
        "Xã Đề Thám",
        "Xã Hùng Sơn",
    ]
    assert 'value="Nông Thị Mới"' in response.content.decode()
    assert not User.objects.filter(full_name="Nông Thị Mới").exists()


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(place, administrator, as_):
    before = User.objects.count()
    response = as_(administrator).post(
        OPEN, SAID | {"unit": "Xã Đề Thám", "username": "nông mới", "password": "12345"}
    )
    assert faults(response) == [
        "Chỉ dùng chữ không dấu, chữ số, dấu chấm và gạch nối, không có khoảng trắng."
    ]
    assert 'value="nông mới"' in response.content.decode()
    taken = as_(administrator).post(
        OPEN, SAID | {"unit": "Xã Đề Thám", "username": place.clerk.username.upper()}
    )
    assert faults(taken) == [
        f"Tên đăng nhập “{place.clerk.username.upper()}” đã có người dùng. Hãy chọn tên khác."
    ]
    assert User.objects.count() == before


def test_each_form_suggests_another_first_password_that_is_accepted(place, administrator, as_):
    client = as_(administrator)
    suggested = [
        response.context["form"]["password"].value() for response in (client.get(OPEN), client.get(OPEN))
    ]
    assert suggested[0] != suggested[1]
    client.post(OPEN, SAID | {"unit": "Xã Đề Thám", "password": suggested[0]})
    assert User.objects.get(username="nong.thi.moi").check_password(suggested[0])


def test_the_page_of_roles_tells_everybody_the_rights_and_only_administrators_the_numbers(
    place, administrator, as_
):
    RoleAssignment.objects.filter(user=place.other_clerk).delete()
    told = main_text(as_(administrator).get("/lam-viec/vai-tro"))
    assert "2 tài khoản đang giữ vai trò này" in told
    read = main_text(as_(place.clerk).get("/lam-viec/vai-tro"))
    assert "tài khoản đang giữ vai trò này" not in read
    assert "Người làm công tác thanh tra, kiểm tra: xem được tất cả, không sửa gì." in read
    assert "phát động phong trào" in read
