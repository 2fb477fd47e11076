"""A file is public while a published page leads to it, and not a day longer."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents.models import Document

from tests.factories.movements import account
from tests.factories.portal import article
from tests.factories.reports import Province2019, province_2019
from thidua.accounts.roles import EDITOR


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
