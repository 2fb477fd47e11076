"""Nothing typed is lost: not when the session ends, not when two officers write at once, not beside bad files."""

from __future__ import annotations

import io
import json
import struct
import time
import zipfile
import zlib
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter

from tests.factories.movements import PASSWORD, account
from tests.factories.nominations import CERTIFICATE, PICTURE, draft, only, submitted
from tests.web.reading import elements, faults, main_text, rows, texts
from thidua.accounts.roles import UNIT_OFFICER
from thidua.nominations import actions
from thidua.nominations.content import NomineeLine
from thidua.nominations.enums import FaultCode
from thidua.nominations.models import Evidence
from thidua.support.audit.models import AuditEntry

ALL = "/lam-viec/de-nghi-khen-thuong"
LONG = "Năm 2025 gia đình hiến đất làm đường. " * 900
KEPT = "Phiên làm việc đã hết hạn. Nội dung vừa nhập vẫn còn ở đây nhưng chưa lưu: hãy lưu ngay."


def report_of(one):
    return f"{ALL}/{one.dossier.code}/doi-tuong/{one.pk}/bao-cao"


def signs_in(client, user, to):
    return client.post("/dang-nhap", {"username": user.username, "password": PASSWORD, "next": to})


def test_a_long_report_is_there_again_after_the_session_ended(at, client):
    one = only(draft(at))
    away = client.post(report_of(one), {"report": LONG, "seen": one.version})
    assert away["Location"] == f"/dang-nhap?next={report_of(one)}"
    back = signs_in(client, at.clerk, report_of(one))
    assert back["Location"] == report_of(one)

    page = client.get(report_of(one))
    assert " ".join(texts(page, "textarea")[0].split()) == " ".join(LONG.split())
    assert KEPT in main_text(page)
    seen = elements(page, "input", name_="seen")[0].attributes["value"]
    client.post(report_of(one), {"report": LONG, "seen": seen})
    one.refresh_from_db()
    assert one.report == LONG.strip()
    assert texts(client.get(report_of(one)), "textarea")[0] == " ".join(LONG.split())
    assert KEPT not in main_text(client.get(report_of(one)))


def test_what_was_typed_is_shown_to_nobody_who_may_not_write_there(at, client):
    one = only(draft(at))
    client.post(report_of(one), {"report": "Bí mật của Đề Thám", "seen": one.version})
    signs_in(client, at.place.other_clerk, report_of(one))
    page = client.get(report_of(one))
    assert page.status_code == 404
    assert "Bí mật" not in page.content.decode()


def with_old_token(user, address, data, origin):
    """Send a form whose safety token is no longer good, as after signing in anew in another tab."""
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return strict, strict.post(address, data, headers={"origin": origin})


def test_text_sent_with_an_old_safety_token_is_there_again(at):
    one = only(draft(at))
    data = {"report": LONG, "seen": one.version}
    client, answer = with_old_token(at.clerk, report_of(one), data, "http://testserver")
    assert (answer.status_code, answer["Location"]) == (302, report_of(one))
    page = client.get(report_of(one))
    assert texts(page, "textarea") == [" ".join(LONG.split())]
    assert KEPT in main_text(page)
    one.refresh_from_db()
    assert one.report != LONG.strip()


def test_another_site_puts_no_text_into_a_form(at):
    one = only(draft(at))
    data = {"report": "Chữ của trang khác " * 10, "seen": one.version}
    client, answer = with_old_token(at.clerk, report_of(one), data, "https://example.com")
    assert answer.status_code == 403
    assert "Chữ của trang khác" not in answer.content.decode()
    assert texts(client.get(report_of(one)), "textarea") == [one.report]


