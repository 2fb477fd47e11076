"""A file is read for the names it carries besides its pages."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document
from openpyxl import Workbook
from openpyxl.comments import Comment
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter

from thidua.contests.bare import bare_copy
from thidua.support.files.hidden_names import hidden_names
from thidua.support.files.kinds import DOCX

NAME = generic.pdf_name


def word(*, author: str = "Lý Thị Mai", changed_by: str = "Hoàng Văn Nam") -> bytes:
    """Return a document as Word saves it: with the names of accounts, and a picture of its first page."""
    paper = Document()
    paper.add_paragraph("Biểu mẫu")
    paper.core_properties.author = author
    paper.core_properties.last_modified_by = changed_by
    kept = BytesIO()
    paper.save(kept)
    return kept.getvalue()


def with_part(data: bytes, name: str, text: str) -> bytes:
    """Return the container with one part more, or another in its place."""
    kept = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(kept, "w") as copy:
        for part in source.infolist():
            if part.filename != name:
                copy.writestr(part, source.read(part))
        copy.writestr(name, text)
    return kept.getvalue()


def pdf(**info: str) -> bytes:
    """Return a page with a note by somebody, and properties."""
    writer = PdfFileWriter()
    writer._info = writer.add_object(
        generic.DictionaryObject(
            {NAME(f"/{key}"): generic.TextStringObject(said) for key, said in info.items()}
        )
    )
    note = generic.DictionaryObject(
        {
            NAME("/Type"): NAME("/Annot"),
            NAME("/Subtype"): NAME("/Text"),
            NAME("/T"): generic.TextStringObject("Nông Thị Ba"),
        }
    )
    box = generic.ArrayObject([generic.NumberObject(number) for number in (0, 0, 200, 200)])
    contents = writer.add_object(generic.StreamObject(stream_data=b""))
    page = PageObject(contents=contents, media_box=box)
    page[NAME("/Annots")] = generic.ArrayObject([writer.add_object(note)])
    writer.insert_page(page)
    kept = BytesIO()
    writer.write(kept)
    return kept.getvalue()


def test_word_tells_who_wrote_it_who_changed_it_and_that_a_picture_lies_beside() -> None:
    assert hidden_names(word(), "mau.docx") == ["Lý Thị Mai", "Hoàng Văn Nam", "thumbnail"]


def test_the_folder_of_an_account_in_a_relation_is_a_name() -> None:
    relation = (
        '<Relationships><Relationship Id="rId1" Type="attachedTemplate" '
        'Target="file:///C:/Users/nguyen.van.a/Templates/mau.dotm" TargetMode="External"/></Relationships>'
    )
    data = with_part(word(author="", changed_by=""), "word/_rels/settings.xml.rels", relation)
    assert hidden_names(data, "mau.docx") == ["nguyen.van.a", "thumbnail"]


def test_who_changed_a_line_or_noted_something_is_a_name() -> None:
    data = with_part(
        word(author="", changed_by=""), "word/comments.xml", '<w:comment w:author="Vi Thị C&amp;D"/>'
    )
    assert hidden_names(data, "mau.docx") == ["Vi Thị C&D", "thumbnail"]


def test_the_bare_copy_of_a_document_hides_nothing_any_more() -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="rId1" Type="attachedTemplate" Target="file:///C:/Users/nguyen.van.a/mau.dotm" '
        'TargetMode="External"/></Relationships>'
    )
    data = with_part(word(), "word/_rels/settings.xml.rels", relation)
    assert hidden_names(data, "mau.docx") == ["Lý Thị Mai", "Hoàng Văn Nam", "nguyen.van.a", "thumbnail"]
    copy = bare_copy(data, DOCX.content_type)
    assert hidden_names(copy, "mau.docx") == []
    assert [one.text for one in Document(BytesIO(copy)).paragraphs] == ["Biểu mẫu"]


def test_a_workbook_tells_its_author_and_who_noted_something() -> None:
    book = Workbook()
    book.properties.creator = "Lý Thị Mai"
    book.active["A1"].comment = Comment("xem lại", "Hoàng Văn Nam")
    kept = BytesIO()
    book.save(kept)
    assert sorted(hidden_names(kept.getvalue(), "bang.xlsx")) == ["Hoàng Văn Nam", "Lý Thị Mai"]


def test_a_pdf_tells_its_author_and_who_wrote_a_note() -> None:
    assert hidden_names(pdf(Author="Lý Thị Mai"), "van-ban.pdf") == ["Lý Thị Mai", "Nông Thị Ba"]


def test_an_archive_tells_what_its_files_hide() -> None:
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("mau.docx", word(changed_by=""))
    assert hidden_names(kept.getvalue(), "bo-mau.zip") == ["Lý Thị Mai", "thumbnail"]


@pytest.mark.parametrize("author", ["", "Administrator", "python-docx", "Windows User"])
def test_what_a_program_writes_of_itself_is_no_name(author: str) -> None:
    bare = bare_copy(word(), DOCX.content_type)
    told = f"<cp:coreProperties><dc:creator>{author}</dc:creator></cp:coreProperties>"
    assert hidden_names(with_part(bare, "docProps/core.xml", told), "mau.docx") == []


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"PK\x03\x04", b""])
def test_a_damaged_file_tells_nothing_and_fails_nowhere(data: bytes) -> None:
    assert hidden_names(data, "mau.docx") == []
