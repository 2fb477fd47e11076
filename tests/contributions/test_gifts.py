"""Drives and gifts: what was given, by whom, and what it comes to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from tests.factories.movements import SmallProvince, running_movement
from tests.factories.records import drive, gift, gift_content, household, person
from thidua.contributions.access import drives_seen_by, gifts_seen_by
from thidua.contributions.actions import edit_drive, edit_gift, open_drive, record_gift
from thidua.contributions.content import DriveContent
from thidua.contributions.models import Drive, Gift
from thidua.contributions.queries import GiftTotal, gift_totals
from thidua.contributions.queries.donors import donors_known_to
from thidua.support.audit.queries import history_of
from thidua.support.edits import EditedMeanwhile
from thidua.support.provenance import Provenance
from thidua.support.refusals import NotAllowed, Refused


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"amount": None}, {"amount": ["Write the amount."]}),
        (
            {"amount": Decimal(0)},
            {"amount": ["The amount must be more than zero. Leave it empty if it is not known."]},
        ),
        ({"amount": Decimal("0.5")}, {"amount": ["Write whole đồng, without decimals."]}),
        (
            {"amount": Decimal("1e18")},
            {"amount": ["This number is too large. Check the unit it is counted in."]},
        ),
        (
            {"amount": None, "kind": "land", "is_lower_bound": True},
            {"amount": ["Write the amount that the gifts are known to exceed."]},
        ),
        (
            {"amount": None, "kind": "goods"},
            {"description": ["Write what was given, for example “50 bao xi măng”."]},
        ),
        ({"kind": "time"}, {"kind": ["Choose what was given: money, land, labour or goods."]}),
        ({"donor_kind": "state"}, {"donor_kind": ["Choose who gave."]}),
        (
            {"received_on": date(2019, 11, 1)},
            {"received_on": ["The gift was received after the as-of date. Check both dates."]},
        ),
        (
            {"consent": "given"},
            {"consent": ["Choose the donor or write the name that may be published."]},
        ),
        (
            {"consent": "published", "donor_name": "Công ty A", "donor_kind": "collective"},
            {"source": ["Write which publication has already named the donor."]},
        ),
        (
            {"work": "x" * 301},
            {"work": ["This has 301 characters; at most 300 fit. Make it shorter."]},
        ),
    ],
)
def test_what_is_wrong_with_a_gift_is_said(
    place: SmallProvince, changes: dict[str, object], faults: dict[str, list[str]]
) -> None:
    with pytest.raises(Refused) as caught:
        gift(place, **changes)
    assert caught.value.faults == faults
    assert not Gift.objects.exists()


def test_a_donor_is_one_and_of_the_kind_that_was_said(place: SmallProvince) -> None:
    donor, family = person(place), household(place)
    with pytest.raises(Refused) as caught:
        gift(place, person=donor, household=family, donor_kind="household")
    assert caught.value.faults == {
        "donor_name": ["Choose a person or a household, or write a name: one of the three."],
        "donor_kind": ["A person was chosen as the donor. Choose “person” here."],
    }
    with pytest.raises(Refused) as caught:
        gift(place, household=family, donor_kind="person")
    assert caught.value.faults == {
        "donor_kind": ["A household was chosen as the donor. Choose “household” here."]
    }
    assert gift(place, person=donor, donor_kind="person").person == donor


def test_land_may_be_given_without_its_area(place: SmallProvince) -> None:
    assert gift(place, kind="land", amount=None, donor_kind="household").amount is None


def test_a_sum_is_more_than_when_any_part_of_it_is(place: SmallProvince) -> None:
    to = drive(place)
    gift(place, to=to, amount=Decimal("20000000000"), is_lower_bound=True)
    gift(place, to=to, amount=Decimal("400000000"), as_of=date(2019, 11, 15))
    gift(place, to=to, kind="labour", amount=Decimal("12.5"))
    gift(place, to=to, kind="land", amount=None)
    gift(place, to=to, kind="land", amount=Decimal("350.75"), provenance=Provenance.ILLUSTRATIVE)
    assert gift_totals(Gift.objects.all()) == [
        GiftTotal("labour", Decimal("12.5"), 1, 0, False, date(2019, 10, 31), False),
        GiftTotal("land", Decimal("350.75"), 2, 1, True, date(2019, 10, 31), True),
        GiftTotal("money", Decimal("20400000000"), 2, 0, True, date(2019, 11, 15), False),
    ]


def test_gifts_that_state_no_amount_have_no_sum(place: SmallProvince) -> None:
    gift(place, kind="land", amount=None)
    assert gift_totals(Gift.objects.all()) == [
        GiftTotal("land", None, 1, 1, False, date(2019, 10, 31), False)
    ]


def test_a_gift_is_corrected_and_the_log_tells_both_values(place: SmallProvince) -> None:
    row = gift(place)
    edit_gift(gift=row, content=gift_content(amount=Decimal("2500000")), version=1, by=place.officer)
    row.refresh_from_db()
    assert (row.amount, row.version) == (Decimal("2500000"), 2)
    assert history_of(row)[0].details == '{"amount":["1000000.00","2500000"]}'
    with pytest.raises(EditedMeanwhile):
        edit_gift(gift=row, content=gift_content(), version=1, by=place.officer)


def test_a_drive_keeps_its_address_when_it_is_renamed(place: SmallProvince) -> None:
    movement = running_movement(place)
    row = drive(place)
    content = DriveContent(name="Quyên góp làm đường năm 2019", purpose=row.purpose)
    edited = edit_drive(drive=row, content=content, movements=[movement], version=1, by=place.officer)
    assert (edited.name, edited.slug) == ("Quyên góp làm đường năm 2019", "quyen-gop-lam-duong")
    assert [*edited.movements.all()] == [movement]


def test_a_drive_needs_a_name_a_purpose_and_days_in_order(place: SmallProvince) -> None:
    with pytest.raises(Refused) as caught:
        drive(place, name="", purpose="", starts_on=date(2019, 2, 1), ends_on=date(2019, 1, 1))
    assert caught.value.faults == {
        "name": ["Write the name of the drive."],
        "purpose": ["Write what the gifts are for."],
        "ends_on": ["The drive ends before it begins. Check both dates."],
    }


def test_only_officers_of_the_board_keep_gifts(place: SmallProvince) -> None:
    row = gift(place)
    own = drive(place, unit=place.de_tham, name="Đợt của xã")
    for attempt in (
        lambda by: open_drive(unit=place.de_tham, content=DriveContent(name="x", purpose="y"), by=by),
        lambda by: record_gift(drive=own, content=gift_content(), by=by),
        lambda by: edit_gift(gift=row, content=gift_content(amount=Decimal(5)), version=1, by=by),
        lambda by: edit_drive(drive=own, content=DriveContent(name="x", purpose="y"), version=1, by=by),
    ):
        with pytest.raises(NotAllowed):
            attempt(place.clerk)
    assert (Gift.objects.get().amount, Drive.objects.count()) == (Decimal("1000000"), 2)


def test_gifts_are_seen_with_the_unit_of_their_drive(place: SmallProvince) -> None:
    of_province = gift(place)
    of_commune = gift(place, to=drive(place, unit=place.de_tham, name="Đợt của xã"))
    assert set(gifts_seen_by(place.officer)) == {of_province, of_commune}
    assert set(gifts_seen_by(place.clerk)) == {of_commune}
    assert set(drives_seen_by(place.other_clerk)) == set()


@pytest.mark.parametrize(
    ("consent", "clerk_knows"), [("unknown", False), ("refused", False), ("given", True), ("published", True)]
)
def test_a_donor_is_known_to_officers_and_with_consent_to_all(
    place: SmallProvince, consent: str, clerk_knows: bool
) -> None:
    to = drive(place, unit=place.de_tham, name="Đợt của xã")
    gift(place, to=to, donor_kind="collective", donor_name="Công ty Giấu Tên", consent=consent, source="Báo")
    assert donors_known_to(gifts_seen_by(place.clerk), place.clerk).get().donor_known is clerk_knows
    assert donors_known_to(gifts_seen_by(place.officer), place.officer).get().donor_known is True
