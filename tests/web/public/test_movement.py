"""The public page of a movement."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from tests.factories import role_models
from tests.factories.movements import answer, draft_movement, running_movement, sent_registration
from tests.factories.portal import article
from tests.factories.records import (
    conferral,
    drive,
    edition,
    event,
    gift,
    household,
    milestone,
    person,
    role_model,
)
from tests.factories.targets import indicator, observed, plan, ratio
from tests.web.reading import elements, main_text, rows, texts
from thidua.core.periods import Period
from thidua.movements.actions import attach_launch_document, review_movement
from thidua.movements.enums import Consent
from thidua.orgs.actions import add_position
from thidua.registry.models import Award
from thidua.support.provenance import Provenance

PAGE = "/phong-trao/cao-diem-2019"
RESULTS, EXAMPLES, GIFTS, AWARDS, ARTICLES = (
    f"{PAGE}/{part}" for part in ("ket-qua", "guong", "ung-ho", "khen-thuong", "tin-bai")
)


def closed(place, movement):
    review_movement(movement=movement, kind="final", held_on=date(2019, 10, 31), by=place.officer)
    movement.refresh_from_db()
    return movement


def facts(response):
    return dict(zip(texts(response, "dt"), texts(response, "dd"), strict=False))


def items_after(response, heading):
    main = response.content.decode().partition("</main>")[0]
    part = main.partition(f">{heading}</h2>")[2].partition("<h2")[0]
    return texts(type("Part", (), {"content": part.encode()}), "li")


def test_the_page_tells_theme_time_and_anniversaries(place, movement, client):
    closed(place, movement)
    response = client.get(PAGE)
    assert texts(response, "h1") == ["Đợt thi đua cao điểm 60 ngày đêm"]
    told = facts(response)
    assert told["Thời gian"] == "Từ cuối năm 2018 đến ngày 31/10/2019"
    assert told["Số ngày trong khẩu hiệu"] == "60"
    assert told["Chào mừng"] == ("110 năm ngày sinh đồng chí Hoàng Văn Thụ; 188 năm ngày thành lập tỉnh")
    assert told["Lĩnh vực"] == "Kinh tế, văn hóa – xã hội"


def test_a_draft_does_not_exist_for_the_public(place, client):
    draft_movement(place, slug="nhap")
    client.force_login(place.officer, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/lam-viec/phong-trao/nhap").status_code == 200
    assert client.get("/phong-trao/nhap").status_code == 404
    client.logout()
    assert client.get("/phong-trao/nhap").status_code == 404


def test_participation_is_a_figure_with_its_basis(place, movement, client):
    sent_registration(movement, place.de_tham, place.clerk, groups=(movement.content_groups.first(),))
    response = client.get(PAGE)
    assert texts(response, "p", class_="figure__value") == ["1/5 đơn vị", "0"]
    assert texts(response, "p", class_="figure__basis") == ["1 / 5 = 20,0%"]
    assert rows(response, 0)[-1] == ["Cấp xã", "2", "1", "50,0%"]
    assert rows(response, 1)[:2] == [["1. chưa đặt tên", "1", "0"], ["2. chưa đặt tên", "0", "0"]]


def test_nobody_learns_what_a_unit_has_written(place, movement, client):
    sent_registration(movement, place.de_tham, place.clerk, content="Nội dung riêng của xã")
    assert "Nội dung riêng của xã" not in client.get(PAGE).content.decode()


@pytest.fixture
def results(place, movement):
    """Budget revenue with a test plan and base, a rate without either, and an indicator without any figure."""
    revenue = indicator(place, movements=(movement,), order=1)
    plan(place, revenue, place.province, 5452, provenance=Provenance.TEST)
    observed(place, revenue, place.province, 5027)
    before = Period.of_first_months(2018, 9)
    observed(place, revenue, place.province, 3688, period=before, provenance=Provenance.TEST)
    rate = ratio(place, movements=(movement,), order=2)
    observed(place, rate, place.province, None, numerator=12422, denominator=12537)
    indicator(place, code="chua-co", name="Chỉ tiêu chưa có số", movements=(movement,), order=3)
    return closed(place, movement)


def test_results_stand_beside_plan_and_same_period(results, client):
    response = client.get(RESULTS)
    found = rows(response, 0)
    assert found[0][:5] == [
        "Tổng thu ngân sách trên địa bàn dữ liệu kiểm thử",
        "5.027 tỷ đồng",
        "5.452 tỷ đồng",
        "3.688 tỷ đồng",
        "đạt 92,2% so với kế hoạch; bằng 136,3% so với cùng kỳ",
    ]
    assert found[1][1] == "99,08%"
    assert found[2][:5] == ["Chỉ tiêu chưa có số", *["chưa có số"] * 4]


def test_only_what_can_be_compared_is_drawn_and_the_drawing_says_the_same(results, client):
    drawings = elements(client.get(RESULTS), "svg", role="img")
    said = [drawing.attributes["aria-label"].replace("\u00a0", " ") for drawing in drawings]
    assert said == [
        "Tổng thu ngân sách trên địa bàn: 5.027 tỷ đồng, đạt 92,2% so với kế hoạch, bằng 136,3% so với cùng kỳ"
    ]


def test_the_csv_holds_the_results_with_basis_and_origin(results, client):
    response = client.get(f"{PAGE}?dinh-dang=csv")
    lines = [line.split(";") for line in response.content.decode("utf-8-sig").splitlines()]
    assert len(lines) == 4
    assert [cell.strip('"') for cell in lines[1]] == [
        *("Tổng thu ngân sách trên địa bàn", "tỷ đồng", "5027", "5452", "92,2", "3688", "136,3"),
        *("9 tháng đầu năm 2019", "30/09/2019", "Sở Tài chính", "dữ liệu kiểm thử"),
    ]
    assert response["Content-Disposition"] == 'attachment; filename="ket-qua-cao-diem-2019.csv"'


def test_figures_after_the_end_of_the_movement_are_not_its_results(place, results, client):
    revenue = results.indicators.get(code="thu-ngan-sach")
    observed(place, revenue, place.province, 6000, period=Period.of_year(2019))
    assert rows(client.get(RESULTS), 0)[0][1] == "5.027 tỷ đồng"


def test_who_agreed_is_named_with_the_address_of_the_day_and_the_others_are_counted(place, movement, client):
    binh = person(place, honorific="ba")
    add_position(person=binh, unit=place.village, title="Bí thư Chi bộ", by=place.officer)
    add_position(person=binh, unit=place.village, title="Trưởng thôn", by=place.officer)
    role_model(place, movements=[movement], person=binh, consent=Consent.GIVEN)
    role_model(place, movements=[movement], person=person(place, "Vi Thị Kín"), consent=Consent.UNKNOWN)
    role_model(place, movements=[movement], person=person(place, "Hà Văn Từ Chối"), consent=Consent.REFUSED)
    role_model(place, movements=[movement], household=household(place), consent=Consent.GIVEN)
    response = client.get(EXAMPLES)
    assert items_after(response, "Gương điển hình") == [
        "bà Lương Thị Bình, Bí thư Chi bộ, Trưởng thôn, thôn Nà Ao 2, xã Đề Thám, huyện Tràng Định, "
        "tỉnh Lạng Sơn: Hiến đất xây dựng nông thôn mới",
        "gia đình ông Vi Thanh Liêm, thôn Nà Ao 2, xã Đề Thám, huyện Tràng Định, tỉnh Lạng Sơn: "
        "Hiến đất xây dựng nông thôn mới",
    ]
    assert "Còn 2 tấm gương không nêu tên ở đây" in main_text(response)
    for secret in ("Vi Thị Kín", "Hà Văn Từ Chối"):
        assert secret not in response.content.decode()


def test_the_stories_of_the_movement_lead_to_their_pages_and_those_of_others_do_not(place, movement, client):
    told = role_models.published(place, title="Con đường của bà Bình")
    assert texts(client.get(EXAMPLES), "h3") == []
    told.role_model.movements.add(movement)
    titles = [a for a in elements(client.get(EXAMPLES), "a") if "/guong-dien-hinh/" in a.attributes["href"]]
    assert [link.text for link in titles] == ["Con đường của bà Bình"]


def test_whoever_has_a_story_is_not_named_a_second_time(place, movement, client):
    role_model(place, movements=[movement], person=person(place, "Hà Thị Lư"), consent=Consent.GIVEN)
    told = role_models.published(place, title="Con đường của bà Bình").role_model
    told.movements.add(movement)
    response = client.get(EXAMPLES)
    assert [line.partition(":")[0] for line in items_after(response, "Gương điển hình")] == ["Hà Thị Lư"]
    assert "không nêu tên" not in main_text(response)


def test_awards_are_counted_by_kind_and_nobody_is_named(place, movement, client):
    conferral(place, movements=[movement], presented_by="Phạm Ngọc Thưởng, Chủ tịch UBND tỉnh")
    edition(place, movements=[movement])
    response = client.get(AWARDS)
    found = rows(response, -1)
    assert found[0][0] == "Bằng khen của Chủ tịch UBND tỉnh"
    assert found[0][2:] == ["chưa rõ số", "31/10/2019 Phạm Ngọc Thưởng, Chủ tịch UBND tỉnh"]
    assert [part.split()[0] for part in found[0][1].split(", ")] == ["01", "02", "01"]
    assert found[1][0] == "Giải thưởng Hoàng Văn Thụ về văn học nghệ thuật lần thứ V"
    assert Award.objects.count() == 4
    for name in Award.objects.values_list("recipient_name", flat=True):
        assert name not in response.content.decode()


def test_gifts_are_shown_as_totals_and_a_stated_sum_is_not_enlarged(place, movement, client):
    collected = drive(place, movements=[movement])
    gift(place, collected, amount=Decimal(20_000_000_000), is_lower_bound=True)
    gift(
        place, collected, amount=Decimal(500_000), provenance=Provenance.ILLUSTRATIVE, donor_name="Người mẫu"
    )
    response = client.get(GIFTS)
    found = rows(response, -1)
    assert [row[1:] for row in found] == [["trên 20 tỷ đồng", "1", "31/10/2019"]]
    assert "Người mẫu" not in response.content.decode()


def test_the_gifts_lead_to_the_drives_of_the_movement_alone(place, movement, client):
    drive(place, name="Xây nhà", slug="khac")
    drive(place, movements=[movement], name="Làm đường", slug="lam-duong")
    links = [a for a in elements(client.get(GIFTS), "a") if a.attributes["href"].startswith("/ung-ho/")]
    assert [(link.text, link.attributes["href"]) for link in links] == [("Làm đường", "/ung-ho/lam-duong")]
    assert client.get("/ung-ho/lam-duong").status_code == 200


def test_a_decision_and_a_prize_lead_to_their_pages(place, movement, client):
    number = {"decision_number": "2200/QĐ-UBND", "decision_date": date(2019, 10, 25)}
    granted, won = conferral(place, movements=[movement], **number), edition(place, movements=[movement])
    links = [(a.text, a.attributes["href"]) for table in [client.get(AWARDS)] for a in elements(table, "a")]
    expected = [
        ("2200/QĐ-UBND ngày 25/10/2019", f"/tra-cuu/quyet-dinh/{granted.pk}"),
        ("Giải thưởng Hoàng Văn Thụ về văn học nghệ thuật lần thứ V", f"/giai-thuong/{won.pk}"),
    ]
    assert [link for link in links if link in expected] == expected
    assert [client.get(address).status_code for _text, address in expected] == [200, 200]


def test_only_invented_gifts_are_marked(place, movement, client):
    collected = drive(place, movements=[movement])
    gift(place, collected, amount=Decimal(500_000), provenance=Provenance.ILLUSTRATIVE)
    assert rows(client.get(GIFTS), -1)[0][0].endswith("dữ liệu minh họa")


def test_milestones_and_events_are_told(place, movement, client):
    milestone(place, movements=[movement])
    event(place, movements=[movement])
    response = client.get(PAGE)
    assert items_after(response, "Mốc kết quả") == [
        "Dự án cao tốc Bắc Giang - Lạng Sơn: thông xe kỹ thuật (đoạn Bắc Giang - Chi Lăng)"
    ]
    assert items_after(response, "Sự kiện") == [
        "Hội nghị xúc tiến đầu tư tỉnh Lạng Sơn năm 2019 (cấp tỉnh) Cùng với: Cao Bằng, Hà Giang, Quảng Ninh"
    ]


def test_the_launching_document_of_a_launched_movement_is_for_everybody(place, movement, client):
    said = {"data": b"%PDF-1.4\n%%EOF\n", "file_name": "ke-hoach.pdf", "number": "139/KH-BCĐ"}
    attach_launch_document(movement=movement, version=movement.version, by=place.officer, **said)
    draft = draft_movement(place, slug="nhap")
    attach_launch_document(movement=draft, version=draft.version, by=place.officer, **said)
    assert facts(client.get(PAGE))["Văn bản phát động"].startswith("139/KH-BCĐ · Tải về")
    given = client.get(f"{PAGE}/van-ban-phat-dong")
    assert b"".join(given.streaming_content) == said["data"]
    assert client.get("/phong-trao/nhap/van-ban-phat-dong").status_code == 404


def test_units_that_answer_are_counted(place, movement, client):
    answer(movement, place.de_tham, place.clerk, timezone.localdate())
    assert "1 đơn vị hưởng ứng bằng phong trào riêng." in main_text(client.get(PAGE))


def test_the_english_page_is_english(results, client):
    response = client.get(f"/en{PAGE}")
    assert facts(response)["Time"] == "From late 2018 until 31 October 2019"
    found = rows(client.get(f"/en{RESULTS}"), 0)[0]
    assert found[:3] == ["Total budget revenue test data", "5,027 billion đồng", "5,452 billion đồng"]


def test_the_english_page_counts_recipients_by_kind(place, movement, client):
    conferral(place, movements=[movement])
    assert rows(client.get(f"/en{AWARDS}"), -1)[0][1] == "collective: 1, individual: 2, household: 1"


def test_published_articles_about_the_movement_are_listed_and_others_are_not(place, movement, client):
    written = article("tong-ket", title="Tổng kết đợt thi đua")
    written.movements.add(movement)
    written.save()
    hidden = article("nhap", title="Chưa đăng", live=False)
    hidden.movements.add(movement)
    hidden.save()
    article("khac", title="Việc khác")
    response = client.get(ARTICLES)
    links = [
        a.attributes["href"] for a in elements(response, "a") if "/tin-tuc/" in (a.attributes["href"] or "")
    ]
    assert links == ["/tin-tuc/tong-ket"]


@pytest.mark.parametrize("address", [PAGE, RESULTS, EXAMPLES, GIFTS, AWARDS, ARTICLES])
def test_every_part_says_where_it_stands_and_leads_to_the_others(movement, client, address):
    links = elements(client.get(address), "a", aria_current="page")
    assert [link.attributes["href"] for link in links if "cao-diem" in link.attributes["href"]] == [address]


@pytest.mark.parametrize(
    ("address", "queries"),
    [(PAGE, 12), (RESULTS, 10), (EXAMPLES, 12), (GIFTS, 4), (AWARDS, 5), (ARTICLES, 2)],
)
@pytest.mark.parametrize("count", [1, 3])
def test_a_page_takes_as_many_queries_whatever_the_rows(
    place, client, django_assert_num_queries, count, address, queries
):
    movement = running_movement(place, slug="cao-diem-2019", groups=count)
    for number in range(count):
        what = indicator(place, code=f"chi-tieu-{number}", movements=(movement,))
        observed(place, what, place.province, 10 + number)
        binh = person(place, ("Lương Thị Bình", "Hà Thị Lư", "Vi Văn Ba")[number])
        add_position(person=binh, unit=place.village, title="Trưởng thôn", by=place.officer)
        role_model(place, movements=[movement], person=binh, consent=Consent.GIVEN)
        role_model(place, movements=[movement], household=household(place), consent=Consent.GIVEN)
        conferral(place, movements=[movement])
        event(place, movements=[movement])
        milestone(place, movements=[movement])
        gift(place, drive(place, movements=[movement]))
        written = article(f"bai-{number}")
        written.movements.add(movement)
        written.save()
    client.get(address)
    with django_assert_num_queries(queries):
        client.get(address)
