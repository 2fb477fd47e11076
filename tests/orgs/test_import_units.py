"""Bringing in many units at once."""

from __future__ import annotations

from datetime import date

import pytest

from tests.orgs.conftest import IN_2019, IN_2020
from thidua.orgs.actions import NameRow, PlacementRow, SuccessionRow, UnitRow, import_units, move_unit
from thidua.orgs.models import Unit, UnitChange
from thidua.orgs.queries import address_as_of, children
from thidua.support.refusals import Refused


def village(key, parent, **more):
    return UnitRow(key, "village", "village", (NameRow(key.title(), key),), (PlacementRow(parent),), **more)


def test_units_come_in_any_order_and_hang_below_present_ones(tree):
    rows = [village("xom-ngoai", "thon-tay"), village("thon-tay", tree.two.key)]
    assert import_units(units=rows, by=None).created == 2
    below = [unit.key for unit in children(Unit.objects.get(key="thon-tay"), IN_2019)]
    assert below == ["xom-ngoai"]


def test_a_placement_follows_the_moves_of_its_parent(tree, superuser):
    move_unit(unit=tree.two, parent=tree.b, on=date(2020, 1, 1), by=superuser)
    import_units(units=[village("tay", tree.two.key)], by=None)
    west = Unit.objects.get(key="tay")
    assert address_as_of(west, IN_2019) == "tay, xã Hai, huyện A, tỉnh Thử"
    assert address_as_of(west, IN_2020) == "tay, xã Hai, huyện B, tỉnh Thử"
    assert [row.is_last for row in west.placements.all()] == [False, True]


def test_every_fault_is_told_and_nothing_is_written(tree):
    rows = [village("tay", "nowhere"), village("tay", tree.two.key), UnitRow("bare", "state", "body", ())]
    links = [SuccessionRow("c", IN_2020, "", "merge", tree.one.key, "nobody")]
    with pytest.raises(Refused) as refusal:
        import_units(units=rows, successions=links, by=None)
    assert refusal.value.faults["units"] == [
        "Khóa “tay” xuất hiện hai lần. Hãy cho mỗi đơn vị một khóa riêng.",
        "Đơn vị “bare” chưa có tên. Hãy thêm tên.",
        "Không có đơn vị nào mang khóa “nobody”. Hãy thêm đơn vị hoặc sửa khóa.",
        "Không có đơn vị nào mang khóa “nowhere”. Hãy thêm đơn vị hoặc sửa khóa.",
    ]
    with pytest.raises(Refused, match="east, west"):
        import_units(units=[village("east", "west"), village("west", "east")], by=None)
    assert Unit.objects.count() == 8
    assert not UnitChange.objects.exists()