def test_a_page_that_keeps_nothing_shows_the_text_to_be_copied(at):
    row = submitted(at)
    data = {
        "reason": "Hai hộ đã chuyển đi nơi khác trong tháng trước.",
        "password": "mật khẩu dài hơn ba mươi ký tự",
    }
    _client, answer = with_old_token(at.clerk, f"{ALL}/{row.code}/rut", data, "http://testserver")
    assert answer.status_code == 403
    assert texts(answer, "div", class_="inset") == ["Hai hộ đã chuyển đi nơi khác trong tháng trước."]


def test_typed_text_lies_a_day_and_no_longer(at, client, clock):
    one = only(draft(at))
    client.post(report_of(one), {"report": "Đã gõ", "seen": one.version})
    signs_in(client, at.clerk, report_of(one))
    session = client.session
    session["typed"] = session["typed"] | {"at": time.time() - 25 * 3600}
    session.save()
    assert "Đã gõ" not in main_text(client.get(report_of(one)))


@pytest.mark.parametrize(
    ("rest", "data", "tag", "words"),
    [
        ("/moi", {"title": "Đợt cuối năm"}, "input", "Đợt cuối năm"),
        ("/{code}/thong-tin", {"title": "Tên đã sửa"}, "input", "Tên đã sửa"),
        ("/{code}/to-trinh", {"letter_number": "99/TTr", "letter_date": "12/03/2026"}, "input", "99/TTr"),
        ("/{code}/bien-ban", {"met_on": "11/03/2026"}, "input", "11/03/2026"),
        ("/{code}/doi-tuong/moi", {"recipient_name": "Lương Thị Bình"}, "input", "Lương Thị Bình"),
        (
            "/{code}/doi-tuong/danh-sach",
            {"table": "Vi Văn Xa", "award_code": CERTIFICATE},
            "textarea",
            "Vi Văn Xa",
        ),
    ],
)
def test_every_page_of_writing_keeps_what_was_typed(at, client, rest, data, tag, words):
    address = ALL + rest.format(code=draft(at).code)
    client.post(address, data)
    signs_in(client, at.clerk, address)
    page = client.get(address)
    assert KEPT in main_text(page)
    shown = (
        texts(page, tag)
        if tag == "textarea"
        else [one.attributes.get("value", "") for one in elements(page, tag)]
    )
    assert shown.count(words) == 1


def test_files_sent_after_the_session_ended_are_asked_for_again(at, client):
    address = f"{ALL}/{draft(at).code}/to-trinh"
    client.post(address, {"letter_number": "99/TTr", "papers": SimpleUploadedFile("tt.png", PICTURE)})
    signs_in(client, at.clerk, address)
    assert f"{KEPT} Hãy chọn lại các tệp." in main_text(client.get(address))


def test_two_officers_of_a_unit_see_both_texts_and_neither_is_lost(at, as_):
    one = only(draft(at))
    other = account(UNIT_OFFICER.code, at.place.de_tham, "Người thứ hai")
    as_(other).post(report_of(one), {"report": "Của người thứ hai", "seen": one.version})
    mine = as_(at.clerk).post(report_of(one), {"report": "Của tôi", "seen": one.version})
    assert faults(mine) == [
        "Trong lúc đó đã có người khác lưu mục này. Đang lưu: “Của người thứ hai”; của bạn: “Của tôi”. "
        "Lưu lần nữa nếu muốn giữ giá trị của bạn."
    ]
    assert texts(mine, "textarea") == ["Của tôi"]
    one.refresh_from_db()
    assert one.report == "Của người thứ hai"


def test_long_texts_of_two_officers_stand_one_below_the_other(at, as_):
    one = only(draft(at))
    theirs = "Phần của người thứ hai. " * 100
    as_(account(UNIT_OFFICER.code, at.place.de_tham)).post(
        report_of(one), {"report": theirs, "seen": one.version}
    )
    page = as_(at.clerk).post(report_of(one), {"report": LONG, "seen": one.version})
    assert faults(page) == [
        "Trong lúc đó đã có người khác lưu mục này. Nội dung của họ ở bên dưới. Lưu lần nữa nếu muốn giữ của bạn."
    ]
    assert texts(page, "textarea") == [" ".join(LONG.split())]
    assert texts(page, "div", class_="inset")[-1] == f"Nội dung người khác đã lưu: {theirs.strip()}"


