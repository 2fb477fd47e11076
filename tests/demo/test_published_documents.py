"""The documents of the demonstration are those of the law book, its forms say that they are illustrative."""

from __future__ import annotations

import pytest

from tests.factories.movements import account, small_province
from thidua.accounts.roles import BOARD_LEADER
from thidua.demo.editorial.documents import publish_documents
from thidua.demo.editorial.pages import publish_pages
from thidua.portal.enums import DocumentKind
from thidua.portal.models import InformationPage, PublicDocument
from thidua.portal.queries.documents import files_of
from thidua.support.files.hidden_names import hidden_names
from thidua.support.provenance import Provenance


# Wagtail opens a file to hash it and leaves its closing to the interpreter.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_decrees_know_their_successors_and_forms_hide_no_names(db: None) -> None:
    publish_documents(account(BOARD_LEADER.code, small_province().province))
    decrees = PublicDocument.objects.live().filter(kind=DocumentKind.DECREE).order_by("issued_on")
    chain = [(one.number, one.replaced_by.number if one.replaced_by else "") for one in decrees]
    assert chain == [
        ("65/2014/NĐ-CP", "91/2017/NĐ-CP"),
        ("91/2017/NĐ-CP", "98/2023/NĐ-CP"),
        ("98/2023/NĐ-CP", "152/2025/NĐ-CP"),
        ("152/2025/NĐ-CP", ""),
    ]
    forms = list(PublicDocument.objects.live().filter(kind=DocumentKind.FORM))
    assert {one.provenance for one in forms} == {Provenance.ILLUSTRATIVE}
    files = [file for some in files_of(forms).values() for file in some]
    assert len(files) == 3
    for file in files:
        with file.file.open("rb") as content:
            assert hidden_names(content.read(), file.filename) == []


def test_the_pages_at_the_foot_are_written_in_both_languages_and_say_that_they_are_illustrative(
    db: None,
) -> None:
    publish_pages(account(BOARD_LEADER.code, small_province().province))
    pages = list(InformationPage.objects.live().filter(show_in_menus=True).order_by("path"))
    assert [(one.title, one.title_en) for one in pages] == [
        ("Ban Thi đua – Khen thưởng", "The Board for Emulation and Commendation"),
        ("Liên hệ", "Contact"),
    ]
    assert ["Trang minh họa." in str(one.body) for one in pages] == [True, True]
    assert ["Illustrative page." in one.body_en for one in pages] == [True, True]
