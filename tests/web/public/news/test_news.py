"""What readers, feed readers and search engines find of the news."""

from __future__ import annotations

import json
from datetime import date
from xml.etree import ElementTree

import pytest
from django.test import Client

from tests.factories import portal
from thidua.portal.models import Article, Correction, Topic

pytestmark = pytest.mark.django_db


def topic(slug: str = "tong-ket", name: str = "Tổng kết") -> Topic:
    return Topic.objects.create(slug=slug, name=name, name_en="Summing up")


def article(slug: str, **changes: object) -> Article:
    topics = changes.pop("topics", None)
    made = portal.article(slug, **changes)
    if topics:
        made.topics.set(topics)
        made.save()
    return made


def titles(client: Client, address: str) -> list[str]:
    """Return the titles on a page of the list."""
    response = client.get(address)
    assert response.status_code == 200
    return [one.title for one in response.context["articles"]]


def test_the_newest_stands_first_and_a_draft_nowhere(client: Client) -> None:
    article("cu", title="Bài cũ", published_on=date(2019, 1, 5))
    article("moi", title="Bài mới", published_on=date(2019, 10, 31))
    article("nhap", title="Bài nháp", live=False)
    assert titles(client, "/tin-tuc") == ["Bài mới", "Bài cũ"]
    assert client.get("/tin-tuc/nhap").status_code == 404


def test_articles_are_found_by_topic_year_and_words_without_marks(client: Client) -> None:
    about = topic()
    article("a", title="Tổng kết đợt thi đua", published_on=date(2019, 10, 31), topics=[about])
    article("b", title="Phát động thi đua", published_on=date(2020, 1, 2))
    assert titles(client, "/tin-tuc?chu_de=tong-ket") == ["Tổng kết đợt thi đua"]
    assert titles(client, "/tin-tuc?nam=2020") == ["Phát động thi đua"]
    assert titles(client, "/tin-tuc?q=phat+dong") == ["Phát động thi đua"]
    assert titles(client, "/tin-tuc?q=phat+dong&nam=2019") == []
    assert "Không có bài viết nào phù hợp" in client.get("/tin-tuc?q=khong+co+tu+nay").content.decode()


def test_an_empty_list_says_what_will_stand_there(client: Client) -> None:
    assert "Chưa có bài viết nào" in client.get("/tin-tuc").content.decode()


def test_twenty_stand_on_a_page(client: Client) -> None:
    for number in range(21):
        article(f"bai-{number}", title=f"Bài {number}", published_on=date(2019, 1, 1 + number))
    assert titles(client, "/tin-tuc")[0] == "Bài 20"
    assert titles(client, "/tin-tuc?trang=2") == ["Bài 0"]
    assert titles(client, "/tin-tuc?trang=99") == ["Bài 0"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_whatever_the_rows(client, django_assert_num_queries, count) -> None:
    for number in range(count):
        article(f"bai-{number}", title=f"Bài {number}")
    client.get("/tin-tuc")
    with django_assert_num_queries(4):
        client.get("/tin-tuc")


def test_the_feed_tells_the_newest_and_a_topic_has_its_own(client: Client) -> None:
    article("a", title="Tổng kết & biểu dương", topics=[topic()])
    article("b", title="Phát động")
    items = ElementTree.fromstring(client.get("/tin-tuc/rss.xml").content).findall("channel/item")
    assert sorted(item.findtext("title") or "" for item in items) == ["Phát động", "Tổng kết & biểu dương"]
    response = client.get("/tin-tuc/rss.xml?chu_de=tong-ket")
    assert response.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    items = ElementTree.fromstring(response.content).findall("channel/item")
    assert [item.findtext("link") for item in items] == ["http://testserver/tin-tuc/a"]
    assert client.get("/tin-tuc/rss.xml?chu_de=khong-co").status_code == 404


def test_an_article_tells_machines_what_it_is(client: Client) -> None:
    made = article("a", title="Kết thúc </script> đợt", published_on=date(2019, 10, 31))
    Correction.objects.create(article=made, corrected_on=date(2019, 11, 5), note="5.027, không phải 5.072.")
    html = client.get("/tin-tuc/a").content.decode()
    block = html.split('<script type="application/ld+json">')[1].split("</script>")[0]
    told = json.loads(block)
    assert (told["@type"], told["headline"], told["datePublished"]) == (
        "NewsArticle", "Kết thúc </script> đợt", "2019-10-31",
    )  # fmt: skip
    assert told["correction"] == ["2019-11-05: 5.027, không phải 5.072."]
    assert '<link rel="canonical" href="http://testserver/tin-tuc/a">' in html
    assert '<link rel="alternate" hreflang="en" href="http://testserver/en/tin-tuc/a">' in html
    assert '<meta property="og:title" content="Kết thúc &lt;/script&gt; đợt">' in html


def test_a_correction_stands_on_the_article_with_its_day(client: Client) -> None:
    made = article("a")
    Correction.objects.create(article=made, corrected_on=date(2019, 11, 5), note="5.027, không phải 5.072.")
    html = client.get("/tin-tuc/a").content.decode()
    assert "Đính chính ngày 05/11/2019" in html
    assert '<span lang="vi">5.027, không phải 5.072.</span>' in html


def test_english_is_shown_where_it_was_written_and_vietnamese_marked_where_not(client: Client) -> None:
    article("a", title="Tổng kết", title_en="Summing up", lead_en="Both drives.", body_en="<p>Done.</p>")
    article("b", title="Phát động")
    english = client.get("/en/tin-tuc/a").content.decode()
    assert '<article class="article" lang="en">' in english
    assert "<h1>Summing up</h1>" in english
    vietnamese = client.get("/en/tin-tuc/b").content.decode()
    assert '<article class="article" lang="vi">' in vietnamese
    assert "This article is written in Vietnamese only." in vietnamese
    assert '<article class="article" lang="vi">' in client.get("/tin-tuc/a").content.decode()


def test_search_engines_get_every_public_page_and_are_kept_from_the_workspace(client: Client) -> None:
    article("a")
    article("nhap", live=False)
    response = client.get("/sitemap.xml")
    namespace = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = [one.text for one in ElementTree.fromstring(response.content).iter(f"{namespace}loc")]
    assert {"http://testserver/tin-tuc/a", "http://testserver/", "http://testserver/phong-trao"} <= set(found)
    areas = ("tra-cuu", "guong-dien-hinh", "lay-y-kien", "giai-thuong", "ung-ho")
    assert {f"http://testserver/{area}" for area in areas} <= set(found)
    assert [one for one in found if one and ("nhap" in one or "lam-viec" in one)] == []
    robots = client.get("/robots.txt").content.decode()
    assert "Disallow: /lam-viec/" in robots
    assert "Sitemap: http://testserver/sitemap.xml" in robots
