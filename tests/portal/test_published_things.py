"""Who writes adds pictures, files and topics; what readers see already is changed by who publishes."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document

from tests.factories.movements import SmallProvince, account, small_province
from tests.factories.portal import article
from thidua.accounts.roles import BOARD_LEADER, EDITOR
from thidua.portal.models import Topic

REFUSAL = "Trang đã xuất bản đang dùng mục này, nên chỉ lãnh đạo Ban được sửa hoặc xóa."
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


def desk_of(place: SmallProvince, role: str) -> Client:
    """Return a browser in which somebody with this role is signed in."""
    client = Client()
    client.force_login(account(role, place.province), backend="django.contrib.auth.backends.ModelBackend")
    return client


def file_of(title: str) -> Document:
    made = Document.objects.create(title=title, file=ContentFile(b"%PDF-1.4", name="a.pdf"))
    made.file.close()
    return Document.objects.get(pk=made.pk)


def rename(client: Client, file: Document) -> int:
    """Press «save» with another title; return the status of the answer."""
    sent = {"title": "Tên khác", "collection": file.collection_id, "tags": ""}
    return client.post(reverse("wagtaildocs:edit", args=[file.pk]), sent).status_code


def test_a_file_of_a_published_page_is_changed_by_a_leader_and_not_by_a_writer(place: SmallProvince) -> None:
    shown, free = file_of("Hướng dẫn"), file_of("Chưa dùng")
    article("a", body=[("file", shown)]).save_revision().publish()
    editor = desk_of(place, EDITOR.code)
    assert [rename(editor, shown), rename(editor, free)] == [403, 302]
    refused = editor.post(reverse("wagtaildocs:delete", args=[shown.pk]))
    assert (refused.status_code, REFUSAL in refused.content.decode()) == (403, True)
    shown.refresh_from_db()
    assert shown.title == "Hướng dẫn"
    assert rename(desk_of(place, BOARD_LEADER.code), shown) == 302


def test_a_topic_that_readers_see_is_not_renamed_or_deleted_by_a_writer_alone_or_in_bulk(
    place: SmallProvince,
) -> None:
    topic = Topic.objects.create(slug="a", name="Khen thưởng", name_en="Commendation")
    made = article("a")
    made.topics.set([topic])
    made.save()
    editor = desk_of(place, EDITOR.code)
    said = {"name": "Khác", "name_en": "Other", "slug": "a", "order": "1"}
    assert editor.post(reverse("wagtailsnippets_portal_topic:edit", args=[topic.pk]), said).status_code == 403
    bulk = reverse("wagtail_bulk_action", args=["portal", "topic", "delete"])
    assert [editor.post(f"{bulk}?id={one}").status_code for one in (topic.pk, "all")] == [403, 403]
    assert [one.name for one in Topic.objects.all()] == ["Khen thưởng"]
    new = {"name": "Mới", "name_en": "New", "slug": "moi", "order": "2"}
    assert editor.post(reverse("wagtailsnippets_portal_topic:add"), new).status_code == 302
    assert sorted(one.name for one in Topic.objects.all()) == ["Khen thưởng", "Mới"]
