"""The province's data files, read as files: counts, dates, links and the three communes of the report."""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import pytest
import yaml

DATA = Path(__file__).resolve().parents[2] / "src/thidua/demo/data/lang_son"
EXPECTED = Path(__file__).with_name("expected_successors.csv")
COMMUNE_LEVEL = {"ward", "township", "commune"}
LAST_DAY_OF_DISTRICTS = "2025-06-30"
DISTRICTS_2019 = {
    "thanh-pho-lang-son": 8,
    "huyen-trang-dinh": 23,
    "huyen-binh-gia": 20,
    "huyen-van-lang": 20,
    "huyen-cao-loc": 23,
    "huyen-van-quan": 24,
    "huyen-bac-son": 20,
    "huyen-huu-lung": 26,
    "huyen-chi-lang": 21,
    "huyen-loc-binh": 29,
    "huyen-dinh-lap": 12,
}
DISTRICTS_2020 = {
    "thanh-pho-lang-son": 8,
    "huyen-trang-dinh": 22,
    "huyen-binh-gia": 19,
    "huyen-van-lang": 17,
    "huyen-cao-loc": 22,
    "huyen-van-quan": 17,
    "huyen-bac-son": 18,
    "huyen-huu-lung": 24,
    "huyen-chi-lang": 20,
    "huyen-loc-binh": 21,
    "huyen-dinh-lap": 12,
}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


UNITS = {row["key"]: row for row in rows(DATA / "units.csv")}
LINKS = rows(DATA / "successions.csv")
SUCCESSORS = defaultdict(list)
for _link in LINKS:
    SUCCESSORS[_link["predecessor"]].append(_link)


def standing(day: str) -> list[dict[str, str]]:
    return [
        unit
        for unit in UNITS.values()
        if unit["kind"] in COMMUNE_LEVEL
        and (unit["exists_from"] or "0000") <= day <= (unit["exists_to"] or "9999")
    ]


def reached(key: str) -> tuple[set[str], bool]:
    """Return the names of the units that stand today behind `key`, and whether a part of it is lost."""
    if not UNITS[key]["exists_to"]:
        return {UNITS[key]["name"]}, False
    names: set[str] = set()
    unknown = False
    for link in SUCCESSORS[key]:
        if link["successor"]:
            further, lost = reached(link["successor"])
            names |= further
            unknown |= lost
        else:
            unknown |= link["certainty"] == "unknown"
    return names, unknown


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("2019-12-01", 226),
        ("2019-12-31", 226),
        ("2020-01-01", 200),
        ("2020-06-01", 200),
        ("2024-11-30", 200),
        ("2024-12-02", 194),
        ("2025-06-01", 194),
        ("2025-06-30", 194),
        ("2025-07-01", 65),
    ],
)
def test_the_number_of_communes_is_right_on_every_side_of_a_resolution(day, count):
    assert len(standing(day)) == count


def test_the_levels_of_2019_and_2025_are_those_of_the_resolutions():
    assert Counter(unit["kind"] for unit in standing("2019-12-01")) == {
        "commune": 207,
        "township": 14,
        "ward": 5,
    }
    assert Counter(unit["kind"] for unit in standing("2025-07-01")) == {"commune": 61, "ward": 4}


@pytest.mark.parametrize(("day", "counts"), [("2019-12-01", DISTRICTS_2019), ("2020-06-01", DISTRICTS_2020)])
def test_each_district_has_its_communes(day, counts):
    assert Counter(unit["parent"] for unit in standing(day)) == counts


def test_after_the_districts_every_commune_stands_under_the_province():
    assert {unit["parent"] for unit in standing("2025-07-01")} == {"tinh-lang-son"}
    ended = [unit for unit in UNITS.values() if unit["kind"] in {"district", "city"}]
    assert {unit["exists_to"] for unit in ended} == {LAST_DAY_OF_DISTRICTS}
    assert len(ended) == 11


