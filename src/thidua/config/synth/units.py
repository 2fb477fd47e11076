"""The units of invented provinces: departments, districts and their bodies, communes, schools, enterprises.

A few communes are renamed in 2019 and a few merged in 2020, so that old and new names both lead somewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from itertools import product
from typing import Final

import numpy as np
import numpy.typing as npt

from thidua.orgs.paths import path_below

RENAMED_ON: Final = date(2019, 7, 1)
MERGED_ON: Final = date(2020, 1, 1)
BEGINS: Final = date(1996, 11, 6)
DISTRICTS: Final = 10
COMMUNES: Final = 20  # a district
SCHOOLS: Final = 3  # a commune
ENTERPRISES: Final = 80  # a province
RENAMED: Final = 4  # a province
MERGED: Final = 4  # pairs a province

PROVINCES: Final = (
    "Vân Sơn", "Thanh Giang", "Đông Lĩnh", "Hoàng Khê", "Nam Trạch", "Bắc Phong", "Yên Lam", "Tân Hải",
    "Minh Hà", "Lộc Xuyên", "Phú Thái", "Thượng Nguyên", "Quế Dương", "Kim Bồng", "Trường An", "Hải Vân",
)  # fmt: skip
FIRST: Final = (
    "Hồng", "Tân", "Đồng", "Yên", "Bình", "Vân", "Hoàng", "Thụy", "Minh", "Quang", "Tràng", "Hữu", "Chi", "Mai",
    "Gia", "Bắc", "Nam", "Đề", "Kim", "Hòa", "Thạch", "Lâm",
)  # fmt: skip
SECOND: Final = (
    "Phong", "Thám", "Lăng", "Định", "Sơn", "Trung", "Giáp", "Lạc", "Mỹ", "Hùng", "Việt", "Khánh", "Thành",
    "Thủy", "Tiến", "Cường", "Phúc", "Lợi", "Đức", "Thắng",
)  # fmt: skip
SCHOOL_LEVELS: Final = ("Mầm non", "Tiểu học", "THCS")
DEPARTMENTS: Final = (
    "Sở Nội vụ", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Tài chính", "Sở Tư pháp", "Sở Công Thương",
    "Sở Xây dựng", "Sở Giao thông vận tải", "Sở Kế hoạch và Đầu tư", "Sở Khoa học và Công nghệ",
    "Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Phát triển nông thôn", "Sở Thông tin và Truyền thông",
    "Sở Lao động – Thương binh và Xã hội", "Sở Văn hóa, Thể thao và Du lịch", "Sở Ngoại vụ", "Ban Dân tộc",
    "Thanh tra tỉnh", "Văn phòng Ủy ban nhân dân tỉnh", "Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "Cục Thuế tỉnh",
)  # fmt: skip
DISTRICT_BODIES: Final = (
    "Phòng Nội vụ", "Phòng Giáo dục và Đào tạo", "Phòng Tài chính – Kế hoạch", "Phòng Tư pháp", "Phòng Y tế",
    "Phòng Nông nghiệp và Phát triển nông thôn", "Phòng Tài nguyên và Môi trường", "Phòng Văn hóa và Thông tin",
    "Thanh tra", "Trung tâm Y tế", "Hội Liên hiệp Phụ nữ", "Hội Nông dân",
)  # fmt: skip
TRADES: Final = (
    "Xây dựng", "Thương mại", "Nông lâm nghiệp", "Vận tải", "Cơ khí", "Chế biến gỗ", "Du lịch", "Dược phẩm",
)  # fmt: skip


class Category(IntEnum):
    """What a planned unit is."""

    PROVINCE = 0
    DEPARTMENT = 1
    DISTRICT = 2
    DISTRICT_BODY = 3
    COMMUNE = 4
    SCHOOL = 5
    ENTERPRISE = 6


@dataclass
class PlannedUnit:
    """A unit to be; `old_name` is what it was called before RENAMED_ON, `successor` what it was merged into."""

    id: int
    category: Category
    name: str
    short_name: str
    parent: int | None
    path: str
    decider: int
    exists_from: date = BEGINS
    exists_to: date | None = None
    old_name: str = ""
    successor: int | None = None


@dataclass(frozen=True)
class UnitPlan:
    """All units, number n at place n-1, and what careers ask of them as columns with place 0 unused."""

    units: list[PlannedUnit]
    category: npt.NDArray[np.int64]
    decider: npt.NDArray[np.int64]  # who decides titles of the basic level
    province: npt.NDArray[np.int64]
    successor: npt.NDArray[np.int64]  # itself where nobody follows
    standing: npt.NDArray[np.bool_]  # from the beginning

    def names_in(self, year: int) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.object_]]:
        """Return what each unit, and the one above it, was called at the end of `year`; place 0 is empty."""
        own = {0: ""}
        for unit in self.units:
            own[unit.id] = unit.old_name if unit.old_name and year < RENAMED_ON.year else unit.name
        above = ["", *(own[unit.parent or 0] for unit in self.units)]
        return np.array(list(own.values()), dtype=object), np.array(above, dtype=object)

    def place_in(self, units: npt.NDArray[np.int64], year: int) -> npt.NDArray[np.int64]:
        """Return the units that stand for `units` in `year`: after a merger, the one that follows."""
        return self.successor[units] if year >= MERGED_ON.year else units


def plan_units(provinces: int, seed: int) -> UnitPlan:
    """Return the units of so many provinces, about 1,030 each."""
    random = np.random.default_rng([seed, 1])
    units: list[PlannedUnit] = []
    for number in range(provinces):
        round_, place = divmod(number, len(PROVINCES))
        _plan_province(units, PROVINCES[place] + (f" {round_ + 1}" if round_ else ""), random)
    size = len(units) + 1
    category, decider, province, successor = (np.zeros(size, dtype=np.int64) for _column in range(4))
    standing = np.zeros(size, dtype=np.bool_)
    for unit in units:
        category[unit.id], decider[unit.id] = unit.category, unit.decider
        province[unit.id] = int(unit.path[:7])
        successor[unit.id] = unit.successor or unit.id
        standing[unit.id] = unit.exists_from == BEGINS
    return UnitPlan(units, category, decider, province, successor, standing)


def _plan_province(units: list[PlannedUnit], short: str, random: np.random.Generator) -> None:
    def add(category: Category, name: str, short_name: str, parent: PlannedUnit | None) -> PlannedUnit:
        number = len(units) + 1
        path = path_below(parent.path if parent else "", number)
        decides_itself = parent is None or category in {
            Category.DEPARTMENT,
            Category.ENTERPRISE,
            Category.DISTRICT,
        }
        decider = number if decides_itself or parent is None else parent.decider
        unit = PlannedUnit(number, category, name, short_name, parent.id if parent else None, path, decider)
        units.append(unit)
        return unit

    places = [f"{first} {second}" for first, second in product(FIRST, SECOND)]
    named = iter([places[place] for place in random.permutation(len(places)).tolist()])
    province = add(Category.PROVINCE, f"Tỉnh {short}", short, None)
    for name in DEPARTMENTS:
        add(Category.DEPARTMENT, name, name, province)
    for number in range(ENTERPRISES):
        form = ("Công ty cổ phần", "Công ty TNHH", "Hợp tác xã")[number % 3]
        name = f"{form} {TRADES[number % len(TRADES)]} {next(named)}"
        add(Category.ENTERPRISE, name, name, province)
    communes = []
    for _number in range(DISTRICTS):
        place = next(named)
        district = add(Category.DISTRICT, f"Huyện {place}", place, province)
        for name in DISTRICT_BODIES:
            add(Category.DISTRICT_BODY, name, name, district)
        for _commune in range(COMMUNES):
            place = next(named)
            commune = add(Category.COMMUNE, f"Xã {place}", place, district)
            communes.append(commune)
            for level in SCHOOL_LEVELS[:SCHOOLS]:
                add(Category.SCHOOL, f"Trường {level} {place}", f"{level} {place}", commune)
    for commune in communes[:: len(communes) // RENAMED][:RENAMED]:
        commune.old_name = f"Xã {next(named)}"
    _merge(units, communes, add)


def _merge(units: list[PlannedUnit], communes: list[PlannedUnit], add: object) -> None:
    """Let pairs of neighbours end on the day before MERGED_ON and a new commune begin; their schools follow."""
    assert callable(add)
    step = len(communes) // MERGED
    for start in range(1, len(communes) - 1, step):
        first, second = communes[start], communes[start + 1]
        if first.parent != second.parent or first.old_name or second.old_name:
            continue
        district = units[(first.parent or 1) - 1]
        joined = f"{first.short_name.split()[0]} {second.short_name.split()[-1]} Mới"
        new = add(Category.COMMUNE, f"Xã {joined}", joined, district)
        new.exists_from = MERGED_ON
        for old in (first, second):
            old.exists_to = date(MERGED_ON.year - 1, 12, 31)
            old.successor = new.id