def test_what_another_officer_saved_while_the_session_was_over_is_told_too(at, client):
    one = only(draft(at))
    client.post(report_of(one), {"report": "Của tôi", "seen": one.version})
    line = actions.edit_nomination

    line(
        nomination=one, line=replace(NomineeLine.of(one), report="Mới hơn"), version=one.version, by=at.clerk
    )
    signs_in(client, at.clerk, report_of(one))
    page = client.get(report_of(one))
    seen = elements(page, "input", name_="seen")[0].attributes["value"]
    told = faults(client.post(report_of(one), {"report": "Của tôi", "seen": seen}))
    assert [("“Mới hơn”" in one, "“Của tôi”" in one) for one in told] == [(True, True)]


def pdf(pages, password=""):
    writer = PdfFileWriter()
    for _ in range(pages):
        stream = writer.add_object(generic.StreamObject(stream_data=b""))
        writer.insert_page(PageObject(contents=stream, media_box=(0, 0, 100, 100)))
    if password:
        writer.encrypt(owner_pass=password, user_pass=password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 30_000_000)
    return out.getvalue()


def huge():
    chunk = b"IHDR" + struct.pack(">IIBBBBB", 30_000, 30_000, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


BAD = {
    "IMG_0001.HEIC": (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\0" * 64, "đây là ảnh HEIC"),
    "khoa.pdf": (pdf(1, "bí mật"), "mật khẩu"),
    "scan.pdf": (pdf(300), "300 trang"),
    "virus.pdf": (b"MZ\x90\0 this program cannot be run", "nội dung không phải PDF"),
    "bom.docx": (bomb(), "lớn bất thường"),
    "anh-lon.png": (huge(), "quá lớn"),
    "rong.png": (b"", "rỗng"),
}


def test_each_bad_paper_gets_its_sentence_and_the_good_ones_and_the_words_stay(at, as_):
    one = only(draft(at))
    address = f"{ALL}/{one.dossier.code}/doi-tuong/{one.pk}/tai-lieu"
    files = [SimpleUploadedFile(name, data) for name, (data, _words) in BAD.items()]
    good = SimpleUploadedFile("tot.png", PICTURE)
    page = as_(at.clerk).post(address, {"kind": "picture", "papers": [*files, good], "caption": "Đường thôn"})
    told = faults(page)
    assert [(name in sentence) for name, sentence in zip(BAD, told, strict=True)] == [True] * len(BAD)
    assert [
        words for (_data, words), sentence in zip(BAD.values(), told, strict=True) if words not in sentence
    ] == []
    assert [row.file.original_name for row in Evidence.objects.all()] == ["tot.png"]
    assert elements(page, "input", name_="caption")[0].attributes["value"] == "Đường thôn"


def test_a_caption_is_changed_and_the_log_tells_it(at, as_):
    one = only(draft(at))
    paper = actions.attach_evidence(
        dossier=one.dossier, kind="picture", data=PICTURE, name="a.png", by=at.clerk, nomination=one
    )
    client, address = as_(at.clerk), f"{ALL}/{one.dossier.code}/giay-to/{paper.pk}/chu-thich"
    done = client.post(address, {"caption": "Nghiệm thu đường"})
    assert done["Location"] == f"{ALL}/{one.dossier.code}/doi-tuong/{one.pk}/tai-lieu"
    paper.refresh_from_db()
    assert paper.title == "Nghiệm thu đường"
    assert rows(client.get(done["Location"]))[0][0] == "a.png Nghiệm thu đường"
    entry = AuditEntry.objects.get(action="nominations.evidence_retitled")
    assert json.loads(entry.details) == {"title": ["", "Nghiệm thu đường"]}


def test_a_caption_of_a_sent_dossier_stays(at, as_):
    row = submitted(at)
    paper = row.evidence.first()
    client = as_(at.clerk)
    client.post(f"{ALL}/{row.code}/giay-to/{paper.pk}/chu-thich", {"caption": "Khác"})
    as_(at.place.other_clerk).post(f"{ALL}/{row.code}/giay-to/{paper.pk}/chu-thich", {"caption": "Khác"})
    paper.refresh_from_db()
    assert paper.title == ""


def test_the_camera_opens_and_several_files_go_at_once(at, as_):
    one = only(draft(at))
    page = as_(at.clerk).get(f"{ALL}/{one.dossier.code}/doi-tuong/{one.pk}/tai-lieu")
    camera, files = elements(page, "input", type_="file")
    assert (camera.attributes["capture"], camera.attributes["accept"]) == (
        "environment",
        "image/jpeg,image/png",
    )
    assert "multiple" in files.attributes
    assert files.attributes["accept"] == ".pdf,.jpg,.jpeg,.png,.docx"


def test_a_fault_stands_at_its_field_and_is_ticked_there(at, as_):
    row = submitted(at)
    actions.receive_dossier(dossier=row, by=at.officer)
    one = only(row)
    found = [
        actions.FaultFound(field="met_on", code=FaultCode.MINUTES, text="Sai ngày họp."),
        actions.FaultFound(field="title", code=FaultCode.OTHER, text="Tên hồ sơ chưa rõ."),
        actions.FaultFound(field="evidence:letter", code=FaultCode.LETTER, text="Tờ trình mờ."),
        actions.FaultFound(field="report", code=FaultCode.REPORT, text="Thiếu số liệu.", nomination=one),
        actions.FaultFound(
            field="evidence:picture", code=FaultCode.EVIDENCE, text="Thiếu ảnh.", nomination=one
        ),
    ]
    actions.return_dossier(dossier=row, faults=found, by=at.officer)
    client, base = as_(at.clerk), f"{ALL}/{row.code}"
    places = {
        "Sai ngày họp.": f"{base}/bien-ban",
        "Tên hồ sơ chưa rõ.": f"{base}/thong-tin",
        "Tờ trình mờ.": f"{base}/to-trinh",
        "Thiếu số liệu.": f"{base}/doi-tuong/{one.pk}/bao-cao",
        "Thiếu ảnh.": f"{base}/doi-tuong/{one.pk}/tai-lieu",
    }
    for text, address in places.items():
        asked = [told for told in texts(client.get(address), "div", class_="inset") if "Cơ quan" in told]
        assert [text in told for told in asked] == [True]
        fault = row.faults.get(text=text)
        back = client.post(f"{base}/loi/{fault.pk}", {"ve": address})
        assert back["Location"] == address
        assert [told for told in texts(client.get(address), "div", class_="inset") if "Cơ quan" in told] == []
    assert row.faults.filter(mended_at__isnull=True).count() == 0
    assert client.post(f"{base}/loi/{fault.pk}", {"ve": "https://xau.example/"})["Location"] == base


def test_a_phones_picture_is_taken_up_to_the_limit_that_the_page_tells(at, as_):
    row = draft(at)
    address, jpeg = f"{ALL}/{row.code}/giay-to", b"\xff\xd8\xff\xe0" + bytes(12 * 1024 * 1024)
    client = as_(at.clerk)
    assert "mỗi tệp tối đa 20 MB" in main_text(client.get(address))
    sent = [SimpleUploadedFile("anh.jpg", jpeg), SimpleUploadedFile("anh-to.jpg", jpeg + jpeg)]
    answer = client.post(address, {"kind": "other", "photo": sent, "caption": "Con đường"})
    assert faults(answer) == ["Tệp “anh-to.jpg” lớn hơn 20 MB. Hãy giảm dung lượng hoặc chia nhỏ tệp."]
    assert [one.file.size for one in Evidence.objects.filter(dossier=row)] == [len(jpeg)]
