"""One certificate: what it shows, and what may be done with it."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests.factories.council import NAMES
from tests.factories.decisions import of_kind, printed, ready_dossier, signed
from tests.web.reading import elements, faults, main_text, texts
from thidua.decisions.actions import hand_over
from thidua.decisions.enums import CertificateState, EventKind
from thidua.decisions.models import Certificate, CertificateEvent
from thidua.registry.enums import AwardStatus, RecipientKind
from thidua.registry.models import Award

HOME = "/lam-viec/giay-chung-nhan"


def today() -> str:
    return timezone.localdate().strftime("%d/%m/%Y")


def address(path: str = "") -> str:
    code = Certificate.objects.order_by("pk").values_list("code", flat=True)[0]
    return f"{HOME}/ma/{code}{path}"


def links(page) -> list[str]:
    end = address()
    return [
        one.attributes["href"].removeprefix(end)
        for one in elements(page, "a")
        if one.attributes.get("href", "").startswith(f"{end}/")
    ]


def test_the_page_proves_the_qr_and_offers_what_each_may_do(of, as_):
    printed(of)
    page = as_(of.officer).get(address())
    one = Certificate.objects.get()
    assert texts(page, "code") == [one.payload]
    assert f"Chữ ký trong mã QR là thật (khóa {one.key_id})." in main_text(page)
    assert links(page) == ["/in-lai", "/cap-doi", "/cap-lai"]
    assert links(as_(of.leader).get(address())) == ["/in-lai", "/cap-doi", "/cap-lai", "/dinh-chinh", "/huy"]
    assert links(as_(of.chairman).get(address())) == ["/huy"]
    picture = as_(of.officer).get(address("/anh"))
    assert (picture["Content-Type"], picture.content[:4]) == ("image/png", b"\x89PNG")


def test_a_page_printed_again_keeps_the_reason(of, as_):
    printed(of)
    client = as_(of.officer)
    said = {"paper": "paper_a4", "mode": "overlay", "printer": ""}
    page = client.post(address("/in-lai"), said)
    assert faults(page) == ["Chọn một ý ở mục “Lý do”.", "Điền mục “Vì sao in lại trang này”."]
    file = client.post(address("/in-lai"), said | {"reason_code": "misprint", "reason": "Kẹt giấy"})
    assert file.getvalue().startswith(b"%PDF")
    one = Certificate.objects.get()
    assert (one.prints, one.mode, one.events.get().kind) == (2, "overlay", EventKind.REPRINT)
    assert texts(client.get(address()), "p", class_="timeline__title")[0] == "In lại trang"


def test_exchanging_twice_makes_one_new_certificate_which_is_handed_over_anew(of, as_):
    row = printed(of)
    hand_over(line=row.lines.get(), on=timezone.localdate(), received_by="Lý Văn An", by=of.officer)
    client = as_(of.officer)
    old = address("/cap-doi")
    said = {"reason_code": "damaged", "reason": "Bị ướt do lũ", "decision": "", "on": today()}
    first, again = client.post(old, said), client.post(old, said)
    new = Certificate.objects.get(state=CertificateState.VALID)
    assert (first.url, again.url) == (f"{HOME}/ma/{new.code}",) * 2
    assert CertificateEvent.objects.count() == 1
    page = client.get(address())
    assert texts(page, "strong", class_="tag") == ["đã thay bằng bản khác"]
    assert links(page) == []
    assert texts(client.get(f"{HOME}/ma/{new.code}"), "strong", class_="tag") == ["cần in"]
    file = client.post(f"{HOME}/ma/{new.code}/in-lai", {"paper": "paper_a4", "mode": "full", "printer": ""})
    assert file.getvalue().startswith(b"%PDF")
    client.post(f"{HOME}/quyet-dinh/{row.pk}/trao", {"lines": [row.lines.get().pk], "on": today()})
    assert texts(client.get(f"{HOME}/ma/{new.code}"), "strong", class_="tag") == ["đã trao"]


def test_a_lost_certificate_is_issued_again(of, as_):
    printed(of)
    as_(of.officer).post(address("/cap-lai"), {"reason": "Mất khi chuyển nhà", "on": today()})
    assert list(Certificate.objects.order_by("pk").values_list("state", flat=True)) == ["reissued", "valid"]


def test_words_are_corrected_by_a_paper_and_nothing_typed_is_lost(of, as_):
    printed(of)
    client = as_(of.leader)
    said = {"recipient": "Lý Văn Ân", "description": "Trưởng thôn", "achievement": "Xuất sắc",
            "reason": "Sai dấu", "decision": "", "on": today()}  # fmt: skip
    page = client.post(address("/dinh-chinh"), said)
    assert faults(page) == ["Điền mục “Văn bản đính chính quyết định”."]
    assert elements(page, "input", name="recipient")[0].attributes["value"] == "Lý Văn Ân"
    client.post(address("/dinh-chinh"), said | {"decision": "12/QĐ-UBND"})
    new = Certificate.objects.get(state=CertificateState.VALID)
    assert (new.words["recipient"], CertificateEvent.objects.get().decision) == ("Lý Văn Ân", "12/QĐ-UBND")


def test_cancelling_names_the_awards_that_rest_on_it_before_and_is_done_once(of, as_):
    first = ready_dossier(of, ("Lý Văn An",), award="grassroots_emulation_fighter")
    signed(of, first)
    later = ready_dossier(of, ())
    nominee = of_kind(later, "Lý Văn An", RecipientKind.INDIVIDUAL, "provincial_emulation_fighter")
    nominee.person = first.nominations.get().person
    nominee.save(update_fields=["person"])
    signed(of, later)
    client = as_(of.leader)
    page = client.get(address("/huy"))
    resting = [one for one in texts(page, "li") if "02/QĐ-UBND" in one]
    assert resting == [f"Chiến sĩ thi đua tỉnh Lạng Sơn – 02/QĐ-UBND, {today()}"]
    assert Award.objects.filter(status=AwardStatus.CANCELLED).count() == 0
    said = {"reason_code": "fraud", "reason": "Kê khai gian dối", "decision": "99/QĐ-UBND", "on": today()}
    assert client.post(address("/huy"), said).url == address()
    client.get(address())
    again = client.post(address("/huy"), said, follow=True)
    assert texts(again, "div", class_="notification--success") == [
        "Khen thưởng này đã bị hủy bỏ từ trước. Không có gì thay đổi."
    ]
    assert CertificateEvent.objects.filter(kind=EventKind.CANCELLATION).count() == 1
    assert (Award.objects.count(), Certificate.objects.count()) == (2, 2)
    assert links(as_(of.officer).get(address())) == ["/thu-hoi"]
    as_(of.officer).post(address("/thu-hoi"), {"on": today()})
    assert links(as_(of.officer).get(address())) == []
    assert as_(of.officer).get(address("/anh")).status_code == 404


@pytest.mark.parametrize("path", ["", "/anh", "/in-lai", "/cap-doi", "/cap-lai"])
def test_who_may_not_see_gets_the_answer_of_what_does_not_exist(of, as_, path):
    printed(of)
    client = as_(of.place.clerk)
    hidden, missing = client.get(address(path)), client.get(f"{HOME}/ma/AAAAA-AAAAA{path}")
    assert hidden.status_code == missing.status_code
    assert texts(hidden, "main") == texts(missing, "main")
    assert NAMES[0] not in main_text(hidden)
    assert as_(of.officer).get(address(path)).status_code == 200


def test_a_foreign_post_changes_nothing(of, as_):
    printed(of)
    said = {"reason_code": "fraud", "reason": "x", "decision": "1", "on": today()}
    for path in ("/huy", "/cap-doi", "/cap-lai", "/dinh-chinh", "/in-lai"):
        assert as_(of.place.clerk).post(address(path), said).status_code in (403, 404)
    assert as_(of.officer).post(address("/huy"), said).status_code == 403
    one = Certificate.objects.get()
    assert (one.state, one.prints, CertificateEvent.objects.count()) == (CertificateState.VALID, 1, 0)
