"""What the public finds of documents and forms, and what it does not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.documents.models import Document

from tests.web.reading import texts
from thidua.portal.enums import DocumentKind
from thidua.portal.models import DocumentIndex, PublicDocument, Topic

pytestmark = pytest.mark.django_db


def document(slug: str, *, live: bool = True, **changes: Any) -> PublicDocument:
    """Return a document below the list, published unless `live` says no."""
    said: dict[str, Any] = {
        "title": "Nghị định quy định chi tiết",
        "kind": DocumentKind.DECREE,
        "number": "98/2023/NĐ-CP",
        "issued_by": "Chính phủ",
        "issued_on": date(2023, 12, 31),
        "summary": "Chi tiết thi hành Luật Thi đua, khen thưởng.",
    }
    topics = changes.pop("topics", [])
    made = PublicDocument(slug=slug, live=live, **(said | changes))
    DocumentIndex.objects.get().add_child(instance=made)
    if topics:
        made.topics = topics
        made.save()
    return made


def file_of(title: str, content: bytes = b"%PDF-1.4") -> Document:
    """Return a file of the desk."""
    made = Document.objects.create(
        title=title, file=ContentFile(content, name="mau.pdf"), file_size=len(content)
    )
    made.file.close()
    return Document.objects.get(pk=made.pk)


def titles(client: Client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200
    return [one.title for one in response.context["documents"]]


def test_documents_and_forms_have_lists_of_their_own_and_a_draft_stands_in_none(client: Client) -> None:
    document("cu", title="Văn bản cũ", issued_on=date(2019, 1, 2))
    document("moi", title="Văn bản mới", issued_on=date(2025, 6, 14))
    document("mau", title="Biểu mẫu", kind=DocumentKind.FORM)
    document("nhap", title="Bản nháp", live=False)
    assert titles(client, "/van-ban") == ["Văn bản mới", "Văn bản cũ"]
    assert titles(client, "/bieu-mau") == ["Biểu mẫu"]
    assert client.get("/van-ban/moi").status_code == 200
    assert client.get("/van-ban/nhap").status_code == 404


def test_documents_are_found_without_marks_by_kind_year_body_and_topic(client: Client) -> None:
    topic = Topic.objects.create(slug="khen-thuong", name="Khen thưởng", name_en="Commendation")
    document("a", title="Nghị định chi tiết", topics=[topic])
    document("b", title="Kế hoạch thi đua", kind=DocumentKind.PLAN, number="12/KH-UBND", issued_by="UBND tỉnh",
             issued_on=date(2025, 2, 3))  # fmt: skip
    assert titles(client, "/van-ban?q=ke+hoach") == ["Kế hoạch thi đua"]
    assert titles(client, "/van-ban?q=98/2023/nd-cp") == ["Nghị định chi tiết"]
    assert titles(client, "/van-ban?loai=plan") == ["Kế hoạch thi đua"]
    assert titles(client, "/van-ban?nam=2023") == ["Nghị định chi tiết"]
    assert titles(client, "/van-ban?co_quan=UBND+tỉnh") == ["Kế hoạch thi đua"]
    assert titles(client, "/van-ban?chu_de=khen-thuong") == ["Nghị định chi tiết"]
    assert titles(client, "/van-ban?q=khong+co+tu+nay") == []
    assert "Không có văn bản nào phù hợp" in client.get("/van-ban?q=khong+co+tu+nay").content.decode()


def test_the_page_says_that_a_successor_has_taken_the_place_and_leads_both_ways(client: Client) -> None:
    new = document("moi", number="152/2025/NĐ-CP", in_force_from=date(2025, 7, 1))
    document("cu", in_force_from=date(2024, 1, 1), in_force_to=date(2025, 6, 30), replaced_by=new)
    old = client.get("/van-ban/cu").content.decode()
    assert "Hết hiệu lực".lower() in old.lower()
    assert '<a href="/van-ban/moi">152/2025/NĐ-CP</a>' in old
    newer = client.get("/van-ban/moi").content.decode()
    assert "còn hiệu lực" in newer.lower()
    assert '<a href="/van-ban/cu">98/2023/NĐ-CP</a>' in newer


def test_a_successor_that_is_a_draft_is_not_told(client: Client) -> None:
    draft = document("moi", number="999/2030/NĐ-CP", live=False)
    document("cu", replaced_by=draft)
    page = client.get("/van-ban/cu").content.decode()
    assert "999/2030/NĐ-CP" not in page
    assert "còn hiệu lực" in page.lower()


def test_a_document_before_its_first_day_is_not_in_force_yet(client: Client) -> None:
    document("a", in_force_from=timezone.localdate() + timedelta(days=3))
    assert "chưa có hiệu lực" in client.get("/van-ban/a").content.decode().lower()


# Wagtail opens a file to hash it and leaves its closing to the interpreter.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_file_says_its_sort_and_size_and_is_saved_not_opened(client: Client) -> None:
    file = file_of("Mẫu 05", b"%PDF-1.4" + b" " * 2040)
    document("mau", kind=DocumentKind.FORM, files=[("file", file)])
    page = client.get("/van-ban/mau")
    assert "Tải về Mẫu 05" in page.content.decode()
    assert "(PDF, 2,0\xa0KB)" in page.content.decode()
    answer = client.get(file.url)
    assert b"".join(answer.streaming_content)[:8] == b"%PDF-1.4"  # type: ignore[attr-defined]
    headers = [
        answer.headers[name] for name in ("Content-Type", "X-Content-Type-Options", "Content-Security-Policy")
    ]
    assert headers == ["application/pdf", "nosniff", "default-src 'none'"]
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_file_of_a_draft_document_is_given_to_nobody(client: Client) -> None:
    file = file_of("Mẫu 05")
    made = document("mau", live=False, files=[("file", file)])
    assert client.get(file.url).status_code == 404
    made.save_revision().publish()
    answer = client.get(file.url)
    assert b"".join(answer.streaming_content) == b"%PDF-1.4"  # type: ignore[attr-defined]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_list_takes_as_many_queries_whatever_the_rows(
    client: Client, django_assert_num_queries: Any, count: int
) -> None:
    for number in range(count):
        document(f"mau-{number}", kind=DocumentKind.FORM, files=[("file", file_of(f"Mẫu {number}"))])
    client.get("/bieu-mau")
    with django_assert_num_queries(6):
        client.get("/bieu-mau")


def test_english_is_shown_where_it_was_written_and_vietnamese_marked_where_not(client: Client) -> None:
    document("a", title_en="Decree in detail", summary_en="Details.")
    document("b", title="Kế hoạch")
    assert texts(client.get("/en/van-ban/a"), "h1") == ["Decree in detail"]
    assert '<h1 lang="vi">Kế hoạch</h1>' in client.get("/en/van-ban/b").content.decode()


def test_search_engines_and_the_menu_lead_to_documents(client: Client) -> None:
    document("a")
    document("nhap", live=False)
    namespace = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = [
        one.text for one in ElementTree.fromstring(client.get("/sitemap.xml").content).iter(f"{namespace}loc")
    ]
    wanted = ["http://testserver/van-ban", "http://testserver/bieu-mau", "http://testserver/van-ban/a"]
    assert [one for one in found if one and ("van-ban" in one or "bieu-mau" in one)] == wanted
    assert 'href="/van-ban"' in client.get("/so-do-trang").content.decode()


@pytest.mark.parametrize(
    ("asked", "fold"),
    [
        ("", '<details class="filter-bar__more">'),
        ("?nam=2023", '<details class="filter-bar__more" open>'),
    ],
)
def test_all_filters_but_the_words_fold_until_one_is_in_force(client: Client, asked: str, fold: str) -> None:
    document("a")
    before, _, rest = client.get("/van-ban" + asked).content.decode().partition(fold)
    bar = before.partition('<form class="filter-bar"')[2]
    inside, _, after = rest.partition("</details>")
    assert [
        bar.count("<input "),
        inside.count("<select "),
        after.partition("</form>")[0].count("<select "),
    ] == [
        1,
        4,
        0,
    ]
