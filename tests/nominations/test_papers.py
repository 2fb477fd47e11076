"""Papers that are not what they say, and those that are."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter

from tests.factories import nominations as make
from thidua.nominations import actions
from thidua.nominations.actions import Paper
from thidua.support.refusals import NotAllowed, Refused


def _pdf(pages: int, password: str = "") -> bytes:
    writer = PdfFileWriter()
    for _ in range(pages):
        writer.insert_page(PageObject(contents=writer.add_object(generic.StreamObject(stream_data=b"")),
                                      media_box=(0, 0, 100, 100)))  # fmt: skip
    if password:
        writer.encrypt(owner_pass=password, user_pass=password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _docx(body: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", body)
    return out.getvalue()


def _huge_picture() -> bytes:
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 6, 0, 0, 0)
    chunk = b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


LOCKED_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("to-trinh.pdf", b"MZ\x90\0 this program cannot be run", "not the PDF that its name says"),
        ("to-trinh.pdf", make.PICTURE, "is not what its name says"),
        ("to-trinh.pdf", _pdf(1, "bí mật"), "locked with a password"),
        ("scan.pdf", _pdf(300), "it has 300 pages"),
        ("hong.pdf", b"%PDF-1.7\nhalf of it is gone", "damaged"),
        ("bom.docx", _docx(b"0" * 30_000_000), "grows far beyond its size"),
        ("khoa.docx", LOCKED_OFFICE, "locked with a password"),
        ("cu.doc", LOCKED_OFFICE[:600], "an old Word file"),
        ("anh.png", _huge_picture(), "too large to open"),
        ("IMG_1.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "Most Compatible"),
        ("IMG_2.jpg", b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "Most Compatible"),
        ("bang.xlsx", _docx(b"x").replace(b"word/document.xml", b"xl/workbook.xml\0\0"), ""),
    ],
)
def test_a_paper_that_cannot_be_read_gets_a_sentence(at, name, data, words):
    dossier = make.draft(at)

    with pytest.raises(Refused) as refused:
        actions.attach_evidence(dossier=dossier, kind="letter", data=data, name=name, by=at.clerk)

    assert list(refused.value.faults) == ["file"]
    assert words in str(refused.value)
    assert dossier.evidence.count() == 0


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", _pdf(200)),
        ("b.docx", _docx(b"<w:document/>")),
        ("c.png", make.PICTURE),
        ("d.jpg", b"\xff\xd8\xff\xe0"),
    ],
)
def test_ordinary_papers_are_kept(at, name, data):
    row = actions.attach_evidence(dossier=make.draft(at), kind="letter", data=data, name=name, by=at.clerk)

    assert row.file.original_name == name


def test_one_bad_paper_loses_nothing_of_the_rest(at):
    dossier = make.draft(at)
    papers = [Paper(make.PICTURE, "1.png"), Paper(b"MZ", "2.png"), Paper(_pdf(2), "3.pdf")]

    found = actions.attach_all(dossier=dossier, kind="picture", papers=papers, by=at.clerk)

    assert [row.file.original_name for row in found.kept] == ["1.png", "3.pdf"]
    assert len(found.refused) == 1


def test_the_same_paper_twice_is_one(at):
    dossier = make.draft(at)
    for _ in range(2):
        actions.attach_evidence(dossier=dossier, kind="letter", data=make.PICTURE, name="a.png", by=at.clerk)

    assert dossier.evidence.count() == 1


def test_a_withdrawn_paper_stays_out_of_sight_and_counts_no_more(at):
    dossier = make.complete(at)
    letter = dossier.evidence.get(kind="letter")

    actions.withdraw_evidence(evidence=letter, by=at.clerk)

    with pytest.raises(Refused) as refused:
        actions.submit_dossier(dossier=dossier, declared=True, by=at.clerk)
    assert list(refused.value.faults) == ["evidence:letter"]
    assert dossier.evidence.filter(pk=letter.pk).count() == 1


def test_a_stranger_attaches_nothing(at):
    dossier = make.draft(at)

    with pytest.raises(NotAllowed):
        actions.attach_evidence(
            dossier=dossier, kind="letter", data=make.PICTURE, name="a.png", by=at.place.other_clerk
        )

    assert dossier.evidence.count() == 0
