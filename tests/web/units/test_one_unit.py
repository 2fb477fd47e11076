"""The page of a unit: names, places, origins and successors in time."""

from __future__ import annotations

from datetime import date

from tests.factories.movements import unit
from tests.factories.records import person
from tests.web.reading import main_text, rows, texts
from thidua.orgs.actions import add_position, dissolve_unit, rename_unit, split_unit
from thidua.orgs.enums import UnitKind

UNITS = "/lam-viec/don-vi"
JULY = date(2025, 7, 1)


def page_of(unit):
    return f"{UNITS}/{unit.key}"


def divided(place):
    """Split Hùng Sơn between two communes, as Bính Xá was between Đình Lập and Kiên Mộc."""
    dinh_lap = unit("Xã Đình Lập", UnitKind.COMMUNE, place.province)
    kien_moc = unit("Xã Kiên Mộc", UnitKind.COMMUNE, place.province)
    split_unit(
        unit=place.hung_son,
        into=[dinh_lap, kien_moc],
        on=JULY,
        by=None,
        act="Nghị quyết 1672/NQ-UBTVQH15",
        certainty="inferred",
    )
    return dinh_lap, kien_moc


def test_a_split_unit_shows_each_that_has_a_part_of_it(place, administrator, as_):
    dinh_lap, kien_moc = divided(place)
    client = as_(administrator)
    page = client.get(page_of(place.hung_son))
    assert [(row[2], row[3], row[4]) for row in rows(page)] == [
        ("Xã Đình Lập", "một phần", "Nghị quyết 1672/NQ-UBTVQH15"),
        ("Xã Kiên Mộc", "một phần", "Nghị quyết 1672/NQ-UBTVQH15"),
    ]
    assert "Suy ra, cần đối chiếu văn bản" in main_text(page)
    assert "nay: xã Đình Lập, tỉnh Lạng Sơn" in main_text(page)
    for successor in (dinh_lap, kien_moc):
        (origin,) = rows(client.get(page_of(successor)))
        assert origin[1:4] == ["Xã Hùng Sơn", successor.name, "một phần"]


def test_an_unknown_successor_is_not_the_same_as_none(place, administrator, as_):
    dissolve_unit(unit=place.village, on=JULY, by=None, successors_unknown=True)
    dissolve_unit(unit=place.hung_son, on=JULY, by=None)
    client = as_(administrator)
    assert rows(client.get(page_of(place.village)))[0][2] == "chưa rõ"
    assert rows(client.get(page_of(place.hung_son)))[0][2] == "không có đơn vị nào"


def test_names_and_addresses_are_those_of_the_day_asked_for(place, administrator, as_):
    rename_unit(unit=place.de_tham, name="Xã Tràng Định", by=None, on=JULY, act="NQ 1672")
    client = as_(administrator)
    page = client.get(page_of(place.village) + "?ngay=30/06/2025")
    assert "thôn Nà Ao 2, xã Đề Thám, huyện Tràng Định, tỉnh Lạng Sơn" in main_text(page)
    page = client.get(page_of(place.village) + "?ngay=01/07/2025")
    assert "thôn Nà Ao 2, xã Tràng Định, huyện Tràng Định, tỉnh Lạng Sơn" in main_text(page)
    listed = rows(client.get(page_of(place.de_tham)))
    assert [(row[0], row[2], row[3]) for row in listed] == [
        ("Xã Đề Thám", "đến 30/06/2025", ""),
        ("Xã Tràng Định", "từ 01/07/2025", "NQ 1672"),
    ]


def test_a_wrong_day_is_told_and_today_is_shown(place, administrator, as_):
    page = as_(administrator).get(page_of(place.de_tham) + "?ngay=45/13")
    assert "không phải là ngày" in main_text(page)
    assert "Thôn Nà Ao 2" in texts(page, "a")


def test_people_and_roles_are_told_to_those_who_work_in_the_unit(place, as_):
    add_position(person=person(place), unit=place.hung_son, title="Chủ tịch UBND", by=None)
    shown = main_text(as_(place.officer).get(page_of(place.hung_son)))
    assert "Lương Thị Bình" in shown
    assert "Hứa Văn Hùng – cán bộ đơn vị" in shown
    hidden = as_(place.clerk).get(page_of(place.hung_son))
    assert "Xã Hùng Sơn" in main_text(hidden)
    assert "Lương Thị Bình" not in hidden.content.decode()
    assert "Hứa Văn Hùng" not in hidden.content.decode()


def test_only_who_manages_units_is_offered_to_change_them(place, administrator, as_):
    assert "Sáp nhập" in texts(as_(administrator).get(page_of(place.de_tham)), "a")
    assert "Sáp nhập" not in texts(as_(place.officer).get(page_of(place.de_tham)), "a")
