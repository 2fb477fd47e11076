"""Programs read the same public fields as people, at a bounded pace, and learn nothing more."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.cache import cache
from django.utils import timezone

from tests.factories.decisions import office, printed
from tests.factories.register import awarded, decision
from thidua.decisions.actions import correct_certificate
from thidua.decisions.models import Certificate
from thidua.registry.actions import choose_public_fields
from thidua.support.documents.proof.codes import new_code

MERIT = "provincial_certificate_of_merit"


@pytest.fixture(autouse=True)
def nobody_has_asked_yet():
    cache.clear()
    yield
    cache.clear()


def names(answer):
    return [one["name"] for one in answer.json()["awards"]]


def test_awards_are_found_without_marks_and_told_by_their_public_columns(place, client):
    awarded(
        place.province, "Nông Thị Lan", place=place.village, post_then="Trưởng thôn", unit_then="Thôn Nà Ao 2",
        birth_year=1968, amount=1_567_000,
    )  # fmt: skip
    answer = client.get("/api/v1/awards", {"q": "nong thi lan"})
    told = answer.json()
    [award] = told["awards"]
    assert {key: told[key] for key in ("total", "total_is_exact", "not_understood", "next")} == {
        "total": 1, "total_is_exact": True, "not_understood": [], "next": None,
    }  # fmt: skip
    decided = award.pop("decision")
    assert client.get(decided).json()["number"] == "1/QĐ-UBND"
    award.pop("id")
    assert award == {
        "award_code": MERIT, "award": "Bằng khen của Chủ tịch UBND tỉnh", "recipient_kind": "individual",
        "name": "Nông Thị Lan", "post": "Trưởng thôn", "unit": "", "commune": "Xã Đề Thám", "year": 2019,
        "decision_number": "1/QĐ-UBND", "decision_date": "2019-10-28", "decided_by": "Ủy ban nhân dân tỉnh Lạng Sơn",
        "reason": "", "status": "active", "status_on": None, "status_decision": "", "provenance": "test",
        "certificate_replaced_on": None, "certificate_replaced_by": None,
    }  # fmt: skip


def test_what_is_kept_back_is_neither_told_nor_found(place, client):
    awarded(place.province, "Nông Thị Lan", place=place.de_tham, post_then="Trưởng thôn")
    address = client.get("/api/v1/awards?q=nong").json()["awards"][0]["decision"]
    choose_public_fields(award_code=MERIT, names=["commune", "year"], seen=0, by=place.officer)
    assert names(client.get("/api/v1/awards?q=nong")) == []
    found = client.get("/api/v1/awards", {"noi": "xã Đề Thám"})
    assert names(found) == [None]
    for secret in ("Nông", "Trưởng thôn", "QĐ-UBND"):
        assert secret not in found.content.decode()
    hidden = client.get(address)
    assert (hidden.status_code, hidden.json()["error"]["code"]) == (404, "not_found")


def test_pages_follow_each_other_by_their_address(place, client):
    awarded(place.province, *[f"Nông Văn {letter}" for letter in "ABCDE"])
    first = client.get("/api/v1/awards?q=nong&so_dong=2").json()
    assert (first["total"], len(first["awards"])) == (5, 2)
    second = client.get(first["next"]).json()
    third = client.get(second["next"]).json()
    assert [len(second["awards"]), len(third["awards"]), third["next"]] == [2, 1, None]
    said = {one["name"] for page in (first, second, third) for one in page["awards"]}
    assert said == {f"Nông Văn {letter}" for letter in "ABCDE"}


def test_what_was_not_understood_is_said(place, client):
    told = client.get("/api/v1/awards", {"q": "nong màu:đỏ", "phong_trao": "không có"}).json()
    assert len(told["not_understood"]) == 2
    assert (
        told["not_understood"][1] == "Không có phong trào “không có”. Hãy viết vài chữ trong tên phong trào."
    )


def test_a_decision_tells_what_it_grants_and_to_whom(place, client):
    paper = decision(place.province, 2019, "163/QĐ-UBND", reason="Thành tích phòng, chống thiên tai")
    awarded(place.province, *[f"Nông Văn {number}" for number in range(102)], paper=paper)
    told = client.get(f"/api/v1/decisions/{paper.pk}").json()
    assert (told["number"], told["date"], told["decided_by"], told["total"]) == (
        "163/QĐ-UBND", "2019-10-28", "Ủy ban nhân dân tỉnh Lạng Sơn", 102,
    )  # fmt: skip
    assert told["grants"] == [
        {
            "award_code": MERIT,
            "award": "Bằng khen của Chủ tịch UBND tỉnh",
            "reason": "Thành tích phòng, chống thiên tai",
            "recipients": 102,
        }
    ]
    rest = client.get(told["next"])
    assert names(rest) == ["Nông Văn 100", "Nông Văn 101"]
    assert rest.json()["next"] is None


def test_a_certificate_tells_its_state_and_what_took_its_place(db, client):
    of = office()
    printed(of)
    first = Certificate.objects.get()
    told = client.get(f"/api/v1/certificates/{first.code.lower()}")
    assert (told.json()["state"], told.json()["counts"], told.json()["name"]) == ("valid", True, "Lý Văn An")
    assert told.json()["is_handed_over"] is False
    assert told["Cache-Control"] == "no-store"
    new = correct_certificate(
        certificate=first, words={"recipient": "Lý Văn Ân"}, reason="Sai dấu.", decision="12/QĐ-UBND",
        on=timezone.localdate(), by=of.leader,
    )  # fmt: skip
    old = client.get(f"/api/v1/certificates/{first.code}").json()
    assert (old["state"], old["counts"], old["since"], old["corrected"], old["corrected_by"]) == (
        "corrected", False, timezone.localdate().isoformat(), ["recipient"], "12/QĐ-UBND",
    )  # fmt: skip
    assert "Sai dấu" not in str(old)
    assert client.get(old["replaced_by_url"]).json()["name"] == "Lý Văn Ân"
    assert old["replaced_by"] == new.code


def test_an_unknown_code_and_a_misread_one_are_told_apart(db, client):
    unknown = client.get(f"/api/v1/certificates/{new_code()}")
    assert (unknown.status_code, unknown.json()["error"]["code"]) == (404, "not_found")
    printed(office())
    code = next(code for code in iter(new_code, None) if "Q" in code)
    none = client.get(f"/api/v1/certificates/{code.replace('Q', '0', 1)}")
    assert none.json()["error"]["likely"] == []
    Certificate.objects.update(code=code)
    misread = client.get(f"/api/v1/certificates/{code.replace('Q', '0', 1)}")
    assert misread.status_code == 400
    assert misread.json()["error"]["likely"] == [code]
    assert misread.json()["error"]["message"].startswith("Mã kiểm tra không bao giờ có")


def test_a_program_that_asks_too_often_waits_and_codes_are_counted_with_the_page(place, client):
    for _try in range(10):
        client.get(f"/api/v1/certificates/{new_code()}")
    for address in (f"/api/v1/certificates/{new_code()}", f"/xac-minh/{new_code()}"):
        refused = client.get(address)
        assert (refused.status_code, 0 < int(refused["Retry-After"]) <= 60) == (429, True)
    for _try in range(60):
        assert client.get("/api/v1/openapi.json").status_code == 200
    refused = client.get("/api/v1/awards?q=nong")
    assert (refused.status_code, refused.json()["error"]["code"]) == (429, "too_many_requests")
    assert client.get("/api/v1/awards?q=nong", REMOTE_ADDR="203.0.113.9").status_code == 200


def test_every_origin_may_ask_and_nobody_is_known(place, client):
    answer = client.get("/api/v1/awards?q=nong", headers={"Origin": "https://example.org"})
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert (answer.cookies, answer["Cache-Control"]) == ({}, "public, max-age=60")
    assert client.post("/api/v1/awards").status_code == 405


def test_the_description_names_what_is_really_answered(place, client):
    awarded(place.province, "Nông Thị Lan", status="cancelled", status_on=date(2020, 1, 5))
    told = client.get("/api/v1/openapi.json").json()
    assert set(told["paths"]) == {"/api/v1/awards", "/api/v1/decisions/{id}", "/api/v1/certificates/{code}"}
    listed = client.get("/api/v1/awards?q=nong").json()
    described = told["paths"]["/api/v1/awards"]["get"]["responses"]["200"]["content"]["application/json"][
        "schema"
    ]
    assert set(described["properties"]) == set(listed)
    assert set(described["properties"]["awards"]["items"]["properties"]) == set(listed["awards"][0])


@pytest.mark.parametrize("count", [1, 3])
def test_the_queries_do_not_grow_with_the_rows(place, client, count, django_assert_num_queries):
    paper = decision(place.province, 2019, "163/QĐ-UBND")
    awarded(
        place.province,
        *["Nông Thị Lan", "Nông Văn An", "Nông Thị Mai"][:count],
        paper=paper,
        place=place.village,
    )
    with django_assert_num_queries(11):
        assert len(names(client.get("/api/v1/awards?q=nong"))) == count
    with django_assert_num_queries(8):
        assert len(names(client.get(f"/api/v1/decisions/{paper.pk}"))) == count
