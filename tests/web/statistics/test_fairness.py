"""Communes without an award on map and table, shares over the years, and who was forgotten."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from tests.factories import histories
from tests.factories.movements import SmallProvince, unit
from tests.factories.records import conferral, person
from tests.web.reading import elements, main_text, rows, texts
from thidua.nominations.models import ShareAim
from thidua.orgs.actions import merge_units
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.enums import Hierarchy, UnitKind
from thidua.registry.content import RecipientLine
from thidua.registry.statistics import communes_with_awards, tiles

HOME = "/en/lam-viec/thong-ke"


def award_to(place: SmallProvince, of, year: int, number: str = "1/QĐ-UBND", **said) -> None:
    """Record an award of the province to a unit."""
    conferral(
        place,
        recipients=[RecipientLine(kind="collective", name=of.name, unit=of)],
        award_code="provincial_certificate_of_merit",
        decision_number=number,
        decision_date=date(year, 5, 1),
        presented_on=None,
        **said,
    )


def test_a_commune_without_an_award_is_told_from_one_with(place: SmallProvince) -> None:
    this = timezone.localdate()
    award_to(place, place.village, this.year)
    found = {row.key: row for row in communes_with_awards(this, 3).communes}
    assert (found[place.de_tham.key].own, found[place.de_tham.key].is_white) == (1, False)
    assert (found[place.hung_son.key].own, found[place.hung_son.key].is_white) == (0, True)


def test_an_award_before_the_years_asked_for_is_only_the_last_one(place: SmallProvince) -> None:
    this = timezone.localdate()
    award_to(place, place.de_tham, this.year - 4)
    row = next(one for one in communes_with_awards(this, 3).communes if one.key == place.de_tham.key)
    assert (row.is_white, row.last_own) == (True, this.year - 4)


def test_an_award_of_no_known_place_counts_for_no_commune_and_is_told(place: SmallProvince) -> None:
    this = timezone.localdate()
    conferral(place, presented_on=this)
    found = communes_with_awards(this, 3)
    assert (found.unplaced, [row.own for row in found.communes]) == (4, [0, 0])


def merged(place: SmallProvince):
    """Merge both communes on 01/07/2025 and return the one that follows."""
    draft = UnitDraft(
        name="Xã Tràng Định", kind=UnitKind.COMMUNE, hierarchy=Hierarchy.STATE, parent=place.district
    )
    return merge_units(
        units=[place.de_tham, place.hung_son], into=draft, on=date(2025, 7, 1), act="Nghị quyết 1672", by=None
    )


def test_a_successor_inherits_history_that_is_never_counted_as_its_own(place: SmallProvince) -> None:
    award_to(place, place.de_tham, 2024)
    merged(place)
    found = communes_with_awards(date(2026, 11, 23), 3)
    assert [
        (row.own, row.inherited, row.last_own, row.last_inherited, row.is_white) for row in found.communes
    ] == [(0, 1, None, 2024, False)]


@pytest.mark.parametrize("count", [1, 3])
def test_counting_takes_the_same_queries_whatever_the_communes(
    place: SmallProvince, count: int, django_assert_num_queries
) -> None:
    for number in range(count):
        more = unit(f"Xã Mới {number}", UnitKind.COMMUNE, place.district)
        award_to(place, more, 2026, f"{number}/QĐ-UBND")
    with django_assert_num_queries(5):
        communes_with_awards(date(2026, 11, 23), 3)


def test_each_tile_says_what_its_row_says(place: SmallProvince, enter) -> None:
    award_to(place, place.de_tham, timezone.localdate().year)
    page = enter(place.officer).get(f"{HOME}/xa-trang")
    labels = {one.attributes["aria-label"] for one in elements(page, "a", **{"class": "map__tile"})}
    assert labels == {"Xã Đề Thám: 1 awards of its own", "Xã Hùng Sơn: no award"}
    assert [row[:3] for row in rows(page)] == [
        ["Xã Hùng Sơn", "no award", "0"],
        ["Xã Đề Thám", "has awards", "1"],
    ]


def test_only_communes_without_an_award_are_listed_when_asked(place: SmallProvince, enter) -> None:
    award_to(place, place.de_tham, timezone.localdate().year)
    client = enter(place.officer)
    assert [row[0] for row in rows(client.get(f"{HOME}/xa-trang?chi=on"))] == ["Xã Hùng Sơn"]
    csv = client.get(f"{HOME}/xa-trang?chi=on&dinh-dang=csv").content.decode("utf-8-sig")
    assert [line.split(";")[0].split(",")[0] for line in csv.splitlines()[1:]] == ["Xã Hùng Sơn"]


def test_nonsense_in_the_address_shows_the_usual_page(place: SmallProvince, enter) -> None:
    page = enter(place.officer).get(f"{HOME}/xa-trang?nam=abc&cap=x&do=%27;drop")
    assert len(rows(page)) == 2


def test_a_commune_that_is_not_on_file_stands_below_the_map() -> None:
    class One:
        def __init__(self, code: str) -> None:
            self.code = code

    placed = tiles([One("06040"), One("99999"), One("06637")])
    assert [(tile.one.code, tile.known) for tile in placed] == [
        ("06040", True),
        ("06637", True),
        ("99999", False),
    ]
    assert placed[2].row > max(tile.row for tile in placed[:2])
    assert len({(tile.column, tile.row) for tile in placed}) == 3


def people(place: SmallProvince) -> None:
    """Record an award of 2025 to five people, of three of whom it is known whether they work directly."""
    said = [("direct_worker", True), ("direct_worker", False), ("other_leader", True), ("", None), ("", None)]
    conferral(
        place,
        recipients=[
            RecipientLine(kind="individual", name=f"Người {number}", recipient_class=class_, woman=woman)
            for number, (class_, woman) in enumerate(said)
        ],
        award_code="provincial_certificate_of_merit",
        decision_number="7/QĐ-UBND",
        decision_date=date(2025, 5, 1),
        presented_on=None,
    )


def test_a_share_says_its_basis_and_keeps_apart_what_is_not_recorded(place: SmallProvince, enter) -> None:
    people(place)
    ShareAim.objects.create(year=2025, measure="direct_workers", percent=70)
    page = enter(place.officer).get(f"{HOME}/co-cau?nam=2025")
    found = {row[0]: row for row in rows(page)}
    assert found["Direct workers"][1] == "67% 2 of 3; not recorded of 2"
    assert found["Direct workers"][4] == "70% below the aim"
    assert found["Leaders"][1] == "33% 1 of 3; not recorded of 2"
    assert found["Ethnic minorities"][1] == "no figure yet: of all 5 nobody recorded it"
    assert found["Households"][1] == "0% 0 of 5"
    assert found["Women"][2] == "no figure yet"


def test_shares_of_a_year_without_awards_say_so(place: SmallProvince, enter) -> None:
    people(place)
    page = enter(place.officer).get(f"{HOME}/co-cau?nam=2026")
    assert "No award of 2026 is on record" in main_text(page)


def test_shares_come_as_csv(place: SmallProvince, enter) -> None:
    people(place)
    csv = enter(place.officer).get(f"{HOME}/co-cau?nam=2025&dinh-dang=csv").content.decode("utf-8-sig")
    lines = [line.replace(";", ",") for line in csv.splitlines()]
    assert "direct workers,all levels,2025,2,3,2,67," in lines


def candidate(place: SmallProvince, name: str):
    """Return a person who was graded and titled long enough for the province's certificate."""
    one = person(place, name)
    for year in range(2021, 2027):
        histories.grade(place, one, year, "excellently_completed")
        histories.award(place, one, "grassroots_emulation_fighter", year, date(year, 11, 1))
        histories.initiative(place, one, year)
    return one


