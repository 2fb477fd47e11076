"""Whether a certificate is real, as anybody may ask."""

from __future__ import annotations

import gzip
import html
import json
import os
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.test import Client
from django.utils import timezone

from tests.factories.decisions import Office, office, printed
from tests.web.reading import elements, faults, main_text, texts
from thidua.decisions.actions import cancel_award, correct_certificate, exchange_certificate, hand_over
from thidua.decisions.enums import ReasonCode
from thidua.decisions.models import Certificate
from thidua.decisions.papers.certificate_words import certificate_text
from thidua.registry.actions import cancel_award as cancel_in_register
from thidua.registry.actions import choose_public_fields
from thidua.registry.models import Award
from thidua.support.documents.proof.codes import likely_codes, new_code
from thidua.support.documents.proof.keyring import public_keys, read_public_keys, signing_key
from thidua.support.documents.proof.keys import PublicKey, SigningKey, raw_public
from thidua.support.documents.proof.link import qr_text
from thidua.support.documents.proof.payload import Proof, sign, verify
from thidua.web.shell import tries

TITLE = "notification__title"
AWARD = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn"


pytestmark = pytest.mark.usefixtures("nobody_has_asked_yet")


@pytest.fixture
def of(db) -> Office:
    return office()


@pytest.fixture
def certificate(of) -> Certificate:
    printed(of)
    return Certificate.objects.get()


def day(value=None):
    return f"{value or timezone.localdate():%d/%m/%Y}"


def facts(response):
    return dict(zip(texts(response, "dt"), texts(response, "dd"), strict=True))


def asked(client, text, **more):
    return client.post("/xac-minh", {"code": text}, **more)


def foreign_key() -> SigningKey:
    private = Ed25519PrivateKey.generate()
    return SigningKey(private, PublicKey(raw_public(private), since=date(2020, 1, 1)))


def test_a_real_certificate_is_told_with_what_stands_on_the_paper_and_nothing_else(client, certificate):
    response = client.get(f"/xac-minh/{certificate.code}")
    assert texts(response, "p", class_=TITLE) == ["Giấy chứng nhận có thật"]
    assert len(elements(response, "div", class_="notification--success")) == 1
    assert facts(response) == {
        "Người, tập thể được khen": "Lý Văn An dữ liệu kiểm thử",
        "Hình thức khen thưởng": AWARD,
        "Người quyết định": "Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn",
        "Quyết định": f"Số 01/QĐ-UBND ngày {day()}",
    }
    assert texts(response, "section", class_="paper-words") == [
        f"Nội dung ghi trên giấy CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN {AWARD} Lý Văn An "
        "Trưởng thôn, Xã Đề Thám Đã có thành tích xuất sắc trong phòng, chống thiên tai "
        f"Lạng Sơn, {day()} Chủ tịch Lý Thị Chủ Số sổ vàng: 1"
    ]


def test_the_form_leads_a_code_to_its_page_however_it_was_typed(client, certificate):
    typed = certificate.code.lower().replace("-", " ")
    assert asked(client, typed).url == f"/xac-minh/{certificate.code}"
    assert client.post("/en/xac-minh", {"code": typed}).url == f"/en/xac-minh/{certificate.code}"
    assert texts(client.get(f"/xac-minh/{typed}"), "p", class_=TITLE) == ["Giấy chứng nhận có thật"]


def test_the_form_needs_neither_a_cookie_nor_a_token(certificate):
    strict = Client(enforce_csrf_checks=True)
    assert strict.get("/xac-minh").cookies == {}
    assert asked(strict, certificate.code).status_code == 302


def test_an_exchanged_certificate_leads_to_the_one_that_counts(of, client, certificate):
    new = exchange_certificate(
        certificate=certificate, reason_code=ReasonCode.DAMAGED, reason="Bị ướt do lũ.",
        on=timezone.localdate(), by=of.officer,
    )  # fmt: skip
    response = client.get(f"/xac-minh/{certificate.code}")
    assert texts(response, "div", class_="notification--warning") == [
        "Đã cấp đổi, cấp lại: có giấy chứng nhận khác thay thế "
        f"Giấy này không còn giá trị từ ngày {day()}. Mã còn giá trị: {new.code}"
    ]
    assert [link.text for link in elements(response, "a", href=f"/xac-minh/{new.code}")] == [new.code]
    assert "Bị ướt do lũ" not in response.content.decode()
    assert facts(response)["Lý do thay thế"] == "Bị hư hỏng"
    assert texts(client.get(f"/xac-minh/{new.code}"), "p", class_=TITLE) == ["Giấy chứng nhận có thật"]


