"""Reading comments before they are published: oldest first, in bulk, back again, by whom it concerns."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from tests.factories.movements import SmallProvince, account, small_province
from tests.factories.portal import article, comment
from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_OFFICER, EDITOR, UNIT_OFFICER
from thidua.core.vietnamese.dates import VIETNAM_TIME
from thidua.portal.actions.send_comment import send_comment
from thidua.portal.models import Comment
from thidua.web.workspace.moderation.marks import marked
from thidua.web.workspace.moderation.work import work_of

LIST = "/lam-viec/y-kien-ban-doc"


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


def entered(place: SmallProvince, role: str = EDITOR.code) -> Client:
    client = Client()
    client.force_login(account(role, place.province), backend="django.contrib.auth.backends.ModelBackend")
    return client


def states() -> list[str]:
    return list(Comment.objects.order_by("pk").values_list("state", flat=True))


def test_the_oldest_stands_first_and_says_since_when(place: SmallProvince) -> None:
    below = article()
    for day, name in ((25, "Sau"), (21, "Trước")):
        send_comment(
            article=below, name=name, text="Hay.", at=datetime(2019, 10, day, 9, 0, tzinfo=VIETNAM_TIME)
        )
    page = entered(place).get(LIST).content.decode()
    assert page.index("Trước") < page.index("Sau</strong>")
    assert "Đang chờ: 2. Ý kiến lâu nhất gửi ngày 21/10/2019, cần duyệt chậm nhất ngày 23/10/2019." in page
    assert "quá hạn" in page


def test_a_plain_form_publishes_declines_and_takes_back(place: SmallProvince) -> None:
    below = article()
    one, two, three = (comment(below, text) for text in ("Một", "Hai", "Ba"))
    editor = entered(place)
    done = editor.post(f"{LIST}/xu-ly", {"viec": "dang", "y-kien": [one.pk, two.pk]}, follow=True)
    assert states() == ["published", "published", "waiting"]
    page = done.content.decode()
    assert ("2 ý kiến: đã đăng." in page, page.count('name="y-kien"')) == (True, 3)
    editor.post(
        f"{LIST}/xu-ly", {"viec": "khong-dang:insult", "y-kien": [three.pk], "ghi-chu": "Xin nhẹ lời."}
    )
    assert states() == ["published", "published", "declined"]
    listed = editor.get(f"{LIST}/da-xu-ly?buoc=declined").content.decode()
    assert ("Xin nhẹ lời." in listed, "Hai" in listed) == (True, False)
    editor.post(f"{LIST}/lay-lai", {"y-kien": [two.pk, three.pk]})
    assert states() == ["published", "waiting", "waiting"]


def test_another_reason_without_words_is_asked_for_and_the_picks_stay(place: SmallProvince) -> None:
    one = comment(article())
    answer = entered(place).post(f"{LIST}/xu-ly", {"viec": "khong-dang:other", "y-kien": [one.pk]})
    page = answer.content.decode()
    assert "Viết lý do: người gửi sẽ đọc." in page
    assert (f'aria-describedby="noi-dung-{one.pk}" checked' in page, states()) == (True, ["waiting"])


@pytest.mark.parametrize("sent", [{}, {"viec": "dang"}, {"viec": "dang", "y-kien": ["x", "9" * 5000]}])
def test_nothing_picked_changes_nothing(place: SmallProvince, sent: dict[str, Any]) -> None:
    comment(article())
    answer = entered(place).post(f"{LIST}/xu-ly", sent, follow=True)
    assert ("Hãy chọn ít nhất một ý kiến." in answer.content.decode(), states()) == (True, ["waiting"])


def test_what_was_decided_meanwhile_is_told(place: SmallProvince) -> None:
    one = comment(article())
    editor = entered(place)
    sent = {"viec": "dang", "y-kien": [one.pk]}
    editor.post(f"{LIST}/xu-ly", sent)
    again = editor.post(f"{LIST}/xu-ly", sent, follow=True).content.decode()
    assert "1 ý kiến đã có người xử lý trước đó và được giữ nguyên." in again


def test_what_is_typed_by_readers_is_text_here_too(place: SmallProvince) -> None:
    comment(article(), "<img src=x onerror=alert(1)> http://xau.vn", name="<i>Ai</i>")
    page = entered(place).get(LIST).content.decode()
    assert ("<img src=x" in page, "<i>Ai" in page, 'href="http://xau.vn' in page) == (False, False, False)
    assert "&lt;img src=x onerror=alert(1)&gt; http://xau.vn" in page


@pytest.mark.parametrize("address", ["", "/da-xu-ly"])
def test_whom_it_does_not_concern_is_told_so(place: SmallProvince, address: str) -> None:
    comment(article(), "Chỉ biên tập đọc.")
    assert entered(place, BOARD_OFFICER.code).get(LIST + address).status_code == 200
    refused = entered(place, UNIT_OFFICER.code).get(LIST + address)
    assert (refused.status_code, "Chỉ biên tập đọc." in refused.content.decode()) == (403, False)
    assert Client().get(LIST + address).status_code == 302
    for verb in ("xu-ly", "lay-lai"):
        assert entered(place, UNIT_OFFICER.code).post(f"{LIST}/{verb}", {}).status_code == 403


def test_the_work_list_shows_what_waits_to_those_who_moderate(place: SmallProvince) -> None:
    editor = account(EDITOR.code, place.province)
    assert list(work_of(editor)) == []
    send_comment(
        article=article(), name="A", text="Hay.", at=datetime(2019, 10, 21, 9, 0, tzinfo=VIETNAM_TIME)
    )
    [item] = work_of(editor)
    assert (item.title, item.about, str(item.due)) == (
        "1 ý kiến chờ duyệt",
        "Ý kiến lâu nhất gửi ngày 21/10/2019.",
        "2019-10-23",
    )
    assert list(work_of(User.objects.get(pk=place.clerk.pk))) == []


@pytest.mark.parametrize("count", [1, 100])
def test_a_hundred_that_wait_cost_as_many_queries_as_one(
    place: SmallProvince, count: int, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    below = article()
    for number in range(count):
        comment(below, f"Ý kiến {number}")
    editor = entered(place)
    editor.get(LIST)
    with django_assert_num_queries(5):
        page = editor.get(LIST).content.decode()
    assert page.count('class="moderation__row"') == count
    keys = list(Comment.objects.values_list("pk", flat=True))
    with django_assert_max_num_queries(10):  # SQLite writes a hundred lines of the log in two
        editor.post(f"{LIST}/xu-ly", {"viec": "dang", "y-kien": keys})
    assert set(states()) == {"published"}


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Xem tại www.khuyenmai.example hoặc http://a.example", ["có liên kết"]),
        ("Vào khuyen-mai.com nhé", ["có liên kết"]),
        ("Gọi 0912 345 678 hoặc (0205) 3812 345", ["có số điện thoại"]),
        ("Gọi +84 912.345.678", ["có số điện thoại"]),
        ("Thư về ban@tinh.example", ["có địa chỉ thư"]),
        ("a@b.vn, 0912345678, https://a.vn", ["có liên kết", "có số điện thoại", "có địa chỉ thư"]),
        ("Ngày 04/11/2019 thu 5.027.000.000 đồng. Xã Chi Lăng, TP.HCM đạt 0,58.", []),
    ],
)
def test_what_asks_for_a_second_look_is_marked(place: SmallProvince, text: str, marks: list[str]) -> None:
    row = comment(article(), text)
    ((same, tags),) = marked([row])
    assert (same, [str(tag.text) for tag in tags]) == (row, marks)
    page = entered(place).get(LIST).content.decode()
    about = page.split('class="moderation__about"')[1].split("</p>")[0]
    assert [
        words for words in ("có liên kết", "có số điện thoại", "có địa chỉ thư") if words in about
    ] == marks
