"""Invented Vietnamese names by sex and generation, drawn as numbers and spelt only once for each distinct name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from thidua.config.synth import syllables

Codes: TypeAlias = npt.NDArray[np.int64]
Whole: TypeAlias = npt.NDArray[np.integer]
Texts: TypeAlias = npt.NDArray[np.object_]
Generator: TypeAlias = np.random.Generator

GENERATION_BEGINS: Final = (1960, 1985)
SHARE_HMONG: Final = 0.02
SHARE_EDE: Final = 0.001
# Codes from here on are whole names: sorted and written as they are (H'Hen Niê, Y Moan Êban).
WHOLE_NAMES_FROM: Final = 10**9


@dataclass(frozen=True)
class Weighted:
    """Words and the share of each."""

    words: tuple[str, ...]
    shares: npt.NDArray[np.float64]

    @classmethod
    def of(cls, text: str) -> Weighted:
        """Read "Nguyễn:160 Tôn Thất:1"; a word may hold blanks, or be empty."""
        counted: dict[str, float] = {}
        words: list[str] = []
        for piece in text.split(" "):
            if ":" not in piece:
                words.append(piece)
                continue
            last, _colon, share = piece.rpartition(":")
            word = " ".join([*words, last])
            counted[word] = counted.get(word, 0) + float(share)
            words = []
        shares = np.array(list(counted.values()))
        return cls(tuple(counted), shares / shares.sum())


class Vocabulary:
    """Distinct words of several weighted lists under one numbering."""

    def __init__(self, *lists: Weighted) -> None:
        """Number the words in the order in which they come first."""
        self.words = tuple(dict.fromkeys(word for one in lists for word in one.words))
        self._number = {word: number for number, word in enumerate(self.words)}

    def numbers(self, one: Weighted) -> Codes:
        """Return the numbers of the words of a list."""
        return np.array([self._number[word] for word in one.words], dtype=np.int64)


class Names:
    """Draws names as codes and spells them. A code says surname, middle and given name, or a whole name."""

    def __init__(self) -> None:
        """Read the lists of syllables."""
        self._surnames = Weighted.of(syllables.SURNAMES)
        self._hmong = Weighted.of(syllables.HMONG_SURNAMES)
        self._hmong_given = Weighted.of(syllables.HMONG_GIVEN)
        self._middle = [[Weighted.of(text) for text in by_sex] for by_sex in (_MALE_MIDDLE, _FEMALE_MIDDLE)]
        self._given = [[Weighted.of(text) for text in by_sex] for by_sex in (_MALE_GIVEN, _FEMALE_GIVEN)]
        self.surnames = Vocabulary(self._surnames, self._hmong)
        self.middles = Vocabulary(*self._middle[0], *self._middle[1], Weighted.of("A:1"))
        self.given = Vocabulary(*self._given[0], *self._given[1], self._hmong_given)
        # Men before women, so that the sex can be drawn.
        self.whole = tuple(
            f"{prefix}{given} {clan}"
            for prefix in ("Y ", "H'")
            for given in syllables.EDE_GIVEN.split()
            for clan in syllables.EDE_CLANS.split()
        )

    def draw(self, random: Generator, women: npt.NDArray[np.bool_], birth_years: Whole) -> Codes:
        """Return a code for each person; the same generator state gives the same codes."""
        count = len(women)
        surname = self._pick(random, self.surnames, self._surnames, count)
        middle, given = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
        generation = np.searchsorted(np.array(GENERATION_BEGINS), birth_years, side="right")
        for sex in (0, 1):
            for number in range(len(GENERATION_BEGINS) + 1):
                here = np.flatnonzero((women == bool(sex)) & (generation == number))
                middle[here] = self._pick(random, self.middles, self._middle[sex][number], len(here))
                given[here] = self._pick(random, self.given, self._given[sex][number], len(here))
        hmong = np.flatnonzero(random.random(count) < SHARE_HMONG)
        surname[hmong] = self._pick(random, self.surnames, self._hmong, len(hmong))
        given[hmong] = self._pick(random, self.given, self._hmong_given, len(hmong))
        male, female = (self.middles.words.index(word) for word in ("A", "Thị"))
        middle[hmong] = np.where(women[hmong], female, male)
        codes = (surname * len(self.middles.words) + middle) * len(self.given.words) + given
        ede = np.flatnonzero(random.random(count) < SHARE_EDE)
        half = len(self.whole) // 2
        codes[ede] = WHOLE_NAMES_FROM + random.integers(0, half, len(ede)) + half * women[ede]
        return codes

    def spell(self, codes: Codes) -> Texts:
        """Return the written name of each code."""
        numbers, givens = np.divmod(codes, len(self.given.words))
        surname, middle = np.divmod(numbers, len(self.middles.words))
        spelt = np.empty(len(codes), dtype=object)
        whole = codes >= WHOLE_NAMES_FROM
        family = [f"{word} " for word in self.surnames.words]
        between = [f"{word} " if word else "" for word in self.middles.words]
        last = self.given.words
        usual = np.flatnonzero(~whole)
        spelt[usual] = [
            family[one] + between[two] + last[three]
            for one, two, three in zip(
                surname[usual].tolist(), middle[usual].tolist(), givens[usual].tolist(), strict=True
            )
        ]
        spelt[whole] = [self.whole[code] for code in (codes[whole] - WHOLE_NAMES_FROM).tolist()]
        return spelt

    @staticmethod
    def _pick(random: Generator, vocabulary: Vocabulary, one: Weighted, count: int) -> Codes:
        places = np.searchsorted(np.cumsum(one.shares), random.random(count), side="right")
        return vocabulary.numbers(one)[np.minimum(places, len(one.words) - 1)]


_MALE_MIDDLE, _FEMALE_MIDDLE = syllables.MALE_MIDDLE, syllables.FEMALE_MIDDLE
_MALE_GIVEN, _FEMALE_GIVEN = syllables.MALE_GIVEN, syllables.FEMALE_GIVEN


@lru_cache(maxsize=1)
def names() -> Names:
    """Return the names, read once."""
    return Names()
