"""What gifts come to, and who may know who gave."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.factories.movements import SmallProvince
from tests.factories.records import drive, gift, gift_content, household, person
from tests.web.reading import elements, texts
from tests.web.records.conftest import KINDS
from thidua.contributions.actions import edit_gift, receive_gift, reverse_receipt
from thidua.contributions.models import Gift


@pytest.fixture
def hidden(place: SmallProvince) -> Gift:
    """Return a gift to a drive of Đề Thám by a household that was not asked whether it may be named."""
    to = drive(place, unit=place.de_tham)
    family = household(place, "Vi Thanh Liêm")
    row = gift(place, to=to, household=family, donor_kind="household", kind="land", amount=Decimal("350.75"))
    content = gift_content(household=family, donor_kind="household", kind="land", amount=Decimal("400"))
    return edit_gift(gift=row, content=content, version=1, by=place.officer)


def totals(page: Any) -> dict[str, str]:
    return dict(
        zip(texts(page, "h3", class_="figure__label"), texts(page, "p", class_="figure__value"), strict=True)
    )


def test_the_totals_stand_above_the_list_with_more_than_where_a_part_is(
    place: SmallProvince, enter: Any
) -> None:
    to = drive(place)
    gift(place, to=to, amount=Decimal("20000000000"), is_lower_bound=True)
    gift(place, to=to, amount=Decimal("400000000"))
    gift(place, to=to, kind="labour", amount=Decimal("12.5"))
    gift(place, to=to, kind="land", amount=None)
    gift(
        place, to=to, kind="goods", amount=Decimal("5000000"), description="50 bao xi măng", provenance="test"
    )
    page = enter(place.officer).get(KINDS["gifts"].url("list"))
    assert totals(page) == {
        "Money": "more than VND\xa020.4\xa0billion".replace("\xa0", " "),
        "Land": "no figure yet",
        "Labour": "12.5 working days",
        "Goods": "VND 5 million",
    }
    assert texts(page, "p", class_="figure__basis") == [
        "from 2 gifts",
        "from 1 gift; 1 gift does not state its amount",
        "from 1 gift",
        "from 1 gift",
    ]
    assert len(texts(page, "span", class_="mark")) == 2  # the total of the goods, and their row


def test_the_totals_follow_the_filters(place: SmallProvince, enter: Any) -> None:
    one, other = drive(place), drive(place, name="Đợt khác")
    gift(place, to=one, amount=Decimal("1000000"))
    gift(place, to=other, amount=Decimal("2000000"))
    client, address = enter(place.officer), KINDS["gifts"].url("list")
    assert totals(client.get(f"{address}?dot={one.slug}")) == {"Money": "VND 1 million"}
    assert totals(client.get(KINDS["drives"].url("page", other.pk))) == {"Money": "VND 2 million"}
    assert totals(client.get(f"{address}?nam=2020")) == {}


def test_an_officer_who_keeps_gifts_knows_the_donor(place: SmallProvince, enter: Any, hidden: Gift) -> None:
    page = enter(place.officer).get(KINDS["gifts"].url("page", hidden.pk))
    assert "Household of Mr Vi Thanh Liêm" in texts(page, "dd")
    listed = enter(place.officer).get(KINDS["gifts"].url("list"))
    assert texts(listed, "td", data_label="Donor") == ["Household of Mr Vi Thanh Liêm"]


def test_a_donor_without_consent_is_nowhere_named_to_others(
    place: SmallProvince, enter: Any, hidden: Gift
) -> None:
    client, kind = enter(place.clerk), KINDS["gifts"]
    listed = client.get(kind.url("list"))
    assert texts(listed, "td", data_label="Donor") == ["not named"]
    answers = [
        listed,
        client.get(kind.url("page", hidden.pk)),
        client.get(f"{kind.url('list')}?dinh-dang=csv"),
        client.get(kind.url("list"), headers={"HX-Request": "true", "HX-Target": "ung-ho"}),
    ]
    for answer in answers:
        assert answer.status_code == 200
        for part in ("Liêm", "Nà Ao 2"):
            assert part not in answer.content.decode()
    history = texts(answers[1], "li", class_="timeline__item")
    assert any("Household: •••" in told for told in history)


def test_a_hidden_donor_is_not_found_by_searching_either(
    place: SmallProvince, enter: Any, hidden: Gift
) -> None:
    address = f"{KINDS['gifts'].url('list')}?q=thanh+liem"
    assert len(texts(enter(place.officer).get(address), "th", scope="row")) == 1
    assert texts(enter(place.clerk).get(address), "th", scope="row") == []


@pytest.mark.parametrize("consent", ["given", "published"])
def test_with_consent_everybody_here_reads_the_name(place: SmallProvince, enter: Any, consent: str) -> None:
    to = drive(place, unit=place.de_tham)
    donor = person(place, "Nông Văn Cho", honorific="ong")
    gift(place, to=to, person=donor, donor_kind="person", consent=consent, source="Báo Lạng Sơn")
    client = enter(place.clerk)
    listed = client.get(f"{KINDS['gifts'].url('list')}?q=van+cho")
    assert texts(listed, "td", data_label="Donor") == ["Mr Nông Văn Cho"]


def test_many_donors_are_many_and_not_hidden_ones(place: SmallProvince, enter: Any) -> None:
    gift(place, to=drive(place, unit=place.de_tham))
    listed = enter(place.clerk).get(KINDS["gifts"].url("list"))
    assert texts(listed, "td", data_label="Donor") == ["many donors"]


def test_the_gifts_of_a_drive_are_one_click_away(place: SmallProvince, enter: Any) -> None:
    to = drive(place)
    gift(place, to=to)
    gift(place, to=drive(place, name="Đợt khác"))
    page = enter(place.officer).get(KINDS["drives"].url("page", to.pk))
    (link,) = [link for link in elements(page, "a") if link.text == "See 1 gift"]
    listed = enter(place.officer).get(link.attributes["href"])
    assert texts(listed, "td", data_label="Drive") == ["Quyên góp làm đường"]


def test_what_was_taken_back_leaves_the_list_the_totals_and_the_drive(
    place: SmallProvince, enter: Any
) -> None:
    to = drive(place)
    content = gift_content(amount=Decimal(1000000), received_on=date(2019, 10, 31))
    wrong = receive_gift(drive=to, content=content, by=place.officer)
    receive_gift(drive=to, content=content, by=place.officer)
    client = enter(place.officer)
    address = KINDS["gifts"].url("list")
    assert totals(client.get(address)) == {"Money": "VND 2 million"}
    reverse_receipt(receipt=wrong, reason="Ghi nhầm hai lần", by=place.officer)
    for narrowed in (address, f"{address}?dot={to.slug}"):
        page = client.get(narrowed)
        assert totals(page) == {"Money": "VND 1 million"}
        assert len(elements(page, "tr")) == 2  # the head, and the gift that stands
    drives = client.get(KINDS["drives"].url("list"))
    assert texts(drives, "td", class_="numeric") == ["1"]
    own = client.get(KINDS["gifts"].url("page", wrong.gift.pk))
    assert "0001/2019" in texts(own, "dd")
