"""On English pages what stands in Vietnamese says so (WCAG 3.1.2); on Vietnamese pages nothing is said twice."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.test import Client
from django.utils.translation import override
from wagtail.documents.models import Document

from tests.factories.contests import INSIDE, open_edition
from tests.factories.gifts import received, running_drive
from tests.factories.movements import SmallProvince, running_movement
from tests.factories.portal import article
from tests.factories.register import awarded, decision
from tests.factories.role_models import published
from tests.web.reading import elements, main_text
from thidua.portal.models import DocumentIndex, PublicDocument
from thidua.web.shell import cells


def marked(client: Client, address: str) -> set[str]:
    """Return the texts of the main part that say that they are Vietnamese."""
    page = client.get(address)
    assert page.status_code == 200, address
    return {
        " ".join(one.text.split())
        for tag in ("span", "a", "h1", "h3", "article")
        for one in elements(page, tag, lang="vi")
    }


def test_text_is_escaped_and_marked_only_where_the_page_is_not_vietnamese() -> None:
    with override("en"):
        assert cells.vietnamese("Hoa & <b>") == '<span lang="vi">Hoa &amp; &lt;b&gt;</span>'
        assert [cells.vietnamese(nothing) for nothing in (None, "")] == ["", ""]
    with override("vi"):
        assert cells.vietnamese("Hoa & <b>") == "Hoa &amp; &lt;b&gt;"


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_names_and_titles_say_their_language(place: SmallProvince, client: Client, prefix: str) -> None:
    movement = running_movement(place, slug="x", short_name="Nông thôn mới")
    drive = running_drive(place, name="Làm đường cho thôn Nà Ao")
    story = published(place, title="Người mở đường")
    paper = decision(place.province, 2019, "163/QĐ-UBND", reason="Thành tích chống thiên tai")
    awarded(place.province, "Nông Thị Lan", paper=paper)
    contest = open_edition(place).edition
    expected = {
        "/": {str(movement), place.province.name, story.title},
        "/phong-trao": {"Nông thôn mới", movement.launched_by.name},
        "/phong-trao/x": {str(movement)},
        "/ung-ho": {drive.name},
        f"/ung-ho/{drive.slug}": {drive.name},
        "/guong-dien-hinh": {story.title},
        f"/guong-dien-hinh/{story.slug}": {story.title},
        f"/tra-cuu/quyet-dinh/{paper.pk}": {"Thành tích chống thiên tai"},
        f"/giai-thuong/{contest.pk}": {contest.competition.name, "Văn xuôi"},
    }
    with time_machine.travel(INSIDE, tick=False):
        told = {address: marked(client, f"{prefix}{address}") for address in expected}
    if prefix:
        assert {address: names & told[address] for address, names in expected.items()} == expected
    else:
        assert [address for address, names in expected.items() if names & told[address]] == []


def test_the_text_of_a_story_and_the_rules_of_a_contest_say_their_language(
    place: SmallProvince, client: Client
) -> None:
    story = published(place, title="Người mở đường")
    edition = open_edition(place).edition
    for address in (f"/guong-dien-hinh/{story.slug}", f"/giai-thuong/{edition.pk}"):
        with time_machine.travel(INSIDE, tick=False):
            foreign, own = (
                elements(client.get(f"{prefix}{address}"), "div", lang="vi") for prefix in ("/en", "")
            )
        assert [len(foreign), len(own)] == [1, 0], address


def test_what_found_awards_say_is_marked_as_vietnamese_and_no_more(
    place: SmallProvince, client: Client
) -> None:
    paper = decision(place.province, 2019, "163/QĐ-UBND")
    awarded(place.province, "Nông Thị Lan", paper=paper)
    cells_told = [
        one.text for one in elements(client.get(f"/en/tra-cuu/quyet-dinh/{paper.pk}"), "span", lang="vi")
    ]
    assert {"Nông Thị Lan", paper.award_form} <= set(cells_told)
    assert not {"not recorded", "in force"} & set(cells_told)
    own = elements(client.get(f"/tra-cuu/quyet-dinh/{paper.pk}"), "span", lang="vi")
    assert {"Nông Thị Lan", paper.award_form} & {one.text for one in own} == set()


def test_a_donor_who_is_not_named_is_told_in_the_language_of_the_page(
    place: SmallProvince, client: Client
) -> None:
    row = received(place, running_drive(place), consent="refused")
    page = client.get(f"/en/ung-ho/lam-duong/phieu-thu/{row.year}/{row.number}")
    assert "a donor who is not named" in main_text(page)
    assert "a donor who is not named" not in {one.text for one in elements(page, "span", lang="vi")}


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_documents_and_their_successors_say_their_language(db: None, client: Client, prefix: str) -> None:
    place = DocumentIndex.objects.get()
    said = {"kind": "decree", "issued_by": "Chính phủ", "summary": "Chi tiết thi hành Luật."}
    later = PublicDocument(title="Nghị định sau", slug="sau", **said)
    place.add_child(instance=later)
    row = PublicDocument(
        title="Nghị định trước", slug="truoc", title_en="Former decree", replaced_by=later, **said
    )
    file = Document.objects.create(title="Toàn văn", file=ContentFile(b"%PDF-1.4", name="van-ban.pdf"))
    file.file.close()
    row.files = [("file", Document.objects.get(pk=file.pk))]
    place.add_child(instance=row)
    told = marked(client, f"{prefix}/van-ban/truoc")
    expected = {"Nghị định sau", "Chính phủ", "Toàn văn"}
    assert told & expected == (expected if prefix else set())
    lead = elements(client.get(f"{prefix}/van-ban/truoc"), "p", class_="lead")[0]
    assert lead.attributes.get("lang", "") == ("vi" if prefix else "")
    assert marked(client, f"{prefix}/van-ban") & {"Chính phủ"} == ({"Chính phủ"} if prefix else set())


@pytest.mark.parametrize(("prefix", "languages"), [("", []), ("/en", ["vi"])])
def test_the_feed_says_which_articles_are_in_another_language(
    db: None, client: Client, prefix: str, languages: list[str]
) -> None:
    article("mot", title="Tổng kết")
    article("hai", title="Phát động", title_en="A start", lead_en="It began.")
    feed = ElementTree.fromstring(client.get(f"{prefix}/tin-tuc/rss.xml").content)
    found = feed.findall("channel/item/{http://purl.org/dc/elements/1.1/}language")
    assert [one.text for one in found] == languages