def test_a_corrected_certificate_leads_to_the_one_that_counts(of, client, certificate):
    new = correct_certificate(
        certificate=certificate, words={"recipient": "Lý Văn Ân"}, reason="Sai dấu.", decision="12/QĐ-UBND",
        on=timezone.localdate(), by=of.leader,
    )  # fmt: skip
    response = client.get(f"/xac-minh/{certificate.code}")
    assert texts(response, "p", class_=TITLE) == ["Đã đính chính: có giấy chứng nhận khác thay thế"]
    assert len(elements(response, "a", href=f"/xac-minh/{new.code}")) == 1
    told = facts(response)
    assert (told["Nội dung đính chính"], told["Văn bản đính chính"], "Sai dấu" in main_text(response)) == (
        "tên", "12/QĐ-UBND", False,
    )  # fmt: skip
    renewed = facts(client.get(f"/xac-minh/{new.code}"))
    assert renewed["Người, tập thể được khen"] == "Lý Văn Ân dữ liệu kiểm thử"


def test_a_cancelled_award_says_by_which_decision_from_when_and_on_which_ground(of, client, certificate):
    cancel_award(
        line=certificate.line, reason_code=ReasonCode.FRAUD, reason="Ông A tố cáo, đã xác minh.",
        decision="99/QĐ-UBND", on=timezone.localdate(), by=of.chairman,
    )  # fmt: skip
    response = client.get(f"/xac-minh/{certificate.code}")
    assert texts(response, "p", class_=TITLE) == ["Đã thu hồi theo QĐ 99/QĐ-UBND"]
    assert f"không còn giá trị từ ngày {day()}" in main_text(response)
    told = facts(response)
    assert told["Quyết định hủy"] == f"Số 99/QĐ-UBND, có hiệu lực từ ngày {day()}"
    assert told["Lý do"] == (
        "Gian dối trong việc kê khai thành tích (khoản 2 Điều 93 Luật Thi đua, khen thưởng)"
    )
    assert (
        "tố cáo" not in response.content.decode()
    )  # what was written beside the ground is not for the public
    english = client.get(f"/en/xac-minh/{certificate.code}")
    assert texts(english, "p", class_=TITLE) == ["Revoked by Decision 99/QĐ-UBND"]
    assert facts(english)["Ground"] == (
        "Fraud in declaring the achievement (Law on Emulation and Commendation, article 93 clause 2)"
    )


def test_what_the_register_alone_cancelled_is_told_as_well(of, client, certificate):
    cancel_in_register(
        award=Award.objects.get(), on=timezone.localdate(), reason="Gian dối.", decision="98/QĐ-UBND",
        by=of.chairman,
    )  # fmt: skip
    response = client.get(f"/xac-minh/{certificate.code}")
    assert texts(response, "p", class_=TITLE) == ["Đã thu hồi theo QĐ 98/QĐ-UBND"]


def test_an_unknown_code_names_three_likely_slips_and_claims_nothing(client, certificate):
    response = client.get(f"/xac-minh/{new_code()}")
    assert response.status_code == 404
    assert texts(response, "p", class_="empty__title") == ["Không thấy mã này"]
    assert texts(response, "p", class_=TITLE) == []
    box = response.content.decode().partition('class="empty"')[2].partition("</ul>")[0]
    assert box.count("<li>") == 3


def test_a_known_and_an_unknown_code_ask_the_database_the_same(
    client, certificate, django_assert_num_queries
):
    for code in (certificate.code, new_code()):
        with django_assert_num_queries(2):
            client.get(f"/xac-minh/{code}")


def test_a_slip_is_told_beside_the_field_and_keeps_what_was_typed(client, certificate):
    last = "2" if certificate.code[-1] != "2" else "3"
    slip = certificate.code[:-1] + last
    sentence = "Mã có một chữ hoặc số sai: hãy đối chiếu với giấy, bằng."
    for response in (asked(client, slip), client.get(f"/xac-minh/{slip}")):
        assert faults(response) == [sentence]
        assert [field.attributes["value"] for field in elements(response, "input", name="code")] == [slip]
        assert texts(response, "p", class_=TITLE) == []


def test_an_empty_form_says_what_to_fill_in(client, db):
    assert faults(asked(client, "")) == ["Điền mục “Mã trên giấy chứng nhận, hoặc nội dung mã QR”."]


def test_the_text_of_the_qr_is_checked_by_its_signature(client, certificate):
    response = asked(client, certificate.payload)
    assert texts(response, "p", class_=TITLE) == ["Giấy chứng nhận có thật"]
    assert facts(response)["Chữ ký trong mã QR"] == "đúng: cơ quan đã ký chính nội dung này"


