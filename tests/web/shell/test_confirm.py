"""What cannot be undone is asked first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from thidua.accounts.models import User
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.forms import Form, TextField


class Reason(Form):
    reason = TextField(label="Lý do")


def ask(
    request: HttpRequest, user: User, act: Callable[[], object], form: Form | None = None
) -> HttpResponse:
    request.user = user
    request.session = {}  # type: ignore[assignment]
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]
    return ask_first(
        request,
        question="Xóa mốc này?",
        consequence="Mốc sẽ không còn trong báo cáo.",
        verb="Xóa mốc",
        back="/danh-sach",
        act=act,
        done="Đã xóa.",
        form=form,
    )


@pytest.fixture
def officer(person: Callable[..., User]) -> User:
    return person("board_officer")


def test_the_question_is_asked_and_nothing_is_done(rf: RequestFactory, officer: User) -> None:
    done: list[str] = []
    html = ask(rf.get("/xoa/1"), officer, lambda: done.append("x")).content.decode()
    assert done == []
    assert "<h1>Xóa mốc này?</h1>" in html
    assert "Mốc sẽ không còn trong báo cáo." in html
    assert 'action="/xoa/1"' in html
    assert ">Xóa mốc</button>" in html
    assert 'href="/danh-sach">Không, quay lại</a>' in html


def test_the_press_does_it_and_says_so(rf: RequestFactory, officer: User) -> None:
    done: list[str] = []
    request = rf.post("/xoa/1")
    answer = ask(request, officer, lambda: done.append("x"))
    assert (done, answer.status_code, answer["Location"]) == (["x"], 302, "/danh-sach")
    assert [str(message) for message in get_messages(request)] == ["Đã xóa."]


def test_a_refusal_is_shown_where_it_was_asked(rf: RequestFactory, officer: User) -> None:
    def refuse() -> None:
        raise Refused("Mốc này đã nằm trong báo cáo đã chốt.")

    html = ask(rf.post("/xoa/1"), officer, refuse).content.decode()
    assert "<li>Mốc này đã nằm trong báo cáo đã chốt.</li>" in html
    assert "<h1>Xóa mốc này?</h1>" in html


def test_a_missing_right_is_a_page_of_its_own(rf: RequestFactory, officer: User) -> None:
    def refuse() -> None:
        raise NotAllowed("Không có quyền.")

    with pytest.raises(PermissionDenied):
        ask(rf.post("/xoa/1"), officer, refuse)


def test_a_reason_that_is_missing_is_asked_for_again(rf: RequestFactory, officer: User) -> None:
    done: list[str] = []
    html = ask(
        rf.post("/xoa/1"), officer, lambda: done.append("x"), form=Reason({"reason": " "})
    ).content.decode()
    assert done == []
    assert '<a href="#id_reason">' in html


def test_the_example_in_the_gallery_asks_and_returns(signed_in: Callable[..., Client]) -> None:
    client = signed_in("administrator")
    assert "data-confirm>" in client.get("/lam-viec/thanh-phan").content.decode()
    answer = client.post("/lam-viec/thanh-phan/xac-nhan", follow=True)
    assert answer.redirect_chain == [("/lam-viec/thanh-phan", 302)]
