"""The first page of the public site."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.movements import draft_movement, running_movement, sent_registration
from tests.factories.nominations import desk
from tests.web.reading import elements, main_text, texts
from thidua.movements.actions import review_movement
from thidua.support.provenance import Provenance
from thidua.web.shell import front_page
from thidua.web.shell.front_page import Block, Line

TODAY = timezone.localdate()


def running(place, **changes):
    said = {"starts_on": TODAY - timedelta(days=3), "planned_end": TODAY + timedelta(days=23)} | changes
    return running_movement(place, **said)


def figures(response):
    return list(
        zip(
            texts(response, "h3", class_="figure__label"),
            texts(response, "p", class_="figure__value"),
            strict=True,
        )
    )


def test_what_runs_is_told_with_the_days_left_and_who_takes_part(place, client):
    movement = running(place, slug="dang-chay")
    sent_registration(movement, place.de_tham, place.clerk)
    response = client.get("/")
    assert texts(response, "h1") == ["Thi đua – khen thưởng tỉnh Lạng Sơn"]
    card = texts(response, "section", class_="card")[0]
    assert card.startswith("Đợt thi đua cao điểm 60 ngày đêm còn 23 ngày · Tỉnh Lạng Sơn · từ ngày")
    assert card.endswith("1/5 đơn vị đã đăng ký.")
    assert {link.attributes["href"] for link in elements(response, "a")} >= {"/phong-trao/dang-chay"}


def test_drafts_and_answers_and_what_has_not_begun_are_not_on_the_first_page(place, client):
    draft_movement(place, short_name="Còn là nháp")
    running(place, short_name="Chưa bắt đầu", starts_on=TODAY + timedelta(days=1))
    response = client.get("/")
    assert "Hôm nay không có phong trào nào đang diễn ra" in main_text(response)
    assert "Còn là nháp" not in main_text(response)
    assert "Chưa bắt đầu" not in main_text(response)


def test_the_few_figures_of_the_year_lead_to_what_they_count(place, client):
    first, second = running(place), running(place)
    sent_registration(first, place.de_tham, place.clerk)
    sent_registration(second, place.de_tham, place.clerk)
    response = client.get("/")
    assert figures(response) == [
        ("Phong trào diễn ra trong năm", "2"),
        ("Đơn vị tham gia", "1"),
        ("Phong trào đã tổng kết", "0"),
    ]
    links = [
        link.attributes["href"] for link in elements(response, "a") if "?nam=" in link.attributes["href"]
    ]
    assert links == [f"/phong-trao?nam={TODAY.year}"] * 2 + [f"/phong-trao?nam={TODAY.year}&buoc=closed"]
    for link in links:
        assert client.get(link).status_code == 200


def test_invented_registrations_mark_the_figure(place, client):
    row = sent_registration(running(place), place.de_tham, place.clerk)
    assert texts(client.get("/"), "span", class_="mark") == []
    row.provenance = Provenance.ILLUSTRATIVE
    row.save()
    assert texts(client.get("/"), "span", class_="mark") == ["dữ liệu minh họa"]


def test_what_was_summed_up_last_is_listed(place, client):
    movement = running_movement(place, slug="cao-diem")
    review_movement(movement=movement, kind="final", held_on=movement.planned_end, by=place.officer)
    items = texts(client.get("/"), "li")
    assert "Đợt thi đua cao điểm 60 ngày đêm – Tỉnh Lạng Sơn, kết thúc ngày 17/10/2019" in items


def test_the_box_on_top_asks_the_look_up(client, db):
    form = elements(client.get("/"), "form", role="search")[0]
    assert (form.attributes["action"], form.attributes["method"]) == ("/tra-cuu", "get")
    found = client.get(form.attributes["action"], {"q": "luong thi binh"})
    assert elements(found, "input", name_="q")[0].attributes["value"] == "luong thi binh"


def test_areas_tell_their_newest_each_in_its_place(place, client, monkeypatch):
    told = Block(
        "Quà tặng mới", (Line("Xây cầu <b>Nà Ao</b>", "/ung-ho/1", note="2 tỷ đồng"),), "Tất cả", "/ung-ho"
    )
    later = Block("Giải thưởng", (Line("Lần thứ V", "/giai-thuong/5"),), "Tất cả", "/giai-thuong")
    tellers = {"b": (20, lambda today: later), "a": (10, lambda today: told), "c": (5, lambda today: None)}
    monkeypatch.setattr(front_page, "_tellers", tellers)
    response = client.get("/")
    assert [text for text in texts(response, "section") if "Tất cả" in text] == [
        "Quà tặng mới Xây cầu <b>Nà Ao</b> 2 tỷ đồng Tất cả",
        "Giải thưởng Lần thứ V Tất cả",
    ]


def test_an_open_consultation_is_told_on_the_first_page(client, db):
    from tests.web.public.consultation.conftest import opened

    row = opened(desk())
    block = next(text for text in texts(client.get("/"), "section") if text.startswith("Góp ý"))
    assert block.startswith(f"Góp ý {row.dossier.title} dữ liệu kiểm thử đang mở: còn")


@pytest.mark.parametrize("count", [1, 3])
def test_the_first_page_takes_as_many_queries_whatever_the_rows(
    place, client, django_assert_num_queries, count
):
    for _number in range(count):
        sent_registration(running(place), place.de_tham, place.clerk)
        closed = running_movement(place)
        review_movement(movement=closed, kind="final", held_on=closed.planned_end, by=place.officer)
    client.get("/")
    with django_assert_num_queries(14):  # seven of its own, and what the areas tell
        client.get("/")