def names(page) -> list[str]:
    return [one.text for one in elements(page, "a") if "/so-khen-thuong/nguoi/" in one.attributes["href"]]


def test_who_meets_the_conditions_and_was_not_nominated_is_found(place: SmallProvince, enter) -> None:
    candidate(place, "Lý Thị Quên")
    person(place, "Vi Văn Mới")
    client = enter(place.officer)
    found = {*names(client.get(f"{HOME}/bo-sot")), *names(client.get(f"{HOME}/bo-sot?ket_qua=can-xem"))}
    assert found == {"Lý Thị Quên"}


def test_who_is_disciplined_is_not_proposed(place: SmallProvince, enter) -> None:
    one = candidate(place, "Lý Thị Quên")
    histories.discipline(place, one, timezone.localdate().replace(day=1))
    client = enter(place.officer)
    assert names(client.get(f"{HOME}/bo-sot")) + names(client.get(f"{HOME}/bo-sot?ket_qua=can-xem")) == []


def test_collectives_are_asked_too_and_a_wrong_award_shows_its_fault(place: SmallProvince, enter) -> None:
    client = enter(place.officer)
    assert client.get(f"{HOME}/bo-sot?ai=collective&khen=excellent_labor_collective").status_code == 200
    page = client.get(f"{HOME}/bo-sot?khen=khong-co")
    assert len(texts(page, "p", **{"class": "field__error"})) == 1
