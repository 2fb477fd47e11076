"""Pages that remember what they read: one question while nobody writes, the new state at once after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories import portal
from tests.factories.movements import SmallProvince, account, running_movement, small_province
from tests.factories.register import awarded
from tests.web.reading import elements, texts
from thidua.accounts.models import User
from thidua.accounts.roles import BOARD_LEADER
from thidua.movements.actions import review_movement
from thidua.portal.actions.moderate_comments import publish_comments
from thidua.portal.models import Article, DailyViews
from thidua.registry.actions import choose_public_fields
from thidua.web.shell import drawn
from thidua.web.shell.remembered import forget

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = timezone.localdate()
MERIT = "provincial_certificate_of_merit"


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


@pytest.fixture
def article(place) -> Article:
    return portal.article()


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
        "/tin-tuc",
        "/tin-tuc?q=tong&trang=2",
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


NEWS = "/tin-tuc/tong-ket"


def main_part(client: Client, address: str = NEWS) -> str:
    """Return the page between its menu and its foot, without the stamp that each reader gets anew."""
    page = client.get(address).content.decode().partition("<main")[2].partition("</main>")[0]
    before, _name, after = page.partition('name="stamp"')
    return before + after.partition(">")[2]


def at_the_desk(place: SmallProvince) -> tuple[User, Client]:
    """Return somebody who may publish, and the browser in which they sit at the desk."""
    leader = account(BOARD_LEADER.code, place.province)
    desk = Client()
    desk.force_login(leader, backend="django.contrib.auth.backends.ModelBackend")
    desk.get(reverse("wagtailadmin_home"))  # who comes to the desk gets the rights there
    return leader, desk


def publish(page: Article, place: SmallProvince) -> User:
    """Publish what was changed as the desk does; return who did."""
    leader, _desk = at_the_desk(place)
    page.save_revision(user=leader).publish(user=leader)
    return leader


def test_an_article_asks_two_questions_while_nobody_writes(article, client, django_assert_num_queries):
    first = main_part(client)
    with django_assert_num_queries(2):  # for the end of the log, and for the views
        again = main_part(client)
    assert ("5.027 tỷ đồng" in first, again == first) == (True, True)


def test_a_comment_stands_below_the_article_as_soon_as_it_is_published(article, place, client):
    waiting = portal.comment(article, "Bài viết rất hay.")
    before = main_part(client)
    publish_comments(comments=[waiting.pk], by=None)
    after = main_part(client)
    told = [("Ý kiến bạn đọc (1)" in page, "Bài viết rất hay." in page) for page in (before, after)]
    assert told == [(False, False), (True, True)]


def test_what_the_desk_publishes_is_read_at_once_in_text_head_and_title(article, place, client):
    before = client.get(NEWS).content.decode()
    article.title = "Tổng kết hai phong trào"
    article.body = [("paragraph", "<p>Thu ngân sách đạt 5.452 tỷ đồng.</p>")]
    publish(article, place)
    after = client.get(NEWS).content.decode()
    for old, new in (
        ("5.027 tỷ đồng", "5.452 tỷ đồng"),
        ("<h1>Tổng kết phong trào</h1>", "<h1>Tổng kết hai phong trào</h1>"),
        ('"headline": "Tổng kết phong trào"', '"headline": "Tổng kết hai phong trào"'),
        ("<title>Tổng kết phong trào –", "<title>Tổng kết hai phong trào –"),
    ):
        assert (old in before, new in before, old in after, new in after) == (True, False, False, True), new


def test_a_preview_shows_the_draft_and_leaves_the_published_page_as_it_is(article, place, client):
    before = main_part(client)
    article.title = "Bản nháp chưa duyệt"
    article.body = [("paragraph", "<p>Số này chưa ai duyệt: 9.999.</p>")]
    article.save_revision()
    _leader, desk = at_the_desk(place)
    preview = main_part(desk, reverse("wagtailadmin_pages:view_draft", args=[article.pk]))
    assert [
        ("Bản nháp chưa duyệt" in page, "9.999" in page, "lượt xem" in page, "Ý kiến bạn đọc" in page)
        for page in (preview, main_part(client))
    ] == [(True, True, False, False), (False, False, True, True)]
    assert main_part(client) == before


def test_an_article_that_takes_no_more_comments_shows_no_form_at_once(article, place, client):
    before = main_part(client)
    article.comments_open = False
    publish(article, place)
    assert ('action="/tin-tuc/tong-ket/y-kien"' in before, "Hãy là người đầu tiên" in main_part(client)) == (
        True,
        False,
    )


def test_views_are_counted_on_without_anything_being_read_anew(article, client):
    before = texts(client.get(NEWS), "span", data_shown=f"/luot-xem/{article.pk}")
    DailyViews.objects.create(page=article, day=TODAY, counted=12)
    after = texts(client.get(NEWS), "span", data_shown=f"/luot-xem/{article.pk}")
    assert (before, after) == (["0 lượt xem"], ["12 lượt xem"])


def test_the_stamp_of_the_form_is_that_of_the_moment(article, client, monkeypatch):
    def stamp() -> list[str]:
        return [one.attributes["value"] for one in elements(client.get(NEWS), "input", name_="stamp")]

    first, now = stamp(), signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + 10)
    later = stamp()
    assert (len(first), len(later), first == later) == (1, 1, False)


def test_an_article_is_remembered_for_each_language_and_each_site(article, client, settings):
    settings.ALLOWED_HOSTS = ["*"]

    def canonical(address: str, host: str) -> list[str]:
        page = client.get(address, headers={"host": host})
        return [one.attributes["href"] for one in elements(page, "link", rel="canonical")]

    asked = [(NEWS, "a.vn"), (f"/en{NEWS}", "a.vn"), (NEWS, "b.vn"), (NEWS, "a.vn")]
    assert [canonical(*one) for one in asked] == [
        [f"http://a.vn{NEWS}"],
        [f"http://a.vn{NEWS}"],
        [f"http://b.vn{NEWS}"],
        [f"http://a.vn{NEWS}"],
    ]
    headings = [texts(client.get(address), "h2")[-1] for address in (NEWS, f"/en{NEWS}")]
    assert headings == ["Ý kiến bạn đọc (0)", "Comments of readers (0)"]


def test_a_name_that_is_kept_back_leaves_the_page_of_its_decision_at_once(
    place, client, django_assert_num_queries
):
    [award] = awarded(place.province, "Nông Thị Lan", place=place.village)
    address = f"/tra-cuu/quyet-dinh/{award.conferral_id}"
    before = client.get(address).content.decode()
    with django_assert_num_queries(1):
        again = client.get(address).content.decode()
    choose_public_fields(award_code=MERIT, names=["decision", "year"], seen=0, by=place.officer)
    after = client.get(address).content.decode()
    assert ["Nông Thị Lan" in page for page in (before, again, after)] == [True, True, False]
    assert "tên không công khai" in after


def test_the_news_list_an_article_as_soon_as_it_is_published_and_not_after(article, place, client):
    article.title = "Tổng kết hai phong trào"
    before = texts(client.get("/tin-tuc"), "h2", class_="news-item__title")
    leader = publish(article, place)
    after = texts(client.get("/tin-tuc"), "h2", class_="news-item__title")
    article.unpublish(user=leader)
    gone = texts(client.get("/tin-tuc"), "h2", class_="news-item__title")
    assert (before, after, gone) == (["Tổng kết phong trào"], ["Tổng kết hai phong trào"], [])


@pytest.mark.parametrize("address", ["/", "/phong-trao/cao-diem", "/phong-trao/cao-diem/ket-qua", NEWS])
def test_nothing_of_who_is_signed_in_stays_on_the_page_of_others(place, movement, article, address):
    forget()
    drawn.forget()
    staff, visitor = Client(), Client()
    staff.force_login(place.officer, backend="django.contrib.auth.backends.ModelBackend")
    name = str(place.officer)
    pages = [one.get(address).content.decode() for one in (staff, visitor, staff)]
    assert [
        (name in page, "/lam-viec" in page, "csrfmiddlewaretoken" in page, "/dang-nhap" in page)
        for page in pages
    ] == [(True, True, True, False), (False, False, False, True), (True, True, True, False)]
