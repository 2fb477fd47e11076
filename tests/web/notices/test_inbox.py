"""What a person was told, on the screen: counted, listed, read, and leading to what it speaks of."""

from __future__ import annotations

import pytest

from tests.factories import nominations as make
from tests.factories.notices import mailed, told, with_address
from tests.web.reading import elements, main_text, texts
from thidua.support.notices.actions import About
from thidua.support.notices.models import Notice
from thidua.support.notices.queries import unread_count

LIST = "/lam-viec/thong-bao"


def page(row: Notice) -> str:
    return f"{LIST}/{row.pk}"


def test_the_frame_of_every_page_counts_what_was_not_read(at, as_):
    for key in "abc":
        told(at.clerk, key)
    browser = as_(at.clerk)
    assert texts(browser.get("/viec-cua-toi"), "a", class_="band__notices") == ["Thông báo : chưa đọc 3"]
    browser.get(page(Notice.objects.filter(user=at.clerk).first()))
    assert texts(browser.get("/"), "a", class_="band__notices") == ["Thông báo : chưa đọc 2"]
    assert texts(as_(at.officer).get("/viec-cua-toi"), "a", class_="band__notices") == ["Thông báo"]


def test_the_count_comes_with_the_account_and_costs_no_query(at, as_, django_assert_num_queries):
    told(at.clerk)
    browser = as_(at.clerk)
    with django_assert_num_queries(3):  # the session, the account, its roles
        browser.get("/gioi-thieu")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_however_long_it_is(at, as_, count, django_assert_num_queries):
    for number in range(count):
        told(at.clerk, str(number))
    browser = as_(at.clerk)
    with django_assert_num_queries(5):
        assert browser.get(LIST).status_code == 200


def test_the_newest_stands_first_and_only_ones_own_are_listed(at, as_):
    told(at.clerk, "a", subject="Việc thứ nhất")
    told(at.clerk, "b", subject="Việc thứ hai")
    told(at.officer, "c", subject="Việc của người khác")
    rows = texts(as_(at.clerk).get(LIST), "th", scope="row")
    assert rows == ["Việc thứ hai chưa đọc", "Việc thứ nhất chưa đọc"]


def test_an_empty_inbox_says_what_will_come(at, as_):
    response = as_(at.clerk).get(LIST)
    assert texts(response, "p", class_="empty__title") == ["Bạn chưa có thông báo nào"]
    assert elements(response, "form", action=f"{LIST}/da-doc") == []


def test_a_notice_is_read_when_opened_and_leads_each_reader_to_their_own_page(at, as_):
    dossier = make.received(at)
    for user, address in (
        (at.clerk, f"/lam-viec/de-nghi-khen-thuong/{dossier.code}"),
        (at.officer, f"/lam-viec/ho-so-khen-thuong/{dossier.code}"),
    ):
        row = Notice.objects.filter(user=user).latest("id")
        response = as_(user).get(page(row))
        lead = elements(response, "a", class_="button--primary")[0]
        assert (lead.text, lead.attributes["href"]) == (f"Mở hồ sơ {dossier.code}", address)
        assert as_(user).get(address).status_code == 200
        row.refresh_from_db()
        assert row.read_at is not None


def test_the_notice_of_another_person_is_not_found(at, as_):
    row = told(at.officer)
    assert as_(at.clerk).get(page(row)).status_code == 404
    assert unread_count(at.officer) == 1


def test_what_one_may_not_see_any_more_is_told_without_a_way_there(at, as_):
    dossier = make.draft(at)
    row = told(at.officer, about=About("dossier", dossier.code))
    response = as_(at.officer).get(page(row))
    assert "Hồ sơ đã được tiếp nhận." in main_text(response)
    assert elements(response, "a", class_="button--primary") == []


def test_the_number_of_an_e_mail_leads_to_the_same_notice(at, as_):
    row = mailed(with_address(at.clerk))
    assert texts(as_(at.clerk).get(page(row)), "h1") == ["Hồ sơ được tiếp nhận"]


def test_chosen_or_all_are_marked_as_read(at, as_):
    first, *_others = [told(at.clerk, key) for key in ("a", "b", "c")]
    foreign = told(at.officer)
    browser = as_(at.clerk)
    browser.post(f"{LIST}/da-doc", {"chon": [first.pk, foreign.pk, "x", "9" * 30]}, follow=True)
    assert (unread_count(at.clerk), unread_count(at.officer)) == (2, 1)
    response = browser.post(f"{LIST}/da-doc", {"tat-ca": "1"}, follow=True)
    assert texts(response, "div", class_="notification") == ["Đã đánh dấu đã đọc 2 thông báo."]
    assert unread_count(at.clerk) == 0
    response = browser.post(f"{LIST}/da-doc", follow=True)
    assert texts(response, "div", class_="notification") == ["Hãy chọn ít nhất một thông báo trước."]


def test_only_the_unread_are_shown_when_asked(at, as_):
    told(at.clerk, "a", subject="Mới")
    browser = as_(at.clerk)
    browser.get(page(told(at.clerk, "b", subject="Cũ")))
    assert texts(browser.get(f"{LIST}?moi=on"), "th", scope="row") == ["Mới chưa đọc"]
    assert len(texts(browser.get(LIST), "th", scope="row")) == 2
