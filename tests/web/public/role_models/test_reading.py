"""The stories that everybody reads: only of those who agreed, with photos and their words."""

from __future__ import annotations

import gzip

import pytest

from tests.factories.movements import SmallProvince, running_movement
from tests.factories.records import role_model
from tests.factories.role_models import published, said, shown, verified, written
from tests.web.reading import elements, main_text, texts
from thidua.movements.actions.publish_story import take_story_down

LIST, STORY = "/guong-dien-hinh", "/guong-dien-hinh/nguoi-hien-dat-mo-duong"


def titles(page) -> list[str]:
    return texts(page, "h2", class_="story__title")


def test_only_public_stories_are_listed(client, place: SmallProvince):
    published(place, title="Đã đăng")
    written(place, verified(place), title="Chưa đăng")
    gone = published(place, title="Đã rút")
    said(place, gone.role_model, given=False)
    down = published(place, title="Đã gỡ")
    take_story_down(story=down, reason="Không còn đúng", by=place.officer)
    assert titles(client.get(LIST)) == ["Đã đăng"]
    assert titles(client.get("/en" + LIST)) == ["Đã đăng"]
    csv = client.get(f"{LIST}?dinh-dang=csv").content.decode("utf-8-sig")
    assert "Đã đăng" in csv
    assert "Đã rút" not in csv


def test_the_list_is_narrowed_by_what_there_is(client, place: SmallProvince):
    movement = running_movement(place)
    published(place, title="Người mở đường", at=place.de_tham)
    other = role_model(place, unit=place.village, year=2018, field="economy", movements=[movement])
    published(place, other, title="Thôn làm giàu", at=place.hung_son)
    page = client.get(LIST)
    assert texts(page, "option") == [
        *("tất cả", "Kinh tế", "Văn hóa – xã hội"),
        *("tất cả", "2019", "2018"),
        *("tất cả", "Xã Đề Thám", "Xã Hùng Sơn"),
        *("tất cả", movement.short_name),
    ]
    for query, found in (
        ("q=mo+duong", ["Người mở đường"]),
        ("linh_vuc=economy", ["Thôn làm giàu"]),
        ("nam=2019", ["Người mở đường"]),
        (f"noi={place.hung_son.pk}", ["Thôn làm giàu"]),
        (f"phong_trao={movement.pk}", ["Thôn làm giàu"]),
        ("nam=1999", ["Thôn làm giàu", "Người mở đường"]),
    ):
        assert titles(client.get(f"{LIST}?{query}")) == found
    assert "Không có kết quả khớp lọc" in main_text(client.get(f"{LIST}?q=khong-co"))


def test_a_story_shows_its_photos_with_their_words(client, place: SmallProvince):
    subject = verified(place)
    movement = running_movement(place)
    subject.movements.add(movement)
    published(
        place, subject, at=place.de_tham, photos=[shown(place.officer), shown(place.officer, "Con đường")]
    )
    page = client.get(STORY)
    assert texts(page, "h1") == ["Người hiến đất mở đường"]
    assert [one.attributes["alt"] for one in elements(page, "img") if "anh/" in one.attributes["src"]] == [
        "Bà Bình đứng bên con đường mới",
        "Con đường",
    ]
    assert texts(page, "figcaption") == ["Đường thôn Nà Ao 2"] * 2
    assert texts(page, "dd") == [
        "Lương Thị Bình",
        "Bà Bình hiến 500 m² đất để thôn làm đường.",
        "Văn hóa – xã hội",
        "2019",
        "Xã Đề Thám",
        movement.short_name,
    ]
    words = main_text(page)
    assert "Con đường cũ lầy lội." in words
    for secret in ("Vi Văn Kín", "0912", "Ủy ban nhân dân xã đã đến xem"):
        assert secret not in words


def test_without_consent_neither_page_nor_photo_is_there(client, place: SmallProvince):
    story = published(place, photos=[shown(place.officer)])
    address = f"/guong-dien-hinh/anh/{story.photos.get().pk}/small.jpg"
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert answer["Cache-Control"] == "public, max-age=300"
    assert b"".join(answer.streaming_content)[:3] == b"\xff\xd8\xff"
    take_story_down(story=story, reason="Không còn đúng", by=place.officer)
    assert client.get(address).status_code == 404
    assert client.get(STORY).status_code == 404
    assert story.photos.exists()


def test_a_photo_has_two_sizes_and_no_other(client, place: SmallProvince):
    pk = published(place, photos=[shown(place.officer)]).photos.get().pk
    answers = {
        size: client.get(f"/guong-dien-hinh/anh/{pk}/{size}.jpg") for size in ("small", "large", "huge")
    }
    assert {size: answer.status_code for size, answer in answers.items()} == {
        "small": 200,
        "large": 200,
        "huge": 404,
    }
    for answer in answers.values():
        answer.close()


@pytest.mark.parametrize("count", [1, 3])
def test_list_and_story_take_as_many_queries_whatever_the_rows(
    client, place: SmallProvince, django_assert_num_queries, count
):
    movement = running_movement(place)
    for _number in range(count):
        subject = verified(place)
        subject.movements.add(movement)
        published(place, subject, photos=[shown(place.officer) for _photo in range(count)])
    with django_assert_num_queries(6):
        assert len(titles(client.get(LIST))) == count
    with django_assert_num_queries(4):
        assert len(texts(client.get(STORY), "figure")) == count


def test_the_pages_are_small(client, place: SmallProvince):
    for number in range(24):
        published(place, title=f"Câu chuyện số {number}", photos=[shown(place.officer)])
    for address, most in ((LIST, 14), (f"{LIST}/cau-chuyen-so-1", 14), (f"{LIST}/gioi-thieu", 10)):
        assert len(gzip.compress(client.get(address).content, 6)) <= most * 1024


def test_the_sitemap_leads_to_public_stories_alone(client, place: SmallProvince):
    published(place)
    gone = published(place, title="Đã rút")
    said(place, gone.role_model, given=False)
    content = client.get("/sitemap.xml").content.decode()
    assert content.count(f"<loc>http://testserver{LIST}/") == 1
    assert f"<loc>http://testserver{STORY}</loc>" in content


def test_a_commune_that_is_its_own_place_is_named_once(client, place: SmallProvince):
    published(place, role_model(place, unit=place.de_tham), title="Xã làm đường", at=place.de_tham)
    elsewhere = role_model(place, unit=place.village)
    published(place, elsewhere, title="Thôn làm đường", at=place.hung_son)
    about = texts(client.get(LIST), "p", class_="story__about")
    assert [line for line in about if "2019" in line] == [
        f"{place.village.name} · Xã Hùng Sơn · 2019",
        "Xã Đề Thám · 2019",
    ]
