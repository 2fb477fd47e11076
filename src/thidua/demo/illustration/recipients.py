"""Names for recipients whom the report counts without naming them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Final

FAMILY: Final = [
    "Nông",
    "Hoàng",
    "Lương",
    "Vi",
    "Lý",
    "Triệu",
    "Hứa",
    "Chu",
    "Đàm",
    "Bế",
    "Lộc",
    "Nguyễn",
    "Trần",
    "Phạm",
    "Lê",
    "Dương",
    "Đặng",
    "Lành",
    "Mông",
    "Linh",
]
MIDDLE_MALE: Final = ["Văn", "Đức", "Minh", "Quang", "Hữu", "Thanh", "Xuân", "Quốc", "Đình", "Mạnh"]
MIDDLE_FEMALE: Final = ["Thị", "Thu", "Bích", "Hồng", "Ngọc", "Kim", "Thúy", "Lan", "Minh", "Diệu"]
GIVEN_MALE: Final = [
    "Ẩn",
    "Bằng",
    "Cường",
    "Dũng",
    "Đạt",
    "Hải",
    "Hiếu",
    "Khánh",
    "Lâm",
    "Long",
    "Nghĩa",
    "Phong",
    "Quân",
    "Sơn",
    "Thắng",
    "Tuấn",
    "Vinh",
]
GIVEN_FEMALE: Final = [
    "Anh",
    "Ánh",
    "Chi",
    "Diệp",
    "Hà",
    "Hạnh",
    "Huệ",
    "Lan",
    "Liên",
    "Mai",
    "Nga",
    "Oanh",
    "Phượng",
    "Thảo",
    "Uyên",
    "Vân",
    "Yến",
]
POSTS: Final = ("Giáo viên", "Bác sĩ", "Chuyên viên", "Trưởng thôn", "Kỹ sư", "Công nhân", "Bí thư chi bộ")
COLLECTIVES: Final = (
    "Nhân dân và cán bộ",
    "Trường Trung học cơ sở",
    "Trạm Y tế",
    "Hội Liên hiệp Phụ nữ",
    "Đoàn Thanh niên",
    "Hội Nông dân",
)


class RecipientInventor:
    """Invents a name, a post and a unit for the n-th recipient of a kind; no name comes twice."""

    def __init__(self, seed: int, places: Sequence[str]) -> None:
        self._random = random.Random(seed)  # noqa: S311 -- repeatable invention, not a secret
        self._places = list(places)
        self._used: set[str] = set()

    def __call__(self, kind: str, number: int) -> tuple[str, str, str]:
        """Return (name, post, unit or place) of an invented recipient."""
        place = self._places[(number * 7 + len(kind)) % len(self._places)]
        if kind == "collective":
            return (
                self._unused(
                    lambda: f"{self._random.choice(COLLECTIVES)} {self._random.choice(self._places)}"
                ),
                "",
                "",
            )
        if kind == "household":
            return self._unused(lambda: f"Hộ gia đình ông {self.person_name(male=True)}"), "", place
        name = self._unused(lambda: self.person_name(male=self._random.random() < 0.5))
        return name, self._random.choice(POSTS) if kind == "individual" else "", place

    def person_name(self, *, male: bool) -> str:
        """Return a common name of the region."""
        middle, given = (MIDDLE_MALE, GIVEN_MALE) if male else (MIDDLE_FEMALE, GIVEN_FEMALE)
        return " ".join(map(self._random.choice, (FAMILY, middle, given)))

    def _collective_name(self) -> str:
        return f"{self._random.choice(COLLECTIVES)} {self._random.choice(self._places)}"

    def _unused(self, invent: Callable[[], str]) -> str:
        while True:
            name = invent()
            if name not in self._used:
                self._used.add(name)
                return name
