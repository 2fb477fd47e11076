"""Copies of works that go before a jury: nothing in them tells whose they are, and the work itself stays."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from django.utils.translation import override
from PIL import Image

from tests.factories.photos import png_bomb
from tests.factories.works import pdf
from thidua.contests.actions.bare_file import bare_file
from thidua.contests.bare import CannotBeBared, bare_copy
from thidua.support.files.actions import store_file
from thidua.support.files.kinds import DOCX, JPEG, PDF, PNG
from thidua.support.refusals import Refused

NAME = b"Ha Thi Kin"


def docx(extra: dict[str, bytes] | None = None) -> bytes:
    """Return a Word document with its author in the properties, a comment and a change."""
    parts = {
        "[Content_Types].xml": b'<?xml version="1.0"?><Types/>',
        "docProps/core.xml": b"<core><dc:creator>Ha Thi Kin</dc:creator></core>",
        "word/document.xml": b'<w:document><w:ins w:author="Ha Thi Kin"/><w:t>Mua hoa hoi</w:t></w:document>',
        "word/comments.xml": b"<w:comments><w:comment w:author='Ha Thi Kin' w:initials='HTK'/></w:comments>",
        **(extra or {}),
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return file.getvalue()


def picture(kind: str) -> bytes:
    """Return a picture with the name of its author in the camera's notes."""
    file = BytesIO()
    notes = Image.Exif()
    notes[0x013B] = NAME.decode()
    Image.new("RGB", (8, 4), "red").save(file, kind, exif=notes)
    return file.getvalue()


def text_of(document: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(document)) as parts:
        return b"".join(parts.read(name) for name in parts.namelist())


def test_a_pdf_keeps_its_page_and_loses_its_author() -> None:
    assert NAME in pdf()
    bare = bare_copy(pdf(), PDF.content_type)
    assert (NAME in bare, b"Mua hoa hoi" in bare) == (False, True)


def test_a_word_document_keeps_its_text_and_loses_who_wrote_and_commented() -> None:
    assert text_of(docx()).count(NAME) == 3
    bare = text_of(bare_copy(docx(), DOCX.content_type))
    assert (bare.count(NAME), bare.count(b"HTK"), bare.count(b"Mua hoa hoi")) == (0, 0, 1)


def test_a_word_document_with_another_file_inside_is_not_taken() -> None:
    with pytest.raises(CannotBeBared):
        bare_copy(docx({"word/embeddings/sheet.xlsx": b"x"}), DOCX.content_type)


@pytest.mark.parametrize(("kind", "content_type"), [("JPEG", JPEG.content_type), ("PNG", PNG.content_type)])
def test_a_photograph_keeps_its_size_and_loses_the_camera_notes(kind: str, content_type: str) -> None:
    assert NAME in picture(kind)
    bare = bare_copy(picture(kind), content_type)
    with Image.open(BytesIO(bare)) as seen:
        assert (NAME in bare, seen.size, dict(seen.getexif())) == (False, (8, 4), {})


def test_a_damaged_work_is_refused_with_a_sentence_that_says_what_to_do(db) -> None:
    stored = store_file(data=b"%PDF-1.7\nbroken", name="tho.pdf", by=None)
    with pytest.raises(Refused) as refused:
        bare_file(stored)
    assert list(refused.value.faults) == ["files"]
    assert "Save it as a plain PDF" in str(refused.value) or "PDF thường" in str(refused.value)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            picture("PNG")[:-40],
            "Ảnh “anh.png” bị hỏng, không mở được. Hãy chụp hoặc lưu lại ảnh rồi gửi.",
        ),
        (png_bomb(9_000, 9_000), "Ảnh “anh.png” có hơn 50 triệu điểm ảnh. Hãy gửi bản nhỏ hơn."),
        (png_bomb(30_000, 30_000), "Ảnh “anh.png” có hơn 50 triệu điểm ảnh. Hãy gửi bản nhỏ hơn."),
    ],
)
def test_a_photograph_that_cannot_be_copied_is_told_as_a_photograph(
    db: None, data: bytes, sentence: str
) -> None:
    with override("vi"), pytest.raises(Refused) as refused:
        bare_file(store_file(data=data, name="anh.png", by=None))
    assert [str(said) for said in refused.value.faults["files"]] == [sentence]


def test_pictures_of_few_bytes_and_very_many_pixels_are_refused_before_any_is_decoded() -> None:
    file = BytesIO()
    Image.new("1", (7000, 7000)).save(file, "PNG")
    one = {"word/media/image1.png": file.getvalue()}
    assert zipfile.is_zipfile(BytesIO(bare_copy(docx(one), DOCX.content_type)))
    with pytest.raises(CannotBeBared, match="too many pixels"):
        bare_copy(
            docx({f"word/media/image{number}.png": file.getvalue() for number in range(3)}), DOCX.content_type
        )
    with pytest.raises(CannotBeBared, match="too many pictures"):
        bare_copy(docx({f"word/media/{number}.png": b"" for number in range(201)}), DOCX.content_type)
