"""Units are changed on screen: asked, rehearsed, read, carried out."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories.movements import unit
from tests.web.reading import faults, main_text, rows, texts
from thidua.orgs.actions import dissolve_unit
from thidua.orgs.enums import UnitKind
from thidua.orgs.models import Unit, UnitName, UnitSuccession
from thidua.orgs.queries import parent_on
from thidua.support.audit.models import AuditEntry

UNITS = "/lam-viec/don-vi"
JULY = date(2025, 7, 1)
GO = {"buoc": "xac-nhan"}
CHANGES = ("doi-ten", "chuyen", "nhap", "tach", "giai-the", "tiep-noi")


def address(unit, what):
    return f"{UNITS}/{unit.key}/{what}"


def links():
    rows = UnitSuccession.objects.order_by("pk")
    return list(rows.values_list("predecessor__name", "successor__name", "part"))


def test_communes_are_merged_after_reading_what_will_happen(place, administrator, as_):
    said = {
        "other_1": "Xã Hùng Sơn",
        "target": "moi",
        "name": "Xã Tràng Định",
        "kind": "commune",
        "parent": "Tỉnh Lạng Sơn",
        "on": "01/07/2025",
        "act": "Nghị quyết 1672/NQ-UBTVQH15",
        "certainty": "confirmed",
        "note": "",
    }
    client = as_(administrator)
    before = (Unit.objects.count(), AuditEntry.objects.count())
    asked = client.post(address(place.de_tham, "nhap"), said)
    assert texts(asked, "h1") == ["Sáp nhập “Xã Đề Thám”, “Xã Hùng Sơn” vào “Xã Tràng Định”?"]
    told = main_text(asked)
    assert "Ngày cuối cùng của “Xã Đề Thám”, “Xã Hùng Sơn” là 30/06/2025." in told
    assert "Chuyển về trực thuộc “Xã Tràng Định”: Thôn Nà Ao 2." in told
    assert (Unit.objects.count(), AuditEntry.objects.count()) == before
    client.post(address(place.de_tham, "nhap"), said | GO)
    new = Unit.objects.get(name="Xã Tràng Định")
    assert links() == [("Xã Đề Thám", "Xã Tràng Định", False), ("Xã Hùng Sơn", "Xã Tràng Định", False)]
    assert parent_on(place.village, JULY) == new
    assert parent_on(place.village, date(2025, 6, 30)) == place.de_tham
    entry = AuditEntry.objects.order_by("-sequence")[0]
    assert (entry.action, entry.actor_name) == ("orgs.units_merged", "Quản Trị Viên")
    assert "nay: xã Tràng Định, tỉnh Lạng Sơn" in main_text(client.get(f"{UNITS}/{place.de_tham.key}"))


def test_the_answers_can_be_changed_after_reading(place, administrator, as_):
    said = {
        "other_1": "Xã Hùng Sơn",
        "target": "moi",
        "name": "Xã Tràng Định",
        "on": "01/07/2025",
        "buoc": "sua",
    }
    page = as_(administrator).post(address(place.de_tham, "nhap"), said)
    assert faults(page) == []
    assert 'value="Xã Tràng Định"' in page.content.decode()
    assert 'value="01/07/2025"' in page.content.decode()


def test_a_merger_that_cannot_be_is_refused_before_it_is_asked(place, administrator, as_):
    said = {"other_1": "Xã Đề Thám", "target": "da-co", "into": "Xã Hùng Sơn", "on": "01/07/2025"}
    page = as_(administrator).post(address(place.de_tham, "nhap"), said | {"certainty": "confirmed"})
    assert len(faults(page)) == 1
    assert links() == []
    missing = as_(administrator).post(
        address(place.de_tham, "nhap"), {"target": "moi", "name": "", "parent": "", "on": "1.7.25"}
    )
    assert "Hãy điền mục này cho đơn vị mới." in faults(missing)


def test_a_commune_is_split_between_several(place, administrator, as_):
    unit("Xã Đình Lập", UnitKind.COMMUNE, place.province)
    said = {
        "unit_1": "Xã Đình Lập",
        "name_2": "Xã Kiên Mộc",
        "kind": "commune",
        "parent": "Tỉnh Lạng Sơn",
        "on": "01/07/2025",
        "act": "NQ 1672",
        "certainty": "confirmed",
        f"below_{place.village.pk}": "2",
    }
    client = as_(administrator)
    told = main_text(client.post(address(place.de_tham, "tach"), said))
    assert "Chuyển về trực thuộc “Xã Kiên Mộc”: Thôn Nà Ao 2." in told
    assert links() == []
    client.post(address(place.de_tham, "tach"), said | GO)
    assert links() == [("Xã Đề Thám", "Xã Đình Lập", True), ("Xã Đề Thám", "Xã Kiên Mộc", True)]
    assert parent_on(place.village, JULY) == Unit.objects.get(name="Xã Kiên Mộc")


def test_a_split_asks_where_every_unit_below_goes(place, administrator, as_):
    said = {"name_1": "Xã A", "name_2": "Xã B", "parent": "Tỉnh Lạng Sơn", "on": "01/07/2025"}
    page = as_(administrator).post(address(place.de_tham, "tach"), said | {"certainty": "confirmed"})
    assert len(faults(page)) == 1
    assert "Thôn Nà Ao 2" in faults(page)[0]


def test_an_unknown_succession_is_settled_once_the_act_is_read(place, administrator, as_):
    dissolve_unit(unit=place.hung_son, on=JULY, by=None, successors_unknown=True)
    said = {
        "successor_1": "Xã Đề Thám",
        "part_1": "on",
        "successor_2": "Huyện Tràng Định",
        "part_2": "on",
        "act": "NQ 1672",
        "certainty": "confirmed",
    }
    client = as_(administrator)
    told = main_text(client.post(address(place.hung_son, "tiep-noi"), said))
    assert "Một phần của “Xã Hùng Sơn” thuộc về “Xã Đề Thám”." in told
    assert links() == [("Xã Hùng Sơn", None, False)]
    client.post(address(place.hung_son, "tiep-noi"), said | GO)
    assert links() == [("Xã Hùng Sơn", "Xã Đề Thám", True), ("Xã Hùng Sơn", "Huyện Tràng Định", True)]


def test_a_unit_is_renamed_from_a_day_on_or_its_name_put_right(place, administrator, as_):
    client = as_(administrator)
    said = {"why": "tu-ngay", "on": "", "act": "NQ 1672", "name": "Xã Tràng Định", "official_code": "06000"}
    assert faults(client.post(address(place.de_tham, "doi-ten"), said)) == [
        "Hãy ghi ngày đầu tiên mang tên mới."
    ]
    client.post(address(place.de_tham, "doi-ten"), said | GO | {"on": "01/07/2025"})
    client.post(
        address(place.hung_son, "doi-ten"),
        {"why": "ghi-sai", "name": "Xã Hùng Sơn Mới", "official_code": ""} | GO,
    )
    names = UnitName.objects.filter(unit__in=[place.de_tham, place.hung_son]).order_by("unit", "pk")
    assert list(names.values_list("name", "valid_from")) == [
        ("Xã Đề Thám", None),
        ("Xã Tràng Định", JULY),
        ("Xã Hùng Sơn Mới", None),
    ]


def test_a_unit_is_moved_with_all_below_it(place, administrator, as_):
    client = as_(administrator)
    said = {"parent": "Tỉnh Lạng Sơn", "on": "01/07/2025", "act": ""}
    told = main_text(client.post(address(place.de_tham, "chuyen"), said))
    assert "2 đơn vị được chuyển, kể cả đơn vị này." in told
    assert parent_on(place.de_tham, JULY) == place.district
    client.post(address(place.de_tham, "chuyen"), said | GO)
    assert parent_on(place.de_tham, JULY) == place.province


def test_a_unit_is_dissolved_and_made(place, administrator, as_):
    client = as_(administrator)
    said = {"who": "khong-co", "on": "01/07/2025", "act": "", "note": ""}
    assert "Không có đơn vị nào tiếp nối." in main_text(
        client.post(address(place.hung_son, "giai-the"), said)
    )
    client.post(address(place.hung_son, "giai-the"), said | GO)
    assert links() == [("Xã Hùng Sơn", None, False)]
    made = {"name": "Xã Quốc Khánh", "kind": "commune", "hierarchy": "state", "parent": "Tỉnh Lạng Sơn"}
    client.post("/lam-viec/don-vi-moi", made | {"exists_from": "01/07/2025", "act": "NQ 1672"} | GO)
    new = Unit.objects.get(name="Xã Quốc Khánh")
    assert (new.exists_from, parent_on(new, JULY)) == (JULY, place.province)


@pytest.mark.parametrize("what", CHANGES)
def test_who_does_not_manage_units_changes_none(place, administrator, as_, what):
    assert as_(administrator).get(address(place.de_tham, what)).status_code == 200
    for user in (place.officer, place.clerk):
        client = as_(user)
        assert client.get(address(place.de_tham, what)).status_code == 403
        assert client.post(address(place.de_tham, what), GO).status_code == 403
    assert links() == []
    assert rows(as_(administrator).get(f"{UNITS}/{place.de_tham.key}"))[0][0] == "Xã Đề Thám"
