"""Sentences of the engine in both languages, read from sentences.yaml."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

from thidua.core.language import Wording
from thidua.core.law.messages import filling


@cache
def _read() -> Mapping[str, Mapping[str, str]]:
    read: Mapping[str, Mapping[str, str]] = yaml.load(
        Path(__file__).with_name("sentences.yaml").read_text("utf-8"),
        Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader),  # noqa: S506 (the safe loader, in C)
    )
    return read


def say(key: str, **values: object) -> Wording:
    """Return a sentence with its places filled; a Wording among the values is said in each language."""
    written = _read()[key]
    return Wording(
        written["vi"].format(**{name: filling(value, "vi") for name, value in values.items()}),
        written["en"].format(**{name: filling(value, "en") for name, value in values.items()}),
    )


def counted(unit: str, number: int) -> Wording:
    """Return «05 năm» and «5 years», as official papers write small numbers."""
    written = _read()[unit]
    return Wording(
        f"{number:02d} {written['vi']}",
        f"{number} {written['en'] if number == 1 else written['plural']}",
    )


def listed(items: Sequence[Wording], joint: str = "or") -> Wording:
    """Return «A, B hoặc C» and «A, B or C»; an empty list gives empty sentences."""
    if len(items) < 2:
        return items[0] if items else Wording("", "")
    word = _read()[joint]
    return Wording(
        f"{', '.join(item.vi for item in items[:-1])} {word['vi']} {items[-1].vi}",
        f"{', '.join(item.en for item in items[:-1])} {word['en']} {items[-1].en}",
    )


def years_listed(years: Sequence[int]) -> Wording:
    """Return years as people write them: «2021–2025», «2019, 2021–2022»."""
    parts: list[str] = []
    ordered = sorted(set(years))
    while ordered:
        run = 1
        while run < len(ordered) and ordered[run] == ordered[0] + run:
            run += 1
        parts.append(str(ordered[0]) if run == 1 else f"{ordered[0]}–{ordered[run - 1]}")
        ordered = ordered[run:]
    return Wording(", ".join(parts), ", ".join(parts))


def sentence(wording: Wording) -> Wording:
    """Return the wording as a sentence: a capital first, a full stop last."""
    return Wording(
        *(
            text if not text else f"{text[0].upper()}{text[1:].rstrip('.')}."
            for text in (wording.vi, wording.en)
        )
    )
