"""The tables of a movement's page as CSV, what is kept back, and what stands where nothing is known."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories.movements import draft_movement, sent_registration
from tests.factories.records import conferral, drive, gift
from tests.web.public.test_movement_trends import lines
from tests.web.reading import main_text, rows
from thidua.registry.actions import cancel_award, choose_public_fields

PAGE = "/phong-trao/cao-diem-2019"
AWARDS = f"{PAGE}/khen-thuong"
CODE = "provincial_certificate_of_merit"


def table(client, name):
    return lines(client.get(f"{PAGE}?dinh-dang=csv&bang={name}"))


def test_participation_by_level_is_a_csv(place, movement, client):
    sent_registration(movement, place.de_tham, place.clerk)
    found = table(client, "tham-gia")
    assert found[0] == ["Cấp", "Được kêu gọi", "Đã đăng ký", "Tỷ lệ (%)", "Tính đến ngày"]
    assert found[-1][:4] == ["cấp xã", "2", "1", "50"]


def test_content_groups_are_a_csv(place, movement, client):
    sent_registration(movement, place.de_tham, place.clerk, groups=(movement.content_groups.first(),))
    assert [line[:4] for line in table(client, "noi-dung")[1:3]] == [["1", "", "1", "0"], ["2", "", "0", "0"]]


def test_awards_are_a_csv_by_kind_of_recipient(place, movement, client):
    conferral(place, movements=[movement])
    assert [line[1:5] for line in table(client, "khen-thuong")[1:]] == [
        ["tập thể", "1", "", "31/10/2019"],
        ["cá nhân", "2", "", "31/10/2019"],
        ["hộ gia đình", "1", "", "31/10/2019"],
    ]


def test_gifts_are_a_csv_with_the_words_and_the_number(place, movement, client):
    gift(place, drive(place, movements=[movement]), amount=Decimal(20_000_000_000), is_lower_bound=True)
    assert table(client, "ung-ho")[1][1:5] == ["trên 20\u00a0tỷ đồng", "20000000000", "1", "31/10/2019"]


@pytest.mark.parametrize("name", ["khong-co", "tham-gia/../x"])
def test_a_table_that_is_not_there_is_not_found(movement, client, name):
    assert client.get(PAGE, {"dinh-dang": "csv", "bang": name}).status_code == 404


def test_a_draft_gives_no_table_either(place, client):
    draft_movement(place, slug="nhap")
    assert client.get("/phong-trao/nhap?dinh-dang=csv&bang=tham-gia").status_code == 404


def test_a_decision_that_the_office_keeps_back_is_in_no_table(place, movement, client):
    paper = {"decision_number": "2019/QĐ-UBND", "decision_date": date(2019, 10, 25), "award_code": CODE}
    conferral(place, movements=[movement], **paper)
    assert rows(client.get(AWARDS), -1)[0][2] == "2019/QĐ-UBND ngày 25/10/2019"
    choose_public_fields(award_code=CODE, names=["year"], seen=0, by=place.officer)
    assert rows(client.get(AWARDS), -1)[0][2] == "không công bố"
    assert [line[3] for line in table(client, "khen-thuong")[1:]] == ["", "", ""]


def test_an_award_of_which_nothing_is_public_is_left_out(place, movement, client):
    conferral(place, movements=[movement], award_code=CODE)
    assert len(table(client, "khen-thuong")) == 4
    choose_public_fields(award_code=CODE, names=[], seen=0, by=place.officer)
    assert len(table(client, "khen-thuong")) == 1
    assert "Chưa ghi nhận khen thưởng nào của phong trào này." in main_text(client.get(AWARDS))


def test_an_award_that_was_cancelled_is_counted_as_such(place, movement, client):
    given = conferral(place, movements=[movement])
    before = rows(client.get(AWARDS), -1)[0][1]
    cancel_award(
        award=given.awards.first(),
        on=date(2020, 3, 5),
        reason="Kê khai sai",
        decision="12/QĐ-UBND",
        by=place.chairman,
    )
    told = "Trong đó 1 trường hợp về sau đã bị hủy hoặc tước"
    assert rows(client.get(AWARDS), -1)[0][1] == f"{before} {told}"
    assert "Kê khai sai" not in client.get(AWARDS).content.decode()


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("/ket-qua", "Chưa có chỉ tiêu nào được theo dõi trong phong trào này."),
        ("", "Chưa ghi mốc, công trình nào."),
        ("/guong", "Chưa có tấm gương nào được nêu tên công khai."),
        ("/ung-ho", "Chưa ghi khoản ủng hộ nào."),
        ("/khen-thuong", "Chưa ghi nhận khen thưởng nào của phong trào này."),
        ("/tin-bai", "Chưa có bài nào về phong trào này được đăng."),
    ],
)
def test_where_nothing_is_known_the_page_says_so(movement, client, part, sentence):
    assert sentence in main_text(client.get(f"{PAGE}{part}"))


def test_the_english_page_says_it_in_english(movement, client):
    said = main_text(client.get(f"/en{PAGE}/ket-qua"))
    assert "No indicator is measured in this movement yet." in said
    assert "No award has been recorded for this movement yet." in main_text(client.get(f"/en{AWARDS}"))
