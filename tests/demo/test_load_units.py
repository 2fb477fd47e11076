"""The province in the database: counts, addresses of the report in two eras, search, and a fixed number of queries."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from django.db import transaction

from thidua.demo.units import PROVINCE, load_units
from thidua.orgs.enums import COMMUNE_LEVEL, Hierarchy
from thidua.orgs.models import Unit, UnitPlacement
from thidua.orgs.queries import (
    address_as_of,
    address_today,
    addresses_as_of,
    addresses_today,
    children,
    lineage,
    name_as_of,
    predecessor_ids,
    search_units,
    subtree,
    units_as_of,
)
from thidua.support.audit.models import AuditEntry

ON_THE_DAY = date(2019, 10, 31)
TODAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def loaded_units(django_db_setup, django_db_blocker):
    """The units in a transaction around the whole file; each test's own writes are taken back by `db`."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_units(by=None)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def province(loaded_units, db):
    return Unit.objects.get(key=PROVINCE)


def unit(key):
    return Unit.objects.get(key=key)


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2019, 12, 1), 226),
        (date(2020, 6, 1), 200),
        (date(2024, 12, 2), 194),
        (date(2025, 6, 1), 194),
        (date(2025, 7, 1), 65),
    ],
)
def test_the_communes_of_a_day_are_counted_by_kind_and_by_subtree(province, day, count):
    assert units_as_of(day, kinds=COMMUNE_LEVEL).count() == count
    assert subtree(province, day).filter(kind__in=COMMUNE_LEVEL).count() == count


def test_districts_hold_their_communes_and_then_are_gone(province):
    held = {
        district.name: children(district, ON_THE_DAY).filter(kind__in=COMMUNE_LEVEL).count()
        for district in units_as_of(ON_THE_DAY, kinds=["district", "city"])
    }
    assert sum(held.values()) == 226
    assert (held["Huyện Tràng Định"], held["Huyện Đình Lập"], held["Thành phố Lạng Sơn"]) == (23, 12, 8)
    assert not units_as_of(date(2025, 7, 1), kinds=["district", "city"]).exists()


@pytest.mark.parametrize(
    ("village", "then", "now"),
    [
        (
            "thon-na-ao-2-de-tham",
            "thôn Nà Ao 2, xã Đề Thám, huyện Tràng Định, tỉnh Lạng Sơn",
            "nay: xã Tràng Định, tỉnh Lạng Sơn",
        ),
        (
            "thon-ban-dooc-hiep-ha",
            "thôn Bản Đoóc, xã Hiệp Hạ, huyện Lộc Bình, tỉnh Lạng Sơn",
            "nay: xã Thống Nhất, tỉnh Lạng Sơn (suy ra, cần đối chiếu)",
        ),
        (
            "thon-na-peo-bac-lang",
            "thôn Nà Pẻo, xã Bắc Lãng, huyện Đình Lập, tỉnh Lạng Sơn",
            "nay: xã Châu Sơn, tỉnh Lạng Sơn",
        ),
    ],
)
def test_the_addresses_of_the_report_resolve_in_both_eras(province, village, then, now):
    assert address_as_of(unit(village), ON_THE_DAY) == then
    assert address_today(unit(village), TODAY).sentence == now


@pytest.mark.parametrize(
    ("key", "now"),
    [
        ("xa-binh-xa-dinh-lap", "nay: xã Đình Lập, tỉnh Lạng Sơn hoặc xã Kiên Mộc, tỉnh Lạng Sơn"),
        ("xa-song-giap-cao-loc", "nay: chưa rõ thuộc đơn vị nào"),
        (
            "xa-trung-quan-van-lang",
            "nay: xã Na Sầm, tỉnh Lạng Sơn (suy ra, cần đối chiếu); phần còn lại chưa rõ",
        ),
        ("huyen-trang-dinh", "đã kết thúc, không có đơn vị kế tục"),
        ("xa-trang-dinh-2025", ""),
    ],
)
def test_splits_gaps_and_ends_are_told_honestly(province, key, now):
    assert address_today(unit(key), TODAY).sentence == now


def test_a_code_is_not_an_identity(province):
    bearers = Unit.objects.filter(names__official_code="06112").values_list("name", flat=True)
    assert sorted(bearers) == ["Thị trấn Bình Gia", "Xã Bình Gia", "Xã Tô Hiệu"]
    town = unit("thi-tran-that-khe-trang-dinh")
    assert name_as_of(town, date(2024, 11, 30)).official_code == "05995"
    assert name_as_of(town, date(2024, 12, 1)).official_code == "06040"


def test_the_board_moved_to_the_new_department_and_its_name_is_not_certain(province):
    board = unit("ban-thi-dua-khen-thuong")
    parents = UnitPlacement.objects.filter(unit=board).values_list("parent__key", "valid_from", "valid_to")
    assert list(parents) == [
        ("so-noi-vu", None, date(2025, 2, 28)),
        ("so-noi-vu-2025", date(2025, 3, 1), None),
    ]
    assert name_as_of(board, ON_THE_DAY).is_certain
    assert not name_as_of(board, TODAY).is_certain
    assert address_as_of(board, TODAY) == "Ban Thi đua – Khen thưởng tỉnh, tỉnh Lạng Sơn"


