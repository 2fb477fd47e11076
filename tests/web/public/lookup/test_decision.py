"""The page of a decision: what it grants, and to whom, as far as it is public."""

from __future__ import annotations

import csv
import io

import pytest
from django.core.cache import cache
from django.utils import timezone

from tests.factories.decisions import office, printed
from tests.factories.movements import running_movement
from tests.factories.register import awarded, decision
from tests.web.reading import elements, main_text, texts
from thidua.decisions.actions import correct_certificate, exchange_certificate
from thidua.decisions.enums import ReasonCode
from thidua.decisions.models import Certificate
from thidua.registry.actions import choose_public_fields

MERIT = "provincial_certificate_of_merit"


@pytest.fixture(autouse=True)
def nobody_has_asked_yet():
    cache.clear()
    yield
    cache.clear()


def names(response):
    return [text.partition(" dữ liệu kiểm thử")[0] for text in texts(response, "th", scope="row")]


def test_one_decision_with_two_awards_is_one_page(place, client):
    first = decision(place.province, 2019, "163/QĐ-UBND", reason="Thành tích trong phòng, chống thiên tai")
    second = decision(
        place.province,
        2019,
        "163/QĐ-UBND",
        award_form="Cờ thi đua của UBND tỉnh",
        award_code="provincial_emulation_flag",
    )
    other = decision(place.province, 2020, "163/QĐ-UBND")
    awarded(place.province, "Nông Thị Lan", "Vi Văn An", paper=first, place=place.village)
    awarded(place.province, "Xã Đề Thám", paper=second, recipient_kind="collective")
    awarded(place.province, "Hà Thị Mai", paper=other, year=2020)
    running_movement(place, slug="nong-thon-moi", short_name="Nông thôn mới").conferrals.add(first)
    response = client.get(f"/tra-cuu/quyet-dinh/{first.pk}")
    assert texts(response, "h1") == ["Quyết định số 163/QĐ-UBND ngày 28/10/2019"]
    assert names(response) == ["Nông Thị Lan", "Vi Văn An", "Xã Đề Thám"]
    assert "Bằng khen của Chủ tịch UBND tỉnh: 2 trường hợp" in main_text(response)
    assert "Thành tích trong phòng, chống thiên tai" in main_text(response)
    assert len(elements(response, "a", href="/phong-trao/nong-thon-moi")) == 1
    assert client.get(f"/tra-cuu/quyet-dinh/{second.pk}").url == f"/tra-cuu/quyet-dinh/{first.pk}"
    assert names(client.get(f"/tra-cuu/quyet-dinh/{other.pk}")) == ["Hà Thị Mai"]


def test_one_decision_with_two_awards_is_one_line_among_the_newest(place, client):
    first = decision(place.province, 2019, "163/QĐ-UBND")
    decision(
        place.province,
        2019,
        "163/QĐ-UBND",
        award_form="Cờ thi đua của UBND tỉnh",
        award_code="provincial_emulation_flag",
    )
    other = decision(place.province, 2018, "15/QĐ-UBND")
    for page in ("/", "/tra-cuu"):
        links = (link.attributes["href"] for link in elements(client.get(page), "a"))
        shown = [link for link in links if "/quyet-dinh/" in link]
        assert shown == [f"/tra-cuu/quyet-dinh/{first.pk}", f"/tra-cuu/quyet-dinh/{other.pk}"]
    assert "Bằng khen của Chủ tịch UBND tỉnh; Cờ thi đua của UBND tỉnh" in main_text(client.get("/tra-cuu"))


def test_a_decision_that_is_kept_back_has_no_page(place, client):
    [award] = awarded(place.province, "Nông Thị Lan")
    address = f"/tra-cuu/quyet-dinh/{award.conferral_id}"
    assert names(client.get(address)) == ["Nông Thị Lan"]
    choose_public_fields(award_code=MERIT, names=["name", "year"], seen=0, by=place.officer)
    for asked in (address, f"{address}?dinh-dang=csv", "/tra-cuu/quyet-dinh/999999"):
        response = client.get(asked)
        assert response.status_code == 404
        assert "Nông Thị Lan" not in response.content.decode()


def test_a_name_that_is_kept_back_stands_in_no_annex(place, client):
    [award] = awarded(place.province, "Nông Thị Lan", place=place.village, unit_then="Thôn Nà Ao 2")
    choose_public_fields(award_code=MERIT, names=["decision", "year"], seen=0, by=place.officer)
    response = client.get(f"/tra-cuu/quyet-dinh/{award.conferral_id}")
    assert names(response) == ["tên không công khai"]
    for secret in ("Nông Thị Lan", "Đề Thám", "Nà Ao"):
        assert secret not in response.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_queries_do_not_grow_with_the_recipients(place, client, count, django_assert_num_queries):
    paper = decision(place.province, 2019, "163/QĐ-UBND")
    awarded(
        place.province, *["Nông Thị Lan", "Vi Văn An", "Hà Thị Mai"][:count], paper=paper, place=place.village
    )
    with django_assert_num_queries(9):
        assert len(names(client.get(f"/tra-cuu/quyet-dinh/{paper.pk}"))) == count


def test_a_long_annex_has_pages_and_one_file(place, client):
    paper = decision(place.province, 2019, "163/QĐ-UBND")
    awarded(place.province, *[f"Nông Văn {number}" for number in range(53)], paper=paper)
    address = f"/tra-cuu/quyet-dinh/{paper.pk}"
    assert len(names(client.get(address))) == 50
    assert names(client.get(f"{address}?trang=2")) == ["Nông Văn 50", "Nông Văn 51", "Nông Văn 52"]
    assert len(names(client.get(f"{address}?trang=abc"))) == 50
    content = client.get(f"{address}?dinh-dang=csv").content.decode("utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(content), delimiter=";"))) == 53


def test_a_decision_without_recipients_says_that_the_list_follows(place, client):
    paper = decision(place.province, 2019, "163/QĐ-UBND")
    assert "Chưa nhập người, tập thể nào" in main_text(client.get(f"/tra-cuu/quyet-dinh/{paper.pk}"))


def test_a_certificate_that_was_corrected_or_issued_again_is_told_beside_its_award(db, client):
    of = office()
    printed(of)
    first = Certificate.objects.get()
    address = f"/tra-cuu/quyet-dinh/{first.line.award.conferral_id}"
    assert texts(client.get(address), "td")[-1] == "Còn giá trị"
    today = timezone.localdate()
    second = exchange_certificate(
        certificate=first, reason_code=ReasonCode.DAMAGED, reason="Bị ướt do lũ.", on=today, by=of.officer
    )
    response = client.get(address)
    assert texts(response, "td")[-1].startswith(
        f"Đã cấp đổi, cấp lại Giấy chứng nhận được cấp đổi, cấp lại ngày {today:%d/%m/%Y}"
    )
    assert "Bị ướt" not in response.content.decode()
    correct_certificate(
        certificate=second, words={"recipient": "Lý Văn Ân"}, reason="Sai dấu.", decision="12/QĐ-UBND", on=today,
        by=of.leader,
    )  # fmt: skip
    assert texts(client.get(address), "td")[-1].startswith("Đã đính chính")
