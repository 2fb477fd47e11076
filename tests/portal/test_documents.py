"""A file is public while a published page leads to it, and not a day longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document as WordFile
from wagtail.documents.models import Document

from tests.factories.movements import account
from tests.factories.portal import article
from tests.factories.reports import Province2019, province_2019
from thidua.accounts.roles import BOARD_LEADER, EDITOR
from thidua.portal.actions.write_document import write_document
from thidua.portal.document_content import DocumentContent
from thidua.portal.enums import DocumentKind
from thidua.portal.models import PublicDocument
from thidua.support.refusals import NotAllowed


@pytest.fixture
def place(db: None) -> Province2019:
    return province_2019()


def file_of(title: str) -> Document:
    made = Document.objects.create(title=title, file=ContentFile(b"%PDF-1.4", name="huong-dan.pdf"))
    made.file.close()
    return Document.objects.get(pk=made.pk)


def content(response: Any) -> bytes:
    return b"".join(response.streaming_content)


# Wagtail opens a file to hash it and leaves its closing to the interpreter.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_file_of_a_draft_is_no_file_for_readers(client: Client, place: Province2019) -> None:
    file = file_of("Hướng dẫn")
    made = article("huong-dan", live=False, body=[("file", file)])
    editor = Client()
    editor.force_login(
        account(EDITOR.code, place.unit("province")), backend="django.contrib.auth.backends.ModelBackend"
    )
    assert client.get(file.url).status_code == 404
    assert content(editor.get(file.url)) == b"%PDF-1.4"
    made.save_revision().publish()
    assert content(client.get(file.url)) == b"%PDF-1.4"
    made.refresh_from_db()
    made.unpublish()
    assert client.get(file.url).status_code == 404


def word(author: str) -> bytes:
    """Return a Word file that names its author."""
    paper = WordFile()
    paper.core_properties.author = author
    kept = BytesIO()
    paper.save(kept)
    return kept.getvalue()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_file_that_hides_a_name_is_refused_until_it_may_stand(place: Province2019) -> None:
    editor = Client()
    editor.force_login(
        account(EDITOR.code, place.unit("province")), backend="django.contrib.auth.backends.ModelBackend"
    )
    address = reverse("wagtaildocs:add")
    sent = {"title": "Mẫu 05", "file": SimpleUploadedFile("mau.docx", word("Lý Thị Mai"))}
    refused = editor.post(address, sent)
    assert (
        "Tệp mang những thứ không hiện trên trang: «Lý Thị Mai», ảnh nhỏ của trang đầu."
        in refused.content.decode()
    )
    assert Document.objects.count() == 0
    sent = {
        "title": "Mẫu 05",
        "file": SimpleUploadedFile("mau.docx", word("Lý Thị Mai")),
        "names_may_stand": "on",
    }
    assert editor.post(address, sent).status_code == 302
    assert [one.title for one in Document.objects.all()] == ["Mẫu 05"]


def test_a_document_is_published_by_a_leader_only_and_in_a_sensible_order_of_days(
    place: Province2019,
) -> None:
    province = place.unit("province")
    said = DocumentContent(
        slug="a", kind=DocumentKind.PLAN, title="Kế hoạch", summary="Về thi đua.", issued_by="UBND tỉnh",
        in_force_from=date(2025, 1, 1), in_force_to=date(2024, 1, 1),
    )  # fmt: skip
    with pytest.raises(NotAllowed):
        write_document(content=said, by=account(EDITOR.code, province))
    leader = account(BOARD_LEADER.code, province)
    with pytest.raises(ValidationError):
        write_document(content=said, by=leader)
    assert PublicDocument.objects.count() == 0
    made = write_document(content=replace(said, in_force_to=None), by=leader)
    assert (made.live, made.title) == (True, "Kế hoạch")