def test_keys_are_unique_and_codes_are_not():
    assert len(UNITS) == len(rows(DATA / "units.csv")) == 313
    codes = Counter(unit["official_code"] for unit in UNITS.values())
    assert codes["06112"] == 3  # Tô Hiệu, thị trấn Bình Gia, xã Bình Gia


def test_no_name_stands_twice_under_one_parent_on_one_day():
    for day in ("2019-12-01", "2020-06-01", "2025-06-01", "2025-07-01"):
        names = Counter((unit["parent"], unit["name"]) for unit in standing(day))
        assert [name for name, times in names.items() if times > 1] == []


def test_names_are_normalised():
    for unit in UNITS.values():
        assert unit["name"] == unicodedata.normalize("NFC", unit["name"])
        assert unit["name"] == " ".join(unit["name"].split())
        assert unit["name"].endswith(" " + unit["bare_name"])
        assert not {"hoà", "Hoà"} & set(unit["name"].split())
    names = {unit["name"] for unit in UNITS.values()}
    assert {"Thị trấn Nông trường Thái Bình", "Xã Đồng Ý", "Phường Hoàng Văn Thụ", "Xã Quý Hòa"} <= names
    assert not {"Thị trấn NT Thái Bình", "Xã Đồng ý"} & names


def test_no_unit_ends_before_it_begins_and_none_outlives_its_parent():
    for unit in UNITS.values():
        assert (unit["exists_from"] or "0000") <= (unit["exists_to"] or "9999")
        if unit["parent"]:
            parent = UNITS[unit["parent"]]
            assert (unit["exists_to"] or "9999") <= (parent["exists_to"] or "9999")


def test_every_link_joins_units_that_meet_on_its_date():
    for link in LINKS:
        old = UNITS[link["predecessor"]]
        assert old["exists_to"] < link["date"], link
        if link["successor"]:
            new = UNITS[link["successor"]]
            assert (new["exists_from"] or "0000") <= link["date"] <= (new["exists_to"] or "9999"), link
        else:
            assert link["certainty"] in {"unknown", "confirmed"}, link


def test_every_ended_unit_says_what_became_of_it_and_every_new_one_where_it_comes_from():
    ended = {key for key, unit in UNITS.items() if unit["exists_to"]}
    assert {link["predecessor"] for link in LINKS} == ended
    new = {key for key, unit in UNITS.items() if unit["exists_from"]}
    assert len(new) == 75
    assert new <= {link["successor"] for link in LINKS}


@pytest.mark.parametrize("fact", rows(EXPECTED), ids=lambda fact: fact["name_2019"] + ", " + fact["district"])
def test_every_unit_of_2019_reaches_its_communes_of_2025_or_is_marked_unknown(fact):
    (unit,) = (
        unit
        for unit in standing("2019-12-01")
        if unit["name"].lower() == fact["name_2019"].lower()
        and UNITS[unit["parent"]]["name"] == fact["district"]
    )
    names, unknown = reached(unit["key"])
    expected = {name for name in fact["communes_2025"].split("; ") if name}
    assert expected <= names
    assert names or unknown


def test_only_dissolved_or_split_units_reach_more_than_one_commune():
    several = {unit["name"]: reached(unit["key"])[0] for unit in standing("2019-12-01")}
    assert {name: goals for name, goals in several.items() if len(goals) > 1} == {
        "Xã Bắc Ái": {"Xã Tràng Định", "Xã Tân Tiến"},
        "Xã Đại Đồng": {"Xã Thất Khê", "Xã Quốc Khánh"},
        "Xã Tân Lang": {"Xã Na Sầm", "Xã Văn Lãng"},
        "Xã Bính Xá": {"Xã Đình Lập", "Xã Kiên Mộc"},
        "Xã Kiên Mộc": {"Xã Châu Sơn", "Xã Kiên Mộc"},
    }


