"""The lists of certificates, the golden book, and looking a code up."""

from __future__ import annotations

import pytest

from tests.factories.council import NAMES
from tests.factories.decisions import printed, ready_dossier, signed
from tests.web.reading import main_text, rows, texts
from thidua.decisions.actions import cancel_award
from thidua.decisions.enums import ReasonCode
from thidua.decisions.models import Certificate

HOME = "/lam-viec/giay-chung-nhan"


@pytest.mark.parametrize("count", [1, 3])
def test_the_lists_take_the_same_queries_whatever_their_rows(of, as_, count, django_assert_num_queries):
    row = printed(of, ready_dossier(of, NAMES[:count]))
    client = as_(of.officer)
    client.get(HOME)
    for path, queries in (
        ("", 6),
        ("/so-vang", 12),
        (f"/quyet-dinh/{row.pk}", 10),
        (f"/quyet-dinh/{row.pk}/trao", 10),
    ):
        with django_assert_num_queries(queries):
            page = client.get(f"{HOME}{path}")
        assert len(rows(page, 1 if path == f"/quyet-dinh/{row.pk}" else 0)) == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_decisions_takes_the_same_queries_whatever_its_rows(
    of, as_, count, django_assert_num_queries
):
    for number in range(count):
        signed(of, ready_dossier(of, (NAMES[number],)))
    client = as_(of.officer)
    client.get(HOME)
    with django_assert_num_queries(6):
        page = client.get(f"{HOME}/quyet-dinh")
    assert [cells[3:] for cells in rows(page)] == [["1", "1", "0"]] * count


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("vi thi binh", ["Vi Thị Bình"]),
        ("VI THỊ", ["Vi Thị Bình"]),
        ("2", ["Vi Thị Bình"]),
        ("1", ["Lý Văn An", "Vi Thị Bình"]),
        ("01/QĐ-UBND", ["Lý Văn An", "Vi Thị Bình"]),
        ("khong co", []),
    ],
)
def test_a_certificate_is_found_by_what_is_remembered(of, as_, typed, found):
    signed(of, ready_dossier(of, ("Lý Văn An", "Vi Thị Bình")))
    page = as_(of.officer).get(HOME, {"tim": typed})
    names = [cells[0] for cells in rows(page)] if found else []
    assert [name.partition(" dữ liệu")[0] for name in names] == found
    assert ("Không có kết quả" in main_text(page) or "0 kết quả" in main_text(page)) == (not found)


def test_the_list_is_filtered_by_state_and_found_by_code(of, as_):
    printed(of)
    signed(of, ready_dossier(of, ("Vi Thị Bình",)))
    client = as_(of.officer)
    code = Certificate.objects.get(printed_at=None).code
    shown = {
        asked: [cells[4] for cells in rows(client.get(HOME, query))]
        for asked, query in (
            ("in", {"trang_thai": "can-in"}),
            ("trao", {"trang_thai": "can-trao"}),
            ("ma", {"tim": code.lower().replace("-", " ")}),
        )
    }
    assert shown == {"in": [code], "trao": [Certificate.objects.exclude(code=code).get().code], "ma": [code]}
    book = client.get(HOME, {"dinh-dang": "xlsx"})
    assert book.content[:2] == b"PK"


def test_the_golden_book_keeps_what_was_cancelled_and_says_so(of, as_):
    row = printed(of, ready_dossier(of, ("Lý Văn An", "Vi Thị Bình")))
    line = row.lines.get(ordinal=1)
    cancel_award(
        line=line, reason_code=ReasonCode.FRAUD, reason="Gian dối", decision="99/QĐ-UBND",
        on=row.decided_on, by=of.chairman,
    )  # fmt: skip
    client = as_(of.officer)
    page = client.get(f"{HOME}/so-vang")
    day = row.decided_on.strftime("%d/%m/%Y")
    assert [(cells[1], cells[6]) for cells in rows(page)] == [
        ("1", f"Đã hủy bỏ ngày {day} theo 99/QĐ-UBND"),
        ("2", ""),
    ]
    assert client.get(f"{HOME}/so-vang/ban-in").content.startswith(b"%PDF")


def test_the_golden_book_of_a_foreign_unit_and_of_none_look_alike(of, as_):
    signed(of)
    client = as_(of.place.clerk)
    hidden = client.get(f"{HOME}/so-vang", {"don-vi": of.place.province.pk})
    missing = client.get(f"{HOME}/so-vang", {"don-vi": 999_999})
    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert texts(hidden, "main") == texts(missing, "main")
    assert len(rows(as_(of.officer).get(f"{HOME}/so-vang", {"don-vi": of.place.province.pk}))) == 1


def test_a_code_and_a_scanned_qr_lead_to_the_certificate(of, as_):
    signed(of)
    one = Certificate.objects.get()
    client = as_(of.officer)
    for typed in (one.code.lower().replace("-", ""), one.payload):
        assert client.post(f"{HOME}/tra-cuu", {"code": typed}).url == f"{HOME}/ma/{one.code}"
    forged = one.payload[:60] + ("A" if one.payload[60] != "A" else "B") + one.payload[61:]
    assert client.post(f"{HOME}/tra-cuu", {"code": forged}).status_code == 200


def test_a_code_that_is_not_seen_is_answered_as_one_that_does_not_exist(of, as_):
    signed(of)
    one = Certificate.objects.get()
    other = "22222-22222"
    client = as_(of.place.clerk)
    hidden, missing = (client.post(f"{HOME}/tra-cuu", {"code": code}) for code in (one.code, other))
    assert texts(hidden, "main")[0].replace(one.code, other) == texts(missing, "main")[0]
    assert as_(of.officer).post(f"{HOME}/tra-cuu", {"code": one.code}).status_code == 302


def test_the_list_shows_nobody_elses_certificates(of, as_):
    signed(of)
    client = as_(of.place.clerk)
    assert main_text(client.get(HOME)).count("Lý Văn An") == 0
    assert main_text(as_(of.officer).get(HOME)).count("Lý Văn An") == 1
