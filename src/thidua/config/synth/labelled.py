"""Records of award books whose true person is known: what linkage is measured against. No Django.

Seven of ten records are persons written once and properly; three of ten are the same persons written again, with
the noise of books: half lose their marks, a quarter has one letter wrong, 15 % lack the birth date, 30 % give only
the year, 5 % have day and month swapped, a quarter stands in another unit, posts change with the years. Women keep
their name when they marry, so that no surname changes.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from thidua.config.synth.names import Codes, Generator, Texts, names

Numbers: TypeAlias = npt.NDArray[np.int64]
Days: TypeAlias = npt.NDArray[np.object_]

SHARE_DUPLICATES: Final = 0.30
UNITS: Final = 12_000
BORN: Final = (1940, 2002)
AWARDED: Final = (2003, 2024)
POSTS: Final = (
    "Giáo viên", "Chuyên viên", "Công nhân", "Cán bộ", "Nhân viên", "Phó Trưởng phòng", "Trưởng phòng",
    "Phó Chủ tịch UBND xã", "Chủ tịch UBND xã", "Hiệu trưởng", "Phó Hiệu trưởng", "Trưởng thôn", "Bác sĩ",
    "Điều dưỡng", "Kế toán", "Công chức Văn phòng – Thống kê",
)  # fmt: skip
LETTERS: Final = "aăâbcdđeêghiklmnoôơpqrstuưvxy"


@dataclass(frozen=True)
class Noise:
    """Which share of the second writings suffers what."""

    loses_marks: float = 0.50
    one_edit: float = 0.25
    no_birth: float = 0.15
    only_year: float = 0.30
    day_month_swapped: float = 0.05
    other_unit: float = 0.25
    other_post: float = 0.35


@dataclass(frozen=True)
class LabelledBooks:
    """Columns of equal length, one place a record, in mixed order.

    `person`: the true person (from 1), the label. `name`: as written. `birth_date`: ISO, "" when not given.
    `birth_year`: 0 when not given; given alone where a book has only the year. `unit`: 1 … UNITS. `post`, `year`
    (of the award), `book` (from 1).
    """

    person: Numbers
    name: Texts
    birth_date: Texts
    birth_year: Numbers
    unit: Numbers
    post: Texts
    year: Numbers
    book: Numbers

    def __len__(self) -> int:
        """Return the number of records."""
        return len(self.person)

    def records(self) -> list[dict[str, object]]:
        """Return a dictionary a record, for small sets."""
        columns = {name: column.tolist() for name, column in vars(self).items()}
        return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def labelled_books(count: int, seed: int, noise: Noise = Noise(), books: int = 200) -> LabelledBooks:
    """Return `count` records of about 0.7 × `count` persons; the same seed gives the same records."""
    random = np.random.default_rng(seed)
    doubles = round(count * SHARE_DUPLICATES)
    persons = count - doubles
    women = random.random(persons) < 0.5
    born = birthdays(random, persons)
    code = names().draw(random, women, born[:, 0])
    unit = random.integers(1, UNITS + 1, persons)
    post = random.integers(0, len(POSTS), persons)
    year = random.integers(AWARDED[0], AWARDED[1] + 1, count)
    source = (
        np.concatenate([np.arange(persons), random.integers(0, persons, doubles)]) if persons else _none()
    )
    again = np.arange(count) >= persons

    def hit(share: float) -> npt.NDArray[np.bool_]:
        return again & (random.random(count) < share)

    name = _written(random, code[source], hit(noise.loses_marks), hit(noise.one_edit))
    silent, year_only = hit(noise.no_birth), hit(noise.only_year)
    date = _dates(born[source], hit(noise.day_month_swapped))
    date[silent | year_only] = ""
    moved = hit(noise.other_unit)
    units = np.where(moved, random.integers(1, UNITS + 1, count), unit[source])
    posts = np.where(hit(noise.other_post), random.integers(0, len(POSTS), count), post[source])
    order = random.permutation(count)
    return LabelledBooks(
        person=(source + 1)[order],
        name=name[order],
        birth_date=date[order],
        birth_year=np.where(silent, 0, born[source, 0])[order],
        unit=units[order],
        post=np.array(POSTS, dtype=object)[posts][order],
        year=year[order],
        book=random.integers(1, books + 1, count)[order],
    )


def without_marks(text: str) -> str:
    """Return the text as somebody without Vietnamese keys writes it, capitals kept: "Hoang Van Thu"."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def one_edit(text: str, place: int, kind: int, letter: str) -> str:
    """Return the text with one letter left out, put in, replaced or swapped with the next (`kind` 0–3)."""
    place %= len(text)
    before, at, after = text[:place], text[place], text[place + 1 :]
    if kind == 0:
        return before + after
    if kind == 1:
        return before + letter + at + after
    if kind == 2 or not after:
        return before + letter + after
    return before + after[0] + at + after[1:]


def _none() -> Numbers:
    return np.zeros(0, dtype=np.int64)


def birthdays(random: Generator, count: int) -> Numbers:
    """Return year, month and day of each; no day after the 28th, so that each exists."""
    year = random.integers(BORN[0], BORN[1] + 1, count)
    return np.stack([year, random.integers(1, 13, count), random.integers(1, 29, count)], axis=1)


def _dates(born: Numbers, swapped: npt.NDArray[np.bool_]) -> Texts:
    """Return ISO dates; a swap that makes no date stays unswapped, as a book would be refused otherwise."""
    swapped = swapped & (born[:, 2] <= 12)
    month, day = np.where(swapped, born[:, 2], born[:, 1]), np.where(swapped, born[:, 1], born[:, 2])
    tails = np.array([f"-{number // 32:02}-{number % 32:02}" for number in range(13 * 32)], dtype=object)[
        month * 32 + day
    ]
    heads = np.array([str(year) for year in range(BORN[1] + 1)], dtype=object)[born[:, 0]]
    dates: Texts = heads + tails
    return dates


def _written(
    random: Generator, codes: Codes, bare: npt.NDArray[np.bool_], edited: npt.NDArray[np.bool_]
) -> Texts:
    distinct, place = np.unique(codes, return_inverse=True)
    proper = names().spell(distinct)
    written: Texts = proper[place]
    plain = np.flatnonzero(bare)
    unmarked = {one: without_marks(proper[one]) for one in np.unique(place[plain]).tolist()}
    written[plain] = [unmarked[one] for one in place[plain].tolist()]
    wrong = np.flatnonzero(edited)
    places, kinds = random.integers(1, 1000, len(wrong)), random.integers(0, 4, len(wrong))
    letters = random.integers(0, len(LETTERS), len(wrong))
    written[wrong] = [
        one_edit(text, where, kind, LETTERS[letter])
        for text, where, kind, letter in zip(
            written[wrong].tolist(), places.tolist(), kinds.tolist(), letters.tolist(), strict=True
        )
    ]
    return written
