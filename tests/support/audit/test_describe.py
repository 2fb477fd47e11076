"""The log in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import translation

from tests.factories.movements import SmallProvince
from tests.factories.records import gift, gift_content, milestone, person
from thidua.contributions.actions import edit_gift, withdraw_gift
from thidua.contributions.enums import DonorKind
from thidua.support.audit.describe import Detail, story
from thidua.support.audit.queries import history_of
from thidua.support.audit.words import action_words, subject_words


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def test_a_new_record_tells_what_was_filled_in(place: SmallProvince) -> None:
    told = story(history_of(milestone(place)).get())
    assert (told.who, told.action, told.subject) == (
        "Hoàng Văn Chuyên",
        "recorded a milestone",
        "Dự án cao tốc Bắc Giang - Lạng Sơn",
    )
    labels = {detail.label: detail.value for detail in told.details}
    assert labels == {
        "Field": "economy",
        "Kind": "completed",
        "Origin": "recorded in the system",
        "Project or plan": "Dự án cao tốc Bắc Giang - Lạng Sơn",
        "Segment": "đoạn Bắc Giang - Chi Lăng",
        "Unit": "Tỉnh Lạng Sơn",
        "What was reached": "thông xe kỹ thuật",
        "Year": "2019",
    }


def test_a_change_tells_both_values(place: SmallProvince) -> None:
    row = gift(place)
    edit_gift(gift=row, content=gift_content(amount=Decimal("2500000")), version=1, by=place.officer)
    told = story(history_of(row)[0])
    assert told.details == (Detail("Amount", "2.500.000", "1.000.000"),)


def test_a_removal_tells_its_reason_and_not_the_rows(place: SmallProvince) -> None:
    row = gift(place)
    entry = withdraw_gift(gift=row, reason="Nhập trùng", by=place.officer)
    assert story(entry).details == (Detail("Reason", "Nhập trùng"),)


def test_what_is_hidden_shows_only_that_it_was_there(place: SmallProvince) -> None:
    donor = person(place, "Nông Văn Giấu")
    row = gift(place, person=donor, donor_kind=DonorKind.PERSON)
    shown = {detail.label: detail.value for detail in story(history_of(row).get(), hidden={"person"}).details}
    assert {detail.label: detail.value for detail in story(history_of(row).get()).details}[
        "Person"
    ] == "Nông Văn Giấu"
    assert shown["Person"] == "•••"


def test_codes_that_nobody_explained_stay_codes() -> None:
    assert (action_words("attic.opened"), subject_words("attic.box")) == ("attic.opened", "attic.box")