def test_what_is_not_known_is_not_guessed():
    lost = {unit["name"] for unit in standing("2019-12-01") if not reached(unit["key"])[0]}
    assert lost == {
        "Xã Song Giáp",
        *("Xã Phú Mỹ", "Xã Việt Yên", "Xã Song Giang", "Xã Vĩnh Lại", "Xã Chu Túc", "Xã Tràng Sơn"),
        *("Xã Bằng Khánh", "Xã Xuân Lễ", "Xã Như Khuê", "Xã Nhượng Bạn", "Xã Quan Bản"),
    }
    partly = {unit["name"] for unit in standing("2019-12-01") if all(reached(unit["key"]))}
    assert partly == {"Xã Trùng Quán", "Xã Tân Việt", "Xã Xuân Mai"}


def test_the_two_splits_of_2025_are_the_only_ones():
    split = Counter(
        link["predecessor"] for link in LINKS if link["date"] == "2025-07-01" and link["successor"]
    )
    assert {key for key, times in split.items() if times > 1} == {
        "xa-binh-xa-dinh-lap",
        "xa-kien-moc-dinh-lap",
    }
    assert {link["extent"] for link in SUCCESSORS["xa-binh-xa-dinh-lap"]} == {"part"}


def test_the_three_communes_of_the_report_reach_their_present():
    assert reached("xa-de-tham-trang-dinh") == ({"Xã Tràng Định"}, False)
    assert reached("xa-hiep-ha-loc-binh") == ({"Xã Thống Nhất"}, False)
    assert reached("xa-bac-lang-dinh-lap") == ({"Xã Châu Sơn"}, False)
    (link,) = SUCCESSORS["xa-hiep-ha-loc-binh"]
    assert (link["successor"], link["certainty"]) == ("xa-minh-hiep-loc-binh", "inferred")
    (link,) = SUCCESSORS["xa-de-tham-trang-dinh"]
    assert (link["successor"], link["certainty"]) == ("xa-trang-dinh-2025", "confirmed")


def test_villages_hang_on_the_communes_of_2019():
    assert {row["name"]: row["parent"] for row in rows(DATA / "villages.csv")} == {
        "Thôn Nà Ao 2": "xa-de-tham-trang-dinh",
        "Thôn Bản Đoóc": "xa-hiep-ha-loc-binh",
        "Thôn Nà Pẻo": "xa-bac-lang-dinh-lap",
    }


def test_periods_of_names_follow_each_other_without_a_gap():
    periods = defaultdict(list)
    for row in rows(DATA / "names.csv"):
        periods[row["key"]].append(row)
    assert set(periods) == {
        "thi-tran-that-khe-trang-dinh",
        "thi-tran-binh-gia-binh-gia",
        "xa-binh-phuc-van-quan",
    }
    for key, (first, second) in periods.items():
        assert first["valid_from"] == UNITS[key]["exists_from"]
        assert second["valid_to"] == UNITS[key]["exists_to"]
        assert first["valid_to"] < second["valid_from"]
        assert second["official_code"] == UNITS[key]["official_code"]


def test_organisations_have_parents_and_the_board_admits_its_uncertain_name():
    data = yaml.safe_load((DATA / "organisations.yaml").read_text(encoding="utf-8"))
    bodies = {body["key"]: body for body in data["organisations"]}
    assert len(bodies) == len(data["organisations"])
    known = set(bodies) | {"tinh-lang-son"}
    for body in bodies.values():
        assert body["known"] in {"report", "source", "common", "unclear"}
        assert body["hierarchy"] in {"state", "party", "mass"}
        for placement in body.get("parents", [body]):
            assert placement["parent"] in known
    assert sum(body["key"].startswith(("huyen-uy", "thanh-uy")) for body in bodies.values()) == 11
    assert [name["certainty"] for name in bodies["ban-thi-dua-khen-thuong"]["names"]] == [
        "confirmed",
        "unknown",
    ]
    for link in data["successions"]:
        assert {*link["predecessors"], link["successor"]} <= set(bodies)
