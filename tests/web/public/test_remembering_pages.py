"""Pages that remember what they read: one question while nobody writes, the new state at once after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories.movements import running_movement, small_province
from tests.web.reading import texts
from thidua.movements.actions import review_movement
from thidua.web.shell.remembered import forget

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = timezone.localdate()


@pytest.fixture
def place(transactional_db):
    return small_province()


@pytest.fixture(autouse=True)
def _remembering(settings) -> Iterator[None]:
    settings.REMEMBERED_SECONDS = 60
    forget()
    yield
    forget()


@pytest.fixture
def movement(place):
    planned = {"starts_on": TODAY - timedelta(days=3), "planned_end": TODAY + timedelta(days=23)}
    return running_movement(place, slug="cao-diem", **planned)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/phong-trao/cao-diem",
        "/phong-trao/cao-diem/ket-qua",
        "/phong-trao/cao-diem/guong",
        "/phong-trao/cao-diem/ung-ho",
        "/phong-trao/cao-diem/khen-thuong",
        "/phong-trao/cao-diem/tin-bai",
        "/tra-cuu",
        "/tra-cuu?q=nong",
    ],
)
def test_a_page_asks_one_question_while_nobody_writes(movement, client, django_assert_num_queries, address):
    first = client.get(address)
    with django_assert_num_queries(1):
        again = client.get(address)
    assert (first.status_code, again.content) == (200, first.content)


def test_a_write_is_seen_on_the_next_page(place, movement, client):
    before = texts(client.get("/"), "li")
    review_movement(movement=movement, kind="final", held_on=TODAY, by=place.officer)
    ended = f"Đợt thi đua cao điểm 60 ngày đêm – Tỉnh Lạng Sơn, kết thúc ngày {TODAY:%d/%m/%Y}"
    assert [line for line in before if "kết thúc ngày" in line] == []
    assert [line for line in texts(client.get("/"), "li") if "kết thúc ngày" in line] == [ended]


def test_each_language_is_remembered_for_itself(movement, client):
    addresses = ["/", "/en/", "/", "/en/"]
    headings = [texts(client.get(address), "h1") for address in addresses]
    assert headings[:2] == headings[2:]
    assert headings[0] != headings[1]


def test_the_day_after_is_read_anew(movement, client, monkeypatch):
    def days() -> list[str]:
        return [text for text in texts(client.get("/"), "strong") if text.startswith("còn")]

    first = days()
    tomorrow: date = TODAY + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda *_: tomorrow)
    assert (first, days()) == (["còn 23 ngày"], ["còn 22 ngày"])
