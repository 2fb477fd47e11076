"""A file is told by its bytes; damaged ones are none of ours, and never an error."""

import struct
import zipfile
from io import BytesIO

import pytest

from thidua.support.files.kinds import DOCX, PDF, XLSX, recognise


def package(*names):
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as new:
        for name in names:
            new.writestr(name, "content")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (package("word/document.xml"), DOCX),
        (package("xl/workbook.xml"), XLSX),
        (b"%PDF-1.7", PDF),
        (package("xl/workbook.xml", "xl/vbaProject.bin"), None),
        (package("word/document.xml", "word/VBAPROJECT.BIN"), None),
        (b"<script>alert(1)</script>", None),
    ],
)
def test_a_file_is_told_by_its_bytes(data, kind):
    assert recognise(data) is kind


def test_a_package_that_asks_for_a_version_to_come_is_none_of_ours():
    data = package("word/document.xml")
    entry = data.index(b"PK\x01\x02")
    needed = entry + 6
    assert recognise(data[:needed] + struct.pack("<H", 187) + data[needed + 2 :]) is None
