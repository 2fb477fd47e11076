"""Names and phrases of the register, each written, folded and keyed only once."""

from __future__ import annotations

from typing import Final

import numpy as np

from thidua.config.synth.careers import Numbers
from thidua.config.synth.labelled import LETTERS, one_edit
from thidua.config.synth.names import WHOLE_NAMES_FROM, Codes, Generator, Texts, names
from thidua.config.synth.units import Category
from thidua.core.vietnamese.hygiene import clean_line
from thidua.core.vietnamese.names import NameOrder
from thidua.registry.actions.recipient_names import name_row
from thidua.registry.models import RecipientName

POSTS: Final[dict[Category, tuple[tuple[str, ...], tuple[str, ...]]]] = {  # of most, of the senior
    Category.SCHOOL: (
        ("Giáo viên", "Nhân viên", "Kế toán", "Tổ trưởng chuyên môn"),
        ("Hiệu trưởng", "Phó Hiệu trưởng"),
    ),
    Category.COMMUNE: (
        ("Công chức Văn phòng – Thống kê", "Trưởng thôn", "Công chức Địa chính", "Chỉ huy trưởng Quân sự xã"),
        ("Chủ tịch UBND xã", "Phó Chủ tịch UBND xã", "Bí thư Đảng ủy xã"),
    ),
    Category.DISTRICT_BODY: (("Chuyên viên", "Bác sĩ", "Điều dưỡng"), ("Trưởng phòng", "Phó Trưởng phòng")),
    Category.DEPARTMENT: (
        ("Chuyên viên", "Chuyên viên chính", "Thanh tra viên"),
        ("Giám đốc", "Phó Giám đốc"),
    ),
    Category.ENTERPRISE: (("Công nhân", "Kỹ thuật viên", "Nhân viên kinh doanh"), ("Giám đốc", "Quản đốc")),
    Category.DISTRICT: (("Chuyên viên", "Lái xe"), ("Chủ tịch UBND huyện", "Phó Chủ tịch UBND huyện")),
}
INNER: Final[dict[Category, tuple[str, ...]]] = {
    Category.SCHOOL: (
        "Tổ Toán – Lý",
        "Tổ Ngữ văn",
        "Tổ Văn phòng",
        "Tổ Khoa học tự nhiên",
        "Lớp ghép điểm trường",
    ),
    Category.COMMUNE: (
        "Thôn Nà Pò",
        "Thôn Bản Chu",
        "Thôn Khuổi Kheo",
        "Ban Chỉ huy Quân sự",
        "Chi hội Phụ nữ",
    ),
    Category.DISTRICT_BODY: ("Tổ Tổng hợp", "Khoa Nội", "Khoa Ngoại", "Bộ phận Một cửa", "Tổ Kế toán"),
    Category.DEPARTMENT: (
        "Phòng Tổ chức – Hành chính",
        "Phòng Kế hoạch",
        "Phòng Nghiệp vụ",
        "Văn phòng",
        "Thanh tra",
    ),
    Category.ENTERPRISE: ("Phân xưởng 1", "Phân xưởng 2", "Phòng Kinh doanh", "Đội xe", "Phòng Kỹ thuật"),
    Category.DISTRICT: (
        "Văn phòng",
        "Ban Tiếp công dân",
        "Ban Quản lý dự án",
        "Đội Trật tự đô thị",
        "Trung tâm",
    ),
}
HOUSEHOLD_OF: Final = ("Hộ gia đình ông ", "Hộ gia đình bà ")


class Register:
    """All names that stand in the register, numbered from 0: as written, and their entry in the dictionary.

    `entries` are rows of the dictionary, entry n with the id n + 1: names that differ only in case share one.
    """

    def __init__(self) -> None:
        """Begin without names."""
        self.entries: list[RecipientName] = []
        self._written: list[str] = []
        self._entry: list[int] = []
        self._number: dict[tuple[str, NameOrder], int] = {}
        self._entry_of: dict[tuple[str, str], int] = {}
        self.written = np.zeros(0, dtype=object)
        self.entry = self.code = np.zeros(0, dtype=np.int64)

    def people(self, codes: Codes) -> Numbers:
        """Return the number of each person's name."""
        distinct, place = np.unique(codes, return_inverse=True)
        whole = (distinct >= WHOLE_NAMES_FROM).tolist()
        orders = [NameOrder.WHOLE if is_whole else NameOrder.GIVEN_LAST for is_whole in whole]
        return self._numbers(names().spell(distinct).tolist(), orders)[place]

    def groups(self, texts: list[str]) -> Numbers:
        """Return the number of each collective's or household's name: listed as written."""
        return self._numbers(texts, [NameOrder.WHOLE] * len(texts))

    def slips(self, random: Generator, numbers: Numbers) -> Numbers:
        """Return the numbers of these people's names with one letter wrong, as registers have some."""
        places, kinds, letters = (random.integers(1, top, len(numbers)) for top in (1000, 4, len(LETTERS)))
        texts = [
            one_edit(text, place, kind, LETTERS[letter]).strip() or text
            for text, place, kind, letter in zip(
                self.written[numbers].tolist(), places.tolist(), kinds.tolist(), letters.tolist(), strict=True
            )
        ]
        return self._numbers([clean_line(text) for text in texts], [NameOrder.GIVEN_LAST] * len(texts))

    def _numbers(self, texts: list[str], orders: list[NameOrder]) -> Numbers:
        before = len(self._written)
        numbers = [self._number_of(text, order) for text, order in zip(texts, orders, strict=True)]
        if len(self._written) > before:
            self.written = np.array(self._written, dtype=object)
            self.entry = np.array(self._entry, dtype=np.int64)
            self.code = np.array([entry.code for entry in self.entries], dtype=np.int64)
        return np.array(numbers, dtype=np.int64)

    def _number_of(self, name: str, order: NameOrder) -> int:
        known = self._number.get((name, order))
        if known is not None:
            return known
        row = name_row(name, order)
        entry = self._entry_of.setdefault((row.spelling, row.order), len(self.entries))
        if entry == len(self.entries):
            self.entries.append(row)
        self._written.append(name)
        self._entry.append(entry)
        self._number[name, order] = len(self._written) - 1
        return len(self._written) - 1


def posts() -> tuple[Texts, Numbers]:
    """Return all posts, and a table: category, whether senior, one of 12 choices → place among the posts."""
    words = [""]
    table = np.zeros((len(Category), 2, 12), dtype=np.int64)
    for category, choices in POSTS.items():
        for senior, several in enumerate(choices):
            table[category, senior] = [len(words) + choice % len(several) for choice in range(12)]
            words.extend(several)
    return np.array(words, dtype=object), table


def collective_name(category: int, inner: int, unit: str) -> str:
    """Return what a collective is called: the unit itself, or a part of it and the unit."""
    if not inner:
        return unit
    parts = INNER.get(Category(category), ("Văn phòng",))
    round_, place = divmod(inner - 1, len(parts))
    return f"{parts[place]}{f' số {round_ + 1}' if round_ else ''}, {unit}"
