"""Choosing a unit, a person or a household by typing, with and without JavaScript."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils import translation

from tests.factories.movements import SmallProvince, account, small_province
from tests.factories.records import household, person
from thidua.accounts.rights import Right
from thidua.accounts.roles import ADMINISTRATOR
from thidua.web.shell.forms import Form
from thidua.web.shell.lookups import sources
from thidua.web.shell.lookups.fields import LookupField


@pytest.fixture
def place(db: None) -> SmallProvince:
    return small_province()


@pytest.fixture(autouse=True)
def in_english() -> Any:
    with translation.override("en"):
        yield


class UnitForm(Form):
    unit = LookupField(label="Unit")


def form(source: sources.Source, **sent: str) -> UnitForm:
    data = QueryDict(mutable=True)
    for name, value in {"unit": "", **sent}.items():
        data[name.replace("_", "-")] = value
    made = UnitForm(data)
    made.fields["unit"].source = source  # type: ignore[attr-defined]
    return made


def test_the_exact_name_of_one_unit_is_enough(place: SmallProvince) -> None:
    made = form(sources.units(place.officer), unit="xã đề thám")
    assert made.is_valid()
    assert made.cleaned_data["unit"] == place.de_tham


def test_several_matches_are_offered_with_what_stands_above_them(place: SmallProvince) -> None:
    made = form(sources.units(place.officer), unit="xa")
    assert not made.is_valid()
    assert made.errors["unit"] == ["Several names fit “xa”. Choose one of those below."]
    html = str(made["unit"])
    for unit, label in (
        (place.de_tham, "Xã Đề Thám (huyện Tràng Định, tỉnh Lạng Sơn)"),
        (place.hung_son, "Xã Hùng Sơn (huyện Tràng Định, tỉnh Lạng Sơn)"),
    ):
        assert f'name="unit-chon" value="{unit.pk}"' in html
        assert label in html


def test_a_match_that_was_ticked_is_taken(place: SmallProvince) -> None:
    sent = {"unit": "xa", "unit_da_tim": "xa", "unit_chon": str(place.hung_son.pk)}
    made = form(sources.units(place.officer), **sent)
    assert made.is_valid()
    assert made.cleaned_data["unit"] == place.hung_son


def test_a_tick_in_an_older_list_counts_no_more(place: SmallProvince) -> None:
    sent = {"unit": "Xã Đề Thám", "unit_da_tim": "xa", "unit_chon": str(place.hung_son.pk)}
    made = form(sources.units(place.officer), **sent)
    assert made.is_valid()
    assert made.cleaned_data["unit"] == place.de_tham


def test_a_choice_stands_until_its_text_is_changed(place: SmallProvince) -> None:
    label = sources.unit_label(place.de_tham)
    kept = {"unit_so": str(place.de_tham.pk), "unit_nhan": label}
    source = sources.units(place.officer)
    assert form(source, unit=label, **kept).is_valid()
    assert not form(source, unit="xã hùng", **kept).is_valid()
    emptied = form(source, unit="", **kept)
    assert not emptied.is_valid()
    assert emptied.errors["unit"] == ["Fill in “Unit”."]


def test_a_number_outside_the_rows_is_not_taken(place: SmallProvince) -> None:
    own = sources.units(place.clerk, Right.KEEP_RECORDS)
    assert own.get(str(place.de_tham.pk)) == place.de_tham
    for value in (str(place.hung_son.pk), "", "-1", "9" * 30, "x"):
        assert own.get(value) is None


def test_a_lookup_within_a_right_offers_only_those_units(place: SmallProvince) -> None:
    everything = [option.name for option in sources.units(place.clerk).find("xã")]
    own = [option.name for option in sources.units(place.clerk, Right.KEEP_RECORDS).find("xã")]
    assert (sorted(everything), own) == (["Xã Hùng Sơn", "Xã Đề Thám"], ["Xã Đề Thám"])


def test_two_persons_of_one_name_are_told_apart(place: SmallProvince) -> None:
    first, second = person(place, "Lương Thị Bình"), person(place, "Lương Thị Bình")
    source = sources.persons(place.officer)
    assert [option.label for option in source.find("luong binh")] == [
        f"Lương Thị Bình – no. {first.pk}",
        f"Lương Thị Bình – no. {second.pk}",
    ]
    assert source.only("Lương Thị Bình") is None


def test_a_household_is_found_by_its_head_and_shows_its_address(place: SmallProvince) -> None:
    family = household(place)
    (option,) = sources.households(place.officer).find("thanh liem")
    assert option.label == (
        f"Mr Vi Thanh Liêm – thôn Nà Ao 2, xã Đề Thám, huyện Tràng Định, tỉnh Lạng Sơn – no. {family.pk}"
    )


def test_matches_while_typing_are_for_those_who_work_here(place: SmallProvince, client: Any) -> None:
    address = reverse("lookup", args=["don-vi"])
    assert client.get(address, {"q": "de tham"}).status_code == 302
    client.force_login(place.clerk)
    html = client.get(address, {"q": "de tham"}).content.decode()
    assert html.count('role="option"') == 1
    assert f'data-value="{place.de_tham.pk}">Xã Đề Thám (huyện Tràng Định, tỉnh Lạng Sơn)</li>' in html
    client.force_login(account(ADMINISTRATOR.code, place.province))
    own = client.get(reverse("lookup", args=["don-vi-keep_records"]), {"q": "de tham"}).content.decode()
    assert "Nothing fits" in own
    assert client.get(reverse("lookup", args=["con-vat"]), {"q": "de tham"}).status_code == 404


def test_people_whom_one_may_not_see_are_not_found(place: SmallProvince) -> None:
    family = household(place, "Vi Thanh Liêm")
    for user, found in ((place.officer, 1), (place.clerk, 1), (place.other_clerk, 0)):
        for source in (sources.persons(user), sources.households(user)):
            assert len(source.find("thanh liem")) == found
    hidden = sources.households(place.other_clerk)
    assert hidden.get(str(family.pk)) is None
    assert hidden.also(family).get(str(family.pk)) == family
