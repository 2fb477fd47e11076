"""Bytes of the public pages as a browser gets them: compressed, first visit."""

import gzip

import pytest

from tests.factories.movements import running_movement
from tests.factories.records import conferral, drive, event, gift, household, milestone, role_model
from tests.factories.targets import indicator, observed, plan
from thidua.core.periods import Period
from thidua.movements.enums import Consent

GIVEN = ("An", "Bình", "Chắn", "Đức", "Giang", "Hải", "Khánh", "Liêm", "Mai", "Nga", "Oanh", "Phúc")
KILOBYTE = 1024
HTML = {"/": 14, "/phong-trao": 24, "/phong-trao/day-du": 14, "/gioi-thieu": 14, "/tro-nang": 14}


@pytest.fixture
def full_site(place):
    """Fifty movements, one of them with everything a page may show."""
    movement = running_movement(place, slug="day-du", groups=6, short_name="Đợt thi đua đầy đủ nhất")
    for number in range(12):
        what = indicator(
            place, code=f"chi-tieu-{number}", name=f"Chỉ tiêu thi đua thứ {number}", movements=(movement,)
        )
        plan(place, what, place.province, 5452 + number)
        observed(place, what, place.province, 5027 + number)
        observed(place, what, place.province, 3100 + number, period=Period.of_first_months(2019, 6))
        milestone(place, movements=[movement], project=f"Công trình chào mừng số {number}")
        event(place, movements=[movement], name=f"Hội nghị quy mô cấp tỉnh lần {number}")
        home = household(place, f"Vi Thanh {GIVEN[number]}")
        role_model(
            place, movements=[movement], household=home, consent=Consent.GIVEN, deed=f"Hiến {number} m² đất"
        )
    conferral(place, movements=[movement])
    gift(place, drive(place, movements=[movement]))
    for number in range(49):
        running_movement(place, short_name=f"Phong trào thi đua chuyên đề số {number} năm 2019")


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("address", HTML)
def test_a_page_fits_its_budget(full_site, client, address, language):
    page = client.get(f"{language}{address}")
    assert page.status_code == 200
    assert len(gzip.compress(page.content, 6)) <= HTML[address] * KILOBYTE


def test_no_public_page_asks_for_more_than_the_frame_does(full_site, client):
    page = client.get("/phong-trao/day-du").content.decode()
    assert page.count("<script") == 1
    assert page.count('rel="stylesheet"') == 1
    assert page.count("<img") == 0