@pytest.mark.parametrize(
    ("place", "read"), [("Q", "O"), ("D", "0"), ("7", "1"), ("J", "I"), ("8", "B"), ("5", "S"), ("2", "Z")]
)
def test_a_sign_that_looks_like_another_is_understood(client, certificate, place, read):
    code = next(code for code in iter(new_code, None) if place in code[:5])
    Certificate.objects.update(code=code)
    typed = code.replace(place, read, 1)
    for response in (asked(client, typed), client.get(f"/xac-minh/{typed}")):
        assert len(faults(response)) == 1
        offered = [link.text for link in elements(response, "a", href=f"/xac-minh/{code}")]
        assert offered == [code]
        assert texts(response, "p", class_=TITLE) == []


def test_letters_of_another_alphabet_and_exchanged_neighbours_are_understood(db):
    code = next(code for code in iter(new_code, None) if "A" in code and code[1] != code[2])
    swapped = code[0] + code[2] + code[1] + code[3:]
    assert code in likely_codes(swapped)
    cyrillic = code.replace("A", "\u0410")
    assert likely_codes(cyrillic)[:1] == (code,)
    assert likely_codes("0O1I0O1I0O") == ()
    assert likely_codes("163/QĐ-UBND") == ()


def test_what_an_award_keeps_back_is_not_told_by_its_certificate_either(of, client, certificate):
    told = client.get(f"/xac-minh/{certificate.code}").content.decode()
    assert "Trưởng thôn" in told
    assert "thành tích xuất sắc" in told
    choose_public_fields(
        award_code=certificate.line.award_code, names=["name", "year", "decision"], seen=0, by=of.officer
    )
    response = client.get(f"/xac-minh/{certificate.code}")
    for secret in ("Trưởng thôn", "Đề Thám", "thành tích xuất sắc"):
        assert secret not in texts(response, "section", class_="paper-words")[0]
    assert "Trên giấy ghi nhiều hơn một chút" in main_text(response)


def test_a_right_signature_does_not_hide_a_cancelled_award(of, client, certificate):
    cancel_award(
        line=certificate.line, reason_code=ReasonCode.FRAUD, reason="Kê khai gian dối.",
        decision="99/QĐ-UBND", on=timezone.localdate(), by=of.chairman,
    )  # fmt: skip
    response = asked(client, certificate.payload)
    assert texts(response, "p", class_=TITLE) == ["Đã thu hồi theo QĐ 99/QĐ-UBND"]


def test_a_forged_qr_with_a_real_code_is_not_proved(client, certificate):
    real = verify(certificate.payload, public_keys())
    forged = sign(
        Proof(real.code, "Kẻ Giả Mạo", real.award, real.decision_number, real.decided_on), foreign_key()
    )
    response = asked(client, forged)
    assert len(faults(response)) == 1
    assert texts(response, "p", class_=TITLE) == []
    assert "Kẻ Giả Mạo" not in main_text(response)


def test_a_right_signature_under_other_words_is_not_said_to_stand_under_those_of_the_register(
    client, certificate
):
    """Whoever has the key, or has an old one, may sign a name of theirs for a code that there is."""
    real = verify(certificate.payload, public_keys())
    other = sign(
        Proof(real.code, "Kẻ Giả Mạo", real.award, real.decision_number, real.decided_on), signing_key()
    )
    told, of_real = facts(asked(client, other)), facts(asked(client, certificate.payload))
    assert told["Người, tập thể được khen"] == "Lý Văn An dữ liệu kiểm thử"
    assert len(told) == len(of_real) - 1  # all but the line on the signature
    assert {**of_real, **told} == of_real


def test_a_right_signature_without_a_row_in_the_register_is_no_green_answer(client, db):
    proof = Proof(new_code(), "Lý Văn An", AWARD, "01/QĐ-UBND", timezone.localdate())
    response = asked(client, sign(proof, signing_key()))
    assert texts(response, "p", class_=TITLE) == ["Chữ ký đúng, nhưng trong sổ không có mã này"]
    assert len(elements(response, "div", class_="notification--success")) == 0