def test_the_new_department_goes_back_to_two(province):
    new = unit("so-noi-vu-2025")
    assert predecessor_ids(new) == {unit("so-noi-vu").pk, unit("so-lao-dong-thuong-binh-va-xa-hoi").pk}


def test_a_commune_of_2025_knows_all_it_goes_back_to(province):
    steps = lineage(unit("xa-thong-nhat-2025")).before
    assert [(step.date.year, step.predecessor.name, step.certainty) for step in steps] == [
        (2020, "Xã Xuân Tình", "inferred"),
        (2020, "Xã Vân Mộng", "inferred"),
        (2020, "Xã Minh Phát", "inferred"),
        (2020, "Xã Hiệp Hạ", "inferred"),
        (2025, "Xã Minh Hiệp", "confirmed"),
        (2025, "Xã Hữu Lân", "confirmed"),
        (2025, "Xã Thống Nhất", "confirmed"),
    ]


def test_every_hierarchy_is_there(province):
    counts = Counter(Unit.objects.values_list("hierarchy", flat=True))
    assert counts[Hierarchy.PARTY] == 15
    assert counts[Hierarchy.MASS] == 7
    assert counts[Hierarchy.VILLAGE] == 3


@pytest.mark.parametrize(
    "typed", ["de tham", "ĐỀ THÁM", "Xã Đề Thám", "de tham trang dinh", "đề thám, tràng định"]
)
def test_an_old_name_is_found_with_its_parent_and_its_era(province, typed):
    assert [hit.label for hit in search_units(typed)] == [
        "Xã Đề Thám (huyện Tràng Định, tỉnh Lạng Sơn; đến 30/06/2025)"
    ]


def test_names_borne_by_several_units_are_told_apart(province):
    hits = search_units("chi lăng")
    assert [(hit.name, hit.where, hit.era) for hit in hits] == [
        ("Xã Chi Lăng", "tỉnh Lạng Sơn", "từ 01/07/2025"),
        ("Huyện Chi Lăng", "tỉnh Lạng Sơn", "đến 30/06/2025"),
        ("Phường Chi Lăng", "thành phố Lạng Sơn, tỉnh Lạng Sơn", "đến 30/06/2025"),
        ("Xã Chi Lăng", "huyện Tràng Định, tỉnh Lạng Sơn", "đến 30/06/2025"),
        ("Thị trấn Chi Lăng", "huyện Chi Lăng, tỉnh Lạng Sơn", "đến 30/06/2025"),
        ("Xã Chi Lăng", "huyện Chi Lăng, tỉnh Lạng Sơn", "đến 30/06/2025"),
        ("Huyện ủy Chi Lăng", "Tỉnh ủy, tỉnh Lạng Sơn", "đến 30/06/2025"),
    ]
    assert len({hit.label for hit in hits}) == len(hits)


def test_a_search_can_be_narrowed_to_a_day_and_to_kinds(province):
    assert [hit.key for hit in search_units("hòa bình", on=TODAY)] == []
    assert len(search_units("hoà bình", on=ON_THE_DAY, kinds=["commune"])) == 4
    assert [hit.key for hit in search_units("bac son", on=date(2019, 1, 1), kinds=["commune"])] == [
        "xa-bac-son-bac-son"
    ]
    assert search_units(" , ") == []


@pytest.mark.parametrize("size", [1, 3])
def test_reading_many_costs_no_more_queries_than_one(province, size, django_assert_num_queries):
    keys = ["thon-ban-dooc-hiep-ha", "xa-binh-xa-dinh-lap", "xa-trang-dinh-2025"][:size]
    ids = list(Unit.objects.filter(key__in=keys).values_list("pk", flat=True))
    with django_assert_num_queries(2):
        addresses_as_of(ids, ON_THE_DAY)
    with django_assert_num_queries(5):
        addresses_today(ids, TODAY)
    with django_assert_num_queries(3):
        search_units("chi lăng" if size == 3 else "đề thám")
    with django_assert_num_queries(1):
        [(row.name_then, row.path_then) for row in units_as_of(ON_THE_DAY)[:size]]
    with django_assert_num_queries(2):
        list(subtree(province, ON_THE_DAY)[:size])


def test_loading_again_changes_nothing_and_one_row_of_the_log_tells_of_all(province):
    before = (Unit.objects.count(), UnitPlacement.objects.count(), AuditEntry.objects.count())
    again = load_units(by=None)
    assert (again.created, again.links) == (0, 0)
    assert (Unit.objects.count(), UnitPlacement.objects.count(), AuditEntry.objects.count()) == before
    assert AuditEntry.objects.get().action == "orgs.units_imported"
