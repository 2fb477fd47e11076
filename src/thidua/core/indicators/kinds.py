"""The closed lists an indicator is described with, and how a comparator is read and said."""

from __future__ import annotations

from enum import StrEnum

from thidua.core.language import Language


class IndicatorKind(StrEnum):
    """What sort of figure an indicator is; the kind decides its wording and its checks."""

    LEVEL = "level"
    GROWTH = "growth"
    RATIO = "ratio"
    COUNT = "count"
    LOWER_BOUND = "lower_bound"

    @property
    def accumulates(self) -> bool:
        """Whether the figure grows over the year, so that a share of the year can be expected of it.

        A growth rate or a ratio holds at any moment: it is measured against the whole plan.
        """
        return self in {IndicatorKind.LEVEL, IndicatorKind.COUNT, IndicatorKind.LOWER_BOUND}

    @property
    def is_percent(self) -> bool:
        """Whether the value itself is in percent."""
        return self in {IndicatorKind.GROWTH, IndicatorKind.RATIO}


class Direction(StrEnum):
    """Which way is good."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class Comparator(StrEnum):
    """How exactly a value is known: «5.027», «trên 20», «từ 20 trở lên», «khoảng 20»."""

    EQUAL = "equal"
    ABOVE = "above"
    AT_LEAST = "at_least"
    ABOUT = "about"

    @property
    def symbol(self) -> str:
        """The sign: =, >, ≥ or ~."""
        return _SYMBOLS[self]

    @property
    def is_exact(self) -> bool:
        """Whether the value may be used as it stands in sums and shares."""
        return self is Comparator.EQUAL

    def word(self, language: Language) -> str:
        """Return the word that stands before the value; empty for an exact value."""
        return _WORDS[self][0 if language == "vi" else 1]

    def phrase(self, figure: str, language: Language) -> str:
        """Return `figure` with its comparator, as a report says it: «trên 20 tỷ đồng»."""
        if self is Comparator.AT_LEAST and language == "vi":
            return f"từ {figure} trở lên"
        return f"{self.word(language)} {figure}".lstrip()


_SYMBOLS = {
    Comparator.EQUAL: "=",
    Comparator.ABOVE: ">",
    Comparator.AT_LEAST: "≥",
    Comparator.ABOUT: "~",
}
_WORDS = {
    Comparator.EQUAL: ("", ""),
    Comparator.ABOVE: ("trên", "over"),
    Comparator.AT_LEAST: ("ít nhất", "at least"),
    Comparator.ABOUT: ("khoảng", "about"),
}
# The longer form first: ">=" before ">", «hơn» as people write it for «trên».
_PREFIXES: tuple[tuple[str, Comparator], ...] = (
    (">=", Comparator.AT_LEAST),
    ("≥", Comparator.AT_LEAST),
    ("ít nhất", Comparator.AT_LEAST),
    ("at least", Comparator.AT_LEAST),
    (">", Comparator.ABOVE),
    ("trên", Comparator.ABOVE),
    ("hơn", Comparator.ABOVE),
    ("over", Comparator.ABOVE),
    ("~", Comparator.ABOUT),
    ("≈", Comparator.ABOUT),
    ("khoảng", Comparator.ABOUT),
    ("gần", Comparator.ABOUT),
    ("about", Comparator.ABOUT),
    ("=", Comparator.EQUAL),
)


def split_comparator(typed: str) -> tuple[Comparator, str]:
    """Return the comparator that a person typed and the rest: «trên 20» → (ABOVE, «20»).

    Text without a comparator is exact.
    """
    text = typed.strip()
    if text.casefold().startswith("từ ") and text.casefold().endswith(" trở lên"):
        return Comparator.AT_LEAST, text[3 : -len(" trở lên")].strip()
    for prefix, comparator in _PREFIXES:
        head, rest = text[: len(prefix)], text[len(prefix) :]
        is_word = prefix[-1].isalpha()
        if head.casefold() == prefix and (not is_word or rest[:1].isspace()):
            return comparator, rest.strip()
    return Comparator.EQUAL, text
