"""The receipt: code, time, nominees, papers with their fingerprints, who holds the dossier and until when."""

from __future__ import annotations

import hashlib
import io

import pytest
from django.utils import translation
from pyhanko.pdf_utils.reader import PdfFileReader

from tests.factories.nominations import CERTIFICATE, PICTURE, complete, nominee, received, submitted
from tests.web.reading import main_text, rows
from thidua.nominations import actions
from thidua.web.workspace.nominations.receipt import receipt_of, receipt_pdf

ALL = "/lam-viec/de-nghi-khen-thuong"
PRINT = hashlib.sha256(PICTURE).hexdigest()


def test_the_receipt_names_who_what_and_every_paper_with_its_fingerprint(at):
    row = submitted(at, nominee("Lương Thị Bình"))
    told = receipt_of(row)
    facts = dict(told.facts)
    assert facts["Nộp lúc"] == "09:00 16/03/2026"
    assert facts["Đang ở"] == "Tỉnh Lạng Sơn"
    assert facts["Người cam đoan"] == "Lương Văn Đề"
    assert told.nominees == (
        ("Lương Thị Bình", "Trưởng thôn, Thôn Nà Ao 2, xã Đề Thám", "Bằng khen của Bộ, ban, ngành, tỉnh"),
    )
    assert told.papers == (("Tờ trình", "letter.png", PRINT), ("Biên bản họp xét", "minutes.png", PRINT))


def test_after_reception_it_tells_the_number_and_the_last_day(at):
    row = received(at)
    facts = dict(receipt_of(row).facts)
    assert facts["Số tiếp nhận"] == "Số 1, tiếp nhận ngày 16/03/2026"
    assert facts["Đến"] == row.due_on.strftime("%d/%m/%Y")


def test_the_receipt_is_a_pdf_in_both_languages(at, as_):
    row = submitted(at, *[nominee() for _ in range(40)])
    answer = as_(at.clerk).get(f"{ALL}/{row.code}/bien-nhan.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="bien-nhan-{row.code}.pdf"'
    reader = PdfFileReader(io.BytesIO(answer.content))
    assert int(reader.root["/Pages"]["/Count"]) == 3
    assert str(reader.root["/Lang"]) == "vi"
    with translation.override("en"):
        english = receipt_pdf(row)
    assert str(PdfFileReader(io.BytesIO(english)).root["/Lang"]) == "en"


def test_a_letter_that_the_typeface_lacks_does_not_cost_the_receipt(at):
    row = submitted(at, nominee("Lương 😀 Bình"))
    assert receipt_pdf(row).startswith(b"%PDF-")


def test_a_draft_has_no_receipt_and_a_stranger_none_at_all(at, as_):
    row = complete(at)
    assert as_(at.clerk).get(f"{ALL}/{row.code}/bien-nhan.pdf")["Location"] == f"{ALL}/{row.code}"
    actions.submit_dossier(dossier=row, declared=True, by=at.clerk)
    assert as_(at.clerk).get(f"{ALL}/{row.code}/bien-nhan.pdf").status_code == 200
    stranger = as_(at.place.other_clerk)
    assert stranger.get(f"{ALL}/{row.code}/bien-nhan.pdf").status_code == 404


def test_the_page_lists_nominees_and_papers(at, as_):
    row = submitted(at, nominee("Lương Thị Bình", award_code=CERTIFICATE))
    page = as_(at.clerk).get(f"{ALL}/{row.code}/bien-nhan")
    assert [line[0] for line in rows(page)] == ["Lương Thị Bình"]
    assert [line[1] for line in rows(page, 1)] == ["letter.png", "minutes.png"]
    assert "Tải biên nhận (PDF)" in main_text(page)


@pytest.mark.parametrize("count", [1, 3])
def test_the_receipt_asks_a_fixed_number_of_questions(at, as_, count, django_assert_num_queries):
    row = submitted(at, *[nominee() for _ in range(count)])
    client = as_(at.clerk)
    client.get(f"{ALL}/{row.code}/bien-nhan")
    with django_assert_num_queries(RECEIPT_QUERIES):
        client.get(f"{ALL}/{row.code}/bien-nhan")


RECEIPT_QUERIES = 12
