"""Who enters the editor's desk, and under which policy its pages stand."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories.movements import SmallProvince, account, small_province
from tests.factories.portal import article, comment
from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_LEADER, EDITOR, UNIT_OFFICER
from thidua.orgs.models import RoleAssignment
from thidua.portal.gate import PUBLISHERS, WRITERS


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


def groups_after_entering(client: Client, user: User) -> list[str]:
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client.get(reverse("wagtailadmin_home"))
    return sorted(user.groups.values_list("name", flat=True))


def test_an_editor_writes_and_a_leader_publishes(client: Client, place: SmallProvince) -> None:
    assert groups_after_entering(client, account(EDITOR.code, place.province)) == [WRITERS]
    assert groups_after_entering(client, account(BOARD_LEADER.code, place.province)) == [PUBLISHERS, WRITERS]


def test_who_writes_nothing_is_told_who_does(client: Client, place: SmallProvince) -> None:
    client.force_login(
        account(UNIT_OFFICER.code, place.province), backend="django.contrib.auth.backends.ModelBackend"
    )
    response = client.get(reverse("wagtailadmin_home"))
    assert response.status_code == 403
    assert "Chỉ biên tập viên và lãnh đạo Ban được vào bàn biên tập." in response.content.decode()


def test_a_role_that_ended_yesterday_opens_nothing(client: Client, place: SmallProvince) -> None:
    editor = account(EDITOR.code, place.province)
    assert groups_after_entering(client, editor) == [WRITERS]
    yesterday = timezone.localdate() - timedelta(days=1)
    RoleAssignment.objects.filter(user=editor).update(valid_from=yesterday, valid_to=yesterday)
    from thidua.orgs.access import forget_holdings

    forget_holdings()
    assert client.get(reverse("wagtailadmin_home")).status_code == 403


def test_a_visitor_is_asked_to_sign_in_by_our_own_page(client: Client, db: None) -> None:
    response = client.get(reverse("wagtailadmin_home"))
    assert (response.status_code, response.headers["Location"].split("?")[0]) == (302, reverse("sign-in"))


def test_the_desk_has_no_door_of_its_own(client: Client, db: None) -> None:
    response = client.get("/lam-viec/bien-tap/login/?next=/lam-viec/bien-tap/pages/3/")
    assert response.status_code == 302
    assert response.headers["Location"] == f"{reverse('sign-in')}?next=/lam-viec/bien-tap/pages/3/"
    assert client.post("/lam-viec/bien-tap/login/", {"username": "a"}).headers["Location"] == reverse(
        "sign-in"
    )


def test_scripts_of_the_desk_are_as_strict_as_everywhere(client: Client, place: SmallProvince) -> None:
    client.force_login(
        account(EDITOR.code, place.province), backend="django.contrib.auth.backends.ModelBackend"
    )
    policy = client.get(reverse("wagtailadmin_home")).headers["Content-Security-Policy"]
    rules = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert (rules["script-src"], rules["style-src"]) == ("'self'", "'self' 'unsafe-inline'")
    assert "unsafe-inline" not in client.get(reverse("home")).headers["Content-Security-Policy"]


def test_the_first_page_of_the_desk_tells_which_drafts_and_comments_wait(
    client: Client, place: SmallProvince
) -> None:
    client.force_login(
        account(EDITOR.code, place.province), backend="django.contrib.auth.backends.ModelBackend"
    )
    empty = client.get(reverse("wagtailadmin_home")).content.decode()
    assert ("Chưa có bản nháp." in empty, "Không có ý kiến nào đang chờ." in empty) == (True, True)
    comment(article("da-dang", title="Bài đã đăng"))
    draft = article("nhap", live=False, title="Bài đang viết")
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert f'<a href="{reverse("wagtailadmin_pages:edit", args=[draft.pk])}">Bài đang viết</a>' in page
    assert "Bài đã đăng</a>" not in page
    assert f'<a href="{reverse("moderation")}">Đang chờ đọc: 1;' in page
