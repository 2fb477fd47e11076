"""Comments of readers: sent, decided about one or a hundred at a time, taken back."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from tests.factories.movements import SmallProvince, account, small_province
from tests.factories.portal import article, comment
from thidua.accounts.models import User
from thidua.accounts.roles import EDITOR
from thidua.core.follow_up import read_code
from thidua.core.vietnamese.dates import VIETNAM_TIME
from thidua.portal.actions.moderate_comments import decline_comments, publish_comments, take_back_comments
from thidua.portal.actions.send_comment import send_comment
from thidua.portal.enums import CommentState
from thidua.portal.models import Comment
from thidua.portal.queries.comments import due_day, oldest_waiting, published_below, waiting_comments
from thidua.support.audit.models import AuditEntry
from thidua.support.refusals import NotAllowed, Refused


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


@pytest.fixture
def editor(place: SmallProvince) -> User:
    return account(EDITOR.code, place.province)


def test_a_comment_waits_under_a_code_and_the_log_does_not_name_its_sender(db: None) -> None:
    sent = send_comment(article=article(), name="  Nông  Văn Dân ", text="Hay.\u200b\n<b>Rất</b> hay.")
    assert (sent.name, sent.text, sent.state) == (
        "Nông Văn Dân",
        "Hay.\n<b>Rất</b> hay.",
        CommentState.WAITING,
    )
    assert read_code(sent.code.lower()) == sent.code
    entry = AuditEntry.objects.get(action="portal.comment_sent")
    assert (entry.subject_name, "Nông" in entry.details) == (sent.code, False)


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        ({"name": " "}, {"name": ["Viết họ tên của bạn, hoặc tên bạn muốn dùng."]}),
        ({"text": "\u200b"}, {"text": ["Viết ý kiến của bạn."]}),
        ({"text": "a" * 1001}, {"text": ["Ý kiến dài nhất 1.000 ký tự. Hãy rút gọn."]}),
    ],
)
def test_what_is_missing_is_told_beside_its_field(db: None, said: dict[str, str], faults: object) -> None:
    with pytest.raises(Refused) as refused:
        send_comment(article=article(), **({"name": "Dân", "text": "Hay."} | said))
    assert {name: list(map(str, told)) for name, told in refused.value.faults.items()} == faults
    assert Comment.objects.count() == 0


@pytest.mark.parametrize("closed", [{"comments_open": False}, {"live": False}])
def test_an_article_that_is_closed_or_taken_down_takes_no_comment(db: None, closed: dict[str, Any]) -> None:
    with pytest.raises(Refused, match="Bài này không nhận ý kiến nữa"):
        comment(article(**closed))


def test_a_second_press_of_the_button_sends_nothing_twice(db: None) -> None:
    below = article()
    first = comment(below)
    assert comment(below) == first
    other = comment(below, "Ý kiến khác.")
    assert list(waiting_comments()) == [first, other]


def test_the_oldest_that_waits_is_due_in_two_working_days(db: None) -> None:
    below = article()
    assert oldest_waiting() is None
    friday = datetime(2019, 10, 25, 16, 0, tzinfo=VIETNAM_TIME)
    send_comment(article=below, name="B", text="Sau.", at=friday + timedelta(days=3))
    send_comment(article=below, name="A", text="Trước.", at=friday)
    waits = oldest_waiting()
    assert waits is not None
    assert (waits.count, waits.since, waits.due) == (2, friday, date(2019, 10, 29))
    assert due_day(friday) == waits.due


def test_only_what_is_published_stands_below_the_article(editor: User) -> None:
    below = article()
    shown, refused, _waits = (comment(below, text) for text in ("Một", "Hai", "Ba"))
    publish_comments(comments=[shown.pk], by=editor)
    decline_comments(comments=[refused.pk], reason="insult", by=editor)
    assert list(published_below(below)) == [shown]
    refused.refresh_from_db()
    assert (refused.state, refused.decline_reason, refused.moderated_by) == ("declined", "insult", editor)


def test_what_was_decided_is_taken_back_and_waits_again(editor: User) -> None:
    below = article()
    one, two = comment(below, "Một"), comment(below, "Hai")
    publish_comments(comments=[one.pk], by=editor)
    decline_comments(comments=[two.pk], reason="other", note="Xin viết rõ hơn.", by=editor)
    assert [row.pk for row in take_back_comments(comments=[one.pk, two.pk], by=editor)] == [one.pk, two.pk]
    assert [(row.state, row.decline_note, row.moderated_at) for row in waiting_comments()] == [
        ("waiting", "", None)
    ] * 2


def test_what_a_colleague_decided_meanwhile_stays(editor: User) -> None:
    one = comment(article())
    decline_comments(comments=[one.pk], reason="repeated", by=None)
    assert publish_comments(comments=[one.pk], by=editor) == []
    one.refresh_from_db()
    assert one.state == CommentState.DECLINED


@pytest.mark.parametrize(
    ("said", "field"), [({"reason": ""}, "reason"), ({"reason": "other"}, "decline_note")]
)
def test_nothing_is_declined_without_a_reason(editor: User, said: dict[str, str], field: str) -> None:
    one = comment(article())
    with pytest.raises(Refused) as refused:
        decline_comments(comments=[one.pk], by=editor, **said)
    assert list(refused.value.faults) == [field]


def test_a_clerk_of_a_commune_decides_about_nothing(place: SmallProvince) -> None:
    one = comment(article())
    for act in (publish_comments, take_back_comments):
        with pytest.raises(NotAllowed):
            act(comments=[one.pk], by=place.clerk)
    with pytest.raises(NotAllowed):
        decline_comments(comments=[one.pk], reason="insult", by=place.clerk)
    assert waiting_comments().get() == one


@pytest.mark.parametrize("count", [1, 100])
def test_a_hundred_are_decided_about_at_the_cost_of_one(
    editor: User, count: int, django_assert_max_num_queries: Any
) -> None:
    below = article()
    keys = [comment(below, f"Ý kiến {number}").pk for number in range(count)]
    assert editor.is_active
    publish_comments(comments=[], by=editor)  # the roles of the account are known from here on
    with django_assert_max_num_queries(7):  # SQLite writes a hundred lines of the log in two
        assert len(publish_comments(comments=keys, by=editor)) == count
