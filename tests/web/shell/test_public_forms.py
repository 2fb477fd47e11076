"""Forms without an account: traps, floods, and what people paste."""

from __future__ import annotations

import pytest
from django import forms
from django.core.cache import cache
from django.core.signing import TimestampSigner
from django.utils.translation import override

from thidua.web.shell import public_forms
from thidua.web.shell.forms import TextField
from thidua.web.shell.public_forms import PublicForm


class LetterForm(PublicForm):
    counted = "letter"
    text = TextField(label="Nội dung", max_length=1000)


@pytest.fixture(autouse=True)
def nothing_was_sent_yet():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def moment(monkeypatch):
    """A moment that tests move on, as the signatures see it."""
    now = [1_000_000.0]
    monkeypatch.setattr("django.core.signing.time.time", lambda: now[0])
    return now


def letter(moment, *, waited: float = 10, **given):
    stamp = LetterForm().initial["stamp"]
    moment[0] += waited
    return LetterForm({"text": "Xin chào.", "stamp": stamp, **given})


def test_a_letter_is_sent_with_its_answers_alone(moment, rf):
    form = letter(moment)
    assert form.sent(rf.post("/"), lambda: dict(form.answers))
    assert form.outcome == {"text": "Xin chào."}


@pytest.mark.parametrize(
    ("given", "waited", "field", "sentence"),
    [
        ({}, 1, "__all__", "Nội dung được gửi quá nhanh. Hãy xem lại nội dung đã nhập rồi gửi lại."),
        ({}, 90_000, "__all__", "Trang này đã mở quá lâu. Hãy xem lại nội dung đã nhập rồi gửi lại."),
        ({"stamp": "x"}, 60, "__all__", "Trang này đã mở quá lâu. Hãy xem lại nội dung đã nhập rồi gửi lại."),
        (
            {"website": "http://x"},
            60,
            "website",
            "Hãy xóa nội dung ô này rồi gửi lại: ô này chỉ để nhận ra máy gửi tự động.",
        ),
        ({"text": "a" * 1_000_000}, 60, "text", "“Nội dung” chỉ nhận nhiều nhất 1.000 ký tự. Hãy rút gọn."),
        ({"text": "Ch\ufffdo"}, 60, "text", "Một số chữ không đến nơi. Hãy gõ lại ở chỗ có dấu �."),
    ],
)
def test_what_falls_into_a_trap_is_told_and_nothing_typed_is_lost(moment, rf, given, waited, field, sentence):
    form = letter(moment, waited=waited, **given)
    assert not form.sent(rf.post("/"), lambda: pytest.fail("was sent"))
    assert form.errors == {field: [sentence]}
    assert form["text"].value() == given.get("text", "Xin chào.")


def test_a_page_that_was_open_too_long_is_sent_at_the_second_press(moment, rf):
    form = letter(moment, waited=90_000)
    assert not form.is_valid()
    moment[0] += 5
    again = LetterForm({"text": form["text"].value(), "stamp": form["stamp"].value()})
    assert again.sent(rf.post("/"), lambda: None)


def test_the_stamp_of_another_form_is_good_for_nothing(moment, rf):
    stamp = TimestampSigner(salt="public-form:other").sign("other")
    assert not letter(moment, stamp=stamp).is_valid()


def test_html_stays_text_and_what_nobody_sees_is_dropped(moment):
    form = letter(moment, text="<script>1</script> Tốt\u200b\x00\x07 http://a.vn")
    assert form.is_valid()
    assert form.answers == {"text": "<script>1</script> Tốt http://a.vn"}
    assert "<script>" not in str(form["text"])


def test_a_flood_from_one_address_waits_and_others_send_on(moment, rf):
    for _each in range(public_forms.MOST_OF_ONE):
        assert letter(moment).sent(rf.post("/"), lambda: None)
    stopped = letter(moment)
    assert not stopped.sent(rf.post("/"), lambda: pytest.fail("was sent"))
    [sentence] = stopped.errors["__all__"]
    assert sentence.startswith("Hiện có quá nhiều nội dung được gửi. Nội dung bạn nhập không mất")
    assert 0 < stopped.wait <= public_forms.WITHIN
    assert letter(moment).sent(rf.post("/", REMOTE_ADDR="203.0.113.9"), lambda: None)


def test_a_flood_from_many_addresses_leaves_each_one_sending_and_shuts_nobody_out(moment, rf, monkeypatch):
    monkeypatch.setattr(public_forms, "MOST_OF_ALL", 3)

    def sent(last: int) -> bool:
        return letter(moment).sent(rf.post("/", REMOTE_ADDR=f"203.0.113.{last}"), lambda: None)

    assert [sent(1), sent(1), sent(2)] == [True, True, True]
    assert [sent(2), sent(2), sent(1), sent(1)] == [True, False, True, False]
    assert sent(9)  # somebody who has nothing to do with the flood


def test_one_household_with_many_addresses_is_one(moment, rf, monkeypatch):
    monkeypatch.setattr(public_forms, "MOST_OF_ONE", 2)
    sent = [
        letter(moment).sent(rf.post("/", REMOTE_ADDR=f"2001:db8:1:{net}::{last}"), lambda: None)
        for net, last in ((1, 1), (1, 2), (1, 3), (2, 1))
    ]
    assert sent == [True, True, False, True]


def test_on_an_english_page_limits_and_waits_stand_as_english_writes_numbers(moment, rf):
    with override("en"):
        form = letter(moment, text="a" * 1001)
        assert not form.is_valid()
        assert form.errors["text"] == ["“Nội dung” takes 1,000 characters at most. Shorten it."]


def test_an_answer_that_is_not_offered_is_told_in_our_words(moment):
    class ChoosingForm(LetterForm):
        kind = forms.ChoiceField(label="Loại", choices=[("a", "A")])

    form = ChoosingForm({"text": "Xin chào.", "kind": "b", "stamp": ChoosingForm().initial["stamp"]})
    moment[0] += 10
    assert not form.is_valid()
    assert form.errors["kind"] == ["Câu trả lời này không có ở đây. Hãy chọn một trong các câu đã liệt kê."]
