"""What the site calls itself: editions, faults, and no question to the database for a page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from django.conf import settings
from django.test import override_settings

from tests.factories.movements import SmallProvince, account, small_province
from tests.factories.photos import photo_bytes
from thidua.accounts.models import User
from thidua.accounts.roles import ADMINISTRATOR, BOARD_LEADER
from thidua.orgs.actions import change_site_identity, restore_site_identity
from thidua.orgs.models import SiteIdentity
from thidua.orgs.queries import site_identity
from thidua.orgs.queries.site_identity import TEXTS, edition, identity_now
from thidua.support.audit.models import AuditEntry
from thidua.support.photos.emblems import checked_emblem
from thidua.support.refusals import NotAllowed, Refused

OFFICE = "Phòng Thi đua – Khen thưởng, Sở Nội vụ"


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


@pytest.fixture
def administrator(place: SmallProvince) -> User:
    return account(ADMINISTRATOR.code, place.province, "Quản Trị Viên")


@pytest.fixture(autouse=True)
def afresh() -> Iterator[None]:
    yield
    site_identity.hold({})


def changed(by: User | None = None, seen: int = 0, **texts: str) -> SiteIdentity:
    return change_site_identity(texts=texts, by=by, seen=seen)


def sentences(refused: pytest.ExceptionInfo[Refused]) -> dict[str, list[str]]:
    return {name: [str(one) for one in said] for name, said in refused.value.faults.items()}


@override_settings(HELP_CONTACT="Bà Lan, 0205 3812 345")
def test_nothing_saved_shows_what_the_server_was_set_up_with(db: None) -> None:
    known = identity_now("vi")
    assert (known.office, known.province, known.contact) == (
        settings.OFFICE_NAME,
        settings.PROVINCE_NAME,
        "Bà Lan, 0205 3812 345",
    )
    assert identity_now("en").office == settings.OFFICE_NAME_EN
    assert edition() == 0


def test_a_change_holds_once_it_is_written_in_both_languages_and_is_logged(
    administrator: User, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        row = changed(
            administrator, name=OFFICE, superior="Sở Nội vụ", phone="0205 3812 345", hours="7:30–17:00"
        )
    known = identity_now("vi")
    assert (known.office, known.superior, known.province) == (OFFICE, "Sở Nội vụ", settings.PROVINCE_NAME)
    assert (known.contact, known.phone_link) == ("0205 3812 345 · 7:30–17:00", "02053812345")
    english = identity_now("en")
    assert (english.office, english.superior) == (settings.OFFICE_NAME_EN, "Sở Nội vụ")
    entry = AuditEntry.objects.get(action="orgs.site_identity_changed")
    assert (entry.actor_name, entry.subject_id) == ("Quản Trị Viên", str(row.pk))
    assert json.loads(entry.details)["name"] == ["", OFFICE]


def test_going_back_brings_names_and_emblem_of_then(
    administrator: User, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]]
) -> None:
    picture = checked_emblem(data=photo_bytes("PNG"), name="a.png")
    with django_capture_on_commit_callbacks(execute=True):
        first = change_site_identity(texts={"name": "Một"}, by=administrator, seen=0, emblem=picture)
        second = change_site_identity(
            texts={"name": "Hai"}, by=administrator, seen=first.pk, without_emblem=True
        )
    assert (identity_now("vi").office, identity_now("vi").emblem_key) == ("Hai", "")
    with django_capture_on_commit_callbacks(execute=True):
        third = restore_site_identity(former=first, by=administrator, seen=second.pk)
    assert (identity_now("vi").office, identity_now("vi").emblem_key) == ("Một", first.emblem_key)
    assert bytes(SiteIdentity.objects.get(pk=third.pk).emblem) == picture.png
    with django_capture_on_commit_callbacks(execute=True):
        restore_site_identity(former=None, by=administrator, seen=third.pk)
    assert (identity_now("vi").office, identity_now("vi").emblem_key) == (settings.OFFICE_NAME, "")
    assert SiteIdentity.objects.count() == 4


def test_an_emblem_stays_when_only_a_name_changes(administrator: User) -> None:
    picture = checked_emblem(data=photo_bytes("PNG"), name="a.png")
    first = change_site_identity(texts={}, by=administrator, seen=0, emblem=picture)
    assert changed(administrator, first.pk, name=OFFICE).emblem_key == first.emblem_key


def test_two_who_change_it_at_once_do_not_overwrite_each_other(administrator: User) -> None:
    first = changed(administrator, name="Một")
    with pytest.raises(Refused) as refused:
        changed(administrator, 0, name="Hai")
    assert sentences(refused) == {
        "": ["Quản Trị Viên vừa lưu thông tin nhận diện khác. Mở lại trang để xem, rồi sửa tiếp."]
    }
    assert [*SiteIdentity.objects.all()] == [first]


@pytest.mark.parametrize(
    ("texts", "faults"),
    [
        (
            {"phone": "gọi chị Lan"},
            {"phone": ["Ghi một số điện thoại, chỉ gồm chữ số. Ví dụ: 0205 3812 345."]},
        ),
        (
            {"email": "bantdkt"},
            {"email": ["Đây không phải địa chỉ thư điện tử. Hãy viết như ten@langson.gov.vn."]},
        ),
        (
            {"name": "A" * 121},
            {"name": ["Nội dung dài 121 ký tự; chỉ chứa được tối đa 120. Hãy viết ngắn lại."]},
        ),
        ({}, {"": ["Không có gì khác với thông tin đang hiện. Sửa một mục rồi lưu."]}),
    ],
    ids=["telephone", "e-mail", "long", "nothing"],
)
def test_what_readers_cannot_use_is_refused(
    administrator: User, texts: dict[str, str], faults: dict[str, list[str]]
) -> None:
    with pytest.raises(Refused) as refused:
        changed(administrator, **texts)
    assert sentences(refused) == faults
    assert not SiteIdentity.objects.exists()


def test_only_the_administrator_changes_it(place: SmallProvince) -> None:
    leader = account(BOARD_LEADER.code, place.province, "Vi Văn Trưởng")
    with pytest.raises(NotAllowed):
        changed(leader, name=OFFICE)
    assert not SiteIdentity.objects.exists()


def test_a_page_asks_the_database_only_after_a_change_or_a_minute(
    administrator: User,
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    changed(administrator, name=OFFICE)  # by another process: this one was not told
    with django_assert_num_queries(0):
        assert identity_now("vi").office == settings.OFFICE_NAME
    site_identity._file().touch()
    with django_assert_num_queries(1):
        assert [identity_now("vi").office for _ in range(3)] == [OFFICE] * 3
    monkeypatch.setattr(site_identity, "RECHECK", 0.0)
    with django_assert_num_queries(1):
        identity_now("vi")


def test_every_text_of_the_model_is_known_to_pages(db: None) -> None:
    own = {"id", "follows", "taken_from", "saved_at", "saved_by"}
    columns = {field.name for field in SiteIdentity._meta.concrete_fields}
    assert columns - own - {"emblem", "emblem_key", "emblem_width", "emblem_height"} == set(TEXTS)
