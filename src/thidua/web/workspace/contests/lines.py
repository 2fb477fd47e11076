"""Lists that are typed one to a line: categories with their prizes, criteria, rounds, authors."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from thidua.contests.content import AuthorLine, CategoryContent, CriterionLine, RoundLine
from thidua.core.vietnamese.numbers import NumberRefused, parse_number

_TIMES: Final = re.compile(r"^(?P<name>.+?)\s*[×xX*]\s*(?P<number>[\d.,]+)$")
_CRITERION: Final = re.compile(
    r"^(?P<name>.+?):\s*(?:0\s*[–-]\s*)?(?P<top>[\d.,]+)\s*(?:[×xX]\s*(?P<weight>[\d.,]+))?\s*(?P<mark>\*)?$"
)
_ROUND: Final = re.compile(
    r"^(?P<name>.+?)(?:\s*(?:→|->|=>)\s*(?P<on>\d+))?(?:\s*[×xX]\s*(?P<weight>[\d.,]+))?$"
)


def categories_in(text: str) -> list[CategoryContent]:
    """Return the categories of lines like «Văn xuôi: Giải A × 1, Giải B × 2». Raises ValidationError."""
    found: list[CategoryContent] = []
    for line in _lines(text):
        name, colon, prizes = line.partition(":")
        parts = [_TIMES.match(part.strip()) for part in re.split(r"[,;]", prizes) if part.strip()]
        if not colon or not parts or not all(parts):
            raise _strange(line, _("Write it like: Prose: First prize × 1, Second prize × 2"))
        listed = [(part["name"], _whole(part["number"], line)) for part in parts if part is not None]
        found.append(CategoryContent(name=name, prizes=listed))
    return found


def criteria_in(text: str) -> list[CriterionLine]:
    """Return the criteria of lines like «Nội dung: 0–10 × 2 *». Raises ValidationError."""
    found: list[CriterionLine] = []
    for line in _lines(text):
        read = _CRITERION.match(line)
        if read is None:
            raise _strange(line, _("Write it like: Content: 0–10 × 2"))
        found.append(
            CriterionLine(
                name=read["name"],
                top=_number(read["top"], line),
                weight=_number(read["weight"] or "1", line),
                settles_ties=read["mark"] is not None,
            )
        )
    return found


def rounds_in(text: str) -> list[RoundLine]:
    """Return the rounds of lines like «Sơ khảo → 20 × 0». Raises ValidationError."""
    found: list[RoundLine] = []
    for line in _lines(text):
        read = _ROUND.match(line)
        assert read is not None  # any line that is not empty has a name
        on = None if read["on"] is None else _whole(read["on"], line)
        found.append(RoundLine(name=read["name"], going_on=on, weight=_number(read["weight"] or "1", line)))
    return found


def authors_in(text: str) -> list[AuthorLine]:
    """Return the authors of lines like «Hà Thị Kín» or «Vi Văn Lai × 2». Raises ValidationError."""
    found: list[AuthorLine] = []
    for line in _lines(text):
        read = _TIMES.match(line)
        if read is None:
            found.append(AuthorLine(name=line))
        else:
            found.append(AuthorLine(name=read["name"], share=_whole(read["number"], line)))
    return found


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _number(text: str, line: str) -> Decimal:
    try:
        return parse_number(text, percent=False)
    except NumberRefused as refused:
        raise _strange(line, _("Write numbers like 10 or 2,5.")) from refused


def _whole(text: str, line: str) -> int:
    number = _number(text, line)
    if number != number.to_integral_value() or number > 10_000:
        raise _strange(line, _("Write a whole number, without decimals."))
    return int(number)


def _strange(line: str, advice: str) -> ValidationError:
    return ValidationError(
        _("“%(line)s” cannot be read. %(advice)s") % {"line": line[:120], "advice": advice}
    )
