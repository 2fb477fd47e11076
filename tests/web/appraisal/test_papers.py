"""Papers read beside the findings."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from docx import Document

from tests.factories import nominations as make
from tests.factories.movements import account
from tests.web.reading import elements, main_text, texts
from thidua.accounts.roles import BOARD_OFFICER
from thidua.nominations import actions
from thidua.nominations.enums import EvidenceKind

ALL = "/lam-viec/ho-so-khen-thuong"
PDF = "application/pdf"


def page_of(dossier, part=""):
    return f"{ALL}/{dossier.code}{part}"


def with_paper(at, data, name):
    dossier = make.complete(at)
    row = make.only(dossier)
    kind = EvidenceKind.CONFIRMATION
    actions.attach_evidence(dossier=dossier, nomination=row, kind=kind, data=data, name=name, by=at.clerk)
    dossier = actions.submit_dossier(dossier=dossier, declared=True, by=at.clerk)
    dossier = actions.receive_dossier(dossier=dossier, by=at.officer)
    return dossier, row, row.evidence.get()


def word_document():
    document = Document()
    document.add_paragraph("Xác nhận của Ủy ban nhân dân xã.")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Năm 2025", "48 hộ"
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def test_a_picture_is_shown_on_the_nominees_page_beside_the_findings(at, as_):
    dossier, row, paper = with_paper(at, make.PICTURE, "anh.png")
    page = as_(at.officer).get(page_of(dossier, f"/doi-tuong/{row.pk}?giay={paper.pk}"))
    shown = [one.attributes["src"] for one in elements(page, "img", class_="paper__picture")]
    assert shown == [page_of(dossier, f"/tai-lieu/{paper.pk}/xem")]
    assert "frame-src 'self'" in page["Content-Security-Policy"]


def test_the_viewer_may_draw_a_paper_in_our_pages_only_and_run_nothing(at, as_):
    dossier, _row, paper = with_paper(at, make.PICTURE, "anh.png")
    shown = as_(at.officer).get(page_of(dossier, f"/tai-lieu/{paper.pk}/xem"))
    policy = dict(part.strip().split(" ", 1) for part in shown["Content-Security-Policy"].split(";"))
    assert b"".join(shown.streaming_content) == make.PICTURE
    assert (shown["X-Frame-Options"], policy["frame-ancestors"]) == ("SAMEORIGIN", "'self'")
    assert (policy["default-src"], "script-src" in policy) == ("'none'", False)
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert shown["Content-Disposition"].startswith("inline")


def test_the_words_of_a_word_document_are_read_on_the_page(at, as_):
    dossier, row, paper = with_paper(at, word_document(), "xac-nhan.docx")
    client = as_(at.officer)
    page = client.get(page_of(dossier, f"/doi-tuong/{row.pk}?giay={paper.pk}"))
    [words] = texts(page, "div", class_="paper__words")
    assert words == "Xác nhận của Ủy ban nhân dân xã. Năm 2025 48 hộ"
    assert client.get(page_of(dossier, f"/tai-lieu/{paper.pk}/xem")).status_code == 404


def test_only_the_papers_part_is_sent_when_only_it_is_asked_for(at, as_):
    dossier, row, paper = with_paper(at, make.PICTURE, "anh.png")
    headers = {"HX-Request": "true", "HX-Target": "to-giay"}
    part = as_(at.officer).get(page_of(dossier, f"/doi-tuong/{row.pk}?giay={paper.pk}"), headers=headers)
    assert (len(elements(part, "img")), len(elements(part, "main"))) == (1, 0)


def test_a_paper_of_another_dossier_is_not_shown_here(at, as_):
    dossier, row, _paper = with_paper(at, make.PICTURE, "anh.png")
    other = make.received(at)
    foreign = other.evidence.first()
    page = as_(at.officer).get(page_of(dossier, f"/doi-tuong/{row.pk}?giay={foreign.pk}"))
    assert elements(page, "img", class_="paper__picture") == []
    assert as_(at.officer).get(page_of(dossier, f"/tai-lieu/{foreign.pk}/xem")).status_code == 404


def test_another_office_gets_the_same_answer_whether_or_not_the_paper_exists(at, as_):
    dossier, _row, paper = with_paper(at, make.PICTURE, "anh.png")
    client = as_(account(BOARD_OFFICER.code, at.place.de_tham, "Triệu Thị Lạ"))
    there = client.get(page_of(dossier, f"/tai-lieu/{paper.pk}/xem"))
    missing = client.get(page_of(dossier, "/tai-lieu/999999/xem"))
    assert (there.status_code, main_text(there)) == (404, main_text(missing))


def test_a_damaged_document_can_only_be_downloaded(at, as_):
    dossier, row, paper = with_paper(at, word_document(), "xac-nhan.docx")
    with paper.file.content.open("rb") as kept:
        broken = kept.read().replace(b"PK\x05\x06", b"PK\x00\x00")
    Path(paper.file.content.path).write_bytes(broken)
    page = as_(at.officer).get(page_of(dossier, f"/doi-tuong/{row.pk}?giay={paper.pk}"))
    assert "Không xem được loại tệp này tại đây." in main_text(page)