def test_after_ten_tries_in_a_minute_an_address_waits_and_others_do_not(client, certificate, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(tries.time, "time", lambda: now[0])
    for _try in range(10):
        assert client.get(f"/xac-minh/{certificate.code}").status_code == 200
        now[0] += 1
    for response in (client.get(f"/xac-minh/{certificate.code}"), asked(client, certificate.payload)):
        assert (response.status_code, response["Retry-After"]) == (429, "50")
        assert texts(response, "div", class_="notification--warning") == [
            "Xin chờ một lát Từ địa chỉ mạng của bạn đã có 10 lần kiểm tra trong một phút. "
            "Hãy chờ 50 giây rồi kiểm tra lại."
        ]
        assert "Lý Văn An" not in response.content.decode()
        assert elements(response, "input", name="code")[0].attributes["value"] != ""
    assert client.get(f"/xac-minh/{certificate.code}", REMOTE_ADDR="203.0.113.9").status_code == 200
    now[0] += 50
    assert client.get(f"/xac-minh/{certificate.code}").status_code == 200


def test_behind_a_web_server_the_address_that_it_added_is_counted(client, certificate, settings):
    def status(forwarded):
        return client.get(f"/xac-minh/{certificate.code}", HTTP_X_FORWARDED_FOR=forwarded).status_code

    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert [status(f"198.51.100.{number}, 203.0.113.7") for number in range(11)] == [200] * 10 + [429]
    assert status("203.0.113.7, 203.0.113.8") == 200
    assert [status(f"2001:db8:1:1::{number}") for number in range(11)] == [200] * 10 + [429]
    assert status("2001:db8:1:2::1") == 200


def test_tries_are_counted_for_all_processes_of_the_machine(rf, settings):
    request = rf.get("/xac-minh", REMOTE_ADDR="203.0.113.77")
    child = os.fork()
    if not child:
        counted = [tries.seconds_to_wait(request) for _try in range(10)]
        os._exit(0 if counted == [0] * 10 else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert tries.seconds_to_wait(request) > 0


def test_a_scanned_qr_opens_the_page_of_its_code_and_proves_itself_too(client, certificate, settings):
    assert qr_text(certificate.code, certificate.payload) == certificate.payload
    settings.SITE_URL = "https://thidua.langson.gov.vn"
    scanned = qr_text(certificate.code, certificate.payload)
    address, _mark, kept_on_the_phone = scanned.partition("#")
    assert kept_on_the_phone == certificate.payload
    page = client.get(address.removeprefix(settings.SITE_URL))
    assert texts(page, "p", class_=TITLE) == ["Giấy chứng nhận có thật"]
    assert verify(scanned, public_keys()).code == certificate.code
    assert facts(asked(client, scanned))["Chữ ký trong mã QR"] == "đúng: cơ quan đã ký chính nội dung này"
    assert certificate_text(certificate).proof == scanned


def test_the_page_shows_the_commands_of_the_guide(client, db):
    guide = (Path(__file__).parents[3] / "docs" / "certificates.md").read_text(encoding="utf-8")
    commands = guide.partition("```bash\n")[2].partition("```")[0]
    shown = html.unescape(client.get("/xac-minh").content.decode())
    assert shown.count(commands) == 1


def test_the_pages_stay_out_of_search_engines_and_caches(client, certificate):
    for response in (
        client.get("/xac-minh"),
        client.get(f"/xac-minh/{certificate.code}"),
        asked(client, certificate.payload),
    ):
        assert response["X-Robots-Tag"] == "noindex"
        assert [tag.attributes["content"] for tag in elements(response, "meta", name_="robots")] == [
            "noindex"
        ]
        assert "no-store" in response["Cache-Control"]


def test_the_downloaded_keys_prove_a_certificate_without_this_site(client, certificate):
    as_json = client.get("/xac-minh/khoa-cong-khai.json")
    assert json.loads(as_json.content)["format"] == "THIDUA1"
    keys = read_public_keys(as_json.content.decode())
    assert verify(certificate.payload, keys).name == "Lý Văn An"
    as_pem = client.get("/xac-minh/khoa-cong-khai.pem").content.decode()
    assert as_pem.count("BEGIN PUBLIC KEY") == len(keys)
    assert [key.pem() in as_pem for key in keys] == [True] * len(keys)
    assert "PRIVATE" not in as_json.content.decode() + as_pem


def test_the_first_page_and_every_footer_lead_here(client, db):
    assert texts(client.get("/"), "a", href="/xac-minh") == [
        "Kiểm tra giấy chứng nhận theo mã",
        "Kiểm tra giấy chứng nhận",
    ]
    assert texts(client.get("/gioi-thieu"), "a", href="/xac-minh") == ["Kiểm tra giấy chứng nhận"]


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_pages_fit_their_budget(client, certificate, language):
    for address in ("/xac-minh", f"/xac-minh/{certificate.code}", f"/xac-minh/{new_code()}"):
        page = client.get(f"{language}{address}")
        assert len(gzip.compress(page.content, 6)) <= 14 * 1024


def test_a_paper_that_nobody_has_received_yet_says_so(of, client, certificate):
    said = "Chưa ghi nhận việc trao giấy này: giấy có thể vẫn còn ở cơ quan."
    address = f"/xac-minh/{certificate.code}"
    assert said in main_text(client.get(address))
    hand_over(
        line=certificate.line,
        on=timezone.localdate(),
        received_by="Lý Văn An",
        by=of.officer,
        place="Xã Đề Thám",
    )
    assert said not in main_text(client.get(address))
