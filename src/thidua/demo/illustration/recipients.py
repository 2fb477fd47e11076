"""Names for recipients whom the report counts without naming them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import yaml

NAMES: Final = Path(__file__).parents[1] / "data" / "lang_son" / "common_names.yaml"


@cache
def _names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = yaml.safe_load(NAMES.read_text(encoding="utf-8"))
    return names


def is_invented_as_woman(name: str) -> bool:
    """Tell whether an invented name was made of a woman's: no given name stands in both lists."""
    return name.split()[-1] in _names()["given_female"]


class RecipientInventor:
    """Invents a name, a post and a unit for the n-th recipient of a kind; no name comes twice."""

    def __init__(self, seed: int, places: Sequence[str]) -> None:
        self._random = random.Random(seed)  # noqa: S311 -- repeatable invention, not a secret
        self._places = list(places)
        self._used: set[str] = set()
        self._names = _names()

    def __call__(self, kind: str, number: int) -> tuple[str, str, str]:
        """Return (name, post, unit or place) of an invented recipient."""
        place = self._places[(number * 7 + len(kind)) % len(self._places)]
        if kind == "collective":
            return self._unused(self._collective_name), "", ""
        if kind == "household":
            return self._unused(lambda: f"Hộ gia đình ông {self.person_name(male=True)}"), "", place
        name = self._unused(lambda: self.person_name(male=self._random.random() < 0.5))
        return name, self._random.choice(self._names["posts"]) if kind == "individual" else "", place

    def person_name(self, *, male: bool) -> str:
        """Return a common name of the region."""
        middle, given = ("middle_male", "given_male") if male else ("middle_female", "given_female")
        return " ".join(self._random.choice(self._names[part]) for part in ("family", middle, given))

    def new_person_name(self, *, male: bool) -> str:
        """Return a name that nobody invented here has yet."""
        return self._unused(lambda: self.person_name(male=male))

    def _collective_name(self) -> str:
        return f"{self._random.choice(self._names['collectives'])} {self._random.choice(self._places)}"

    def _unused(self, invent: Callable[[], str]) -> str:
        while True:
            name = invent()
            if name not in self._used:
                self._used.add(name)
                return name
