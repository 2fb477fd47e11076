"""Figures without separators, and figures that nobody can trace."""

from __future__ import annotations

import re

from thidua.core.text_checks.context import TextContext
from thidua.core.text_checks.findings import TextCode, TextFinding, finding
from thidua.core.text_checks.shapes import NUMBER, SPACE, UPPER, overlaps, quotations, times
from thidua.core.text_checks.word_lists import alternatives, word_lists

_LONG = re.compile(r"(?<![\w./,-])[1-9]\d{3,}(?:,\d+)?(?![\w/]|-\w|[.,]\d)")
_YEARS = range(1900, 2101)
_YEAR_BEFORE = re.compile(r"(?<!\w)năm\s+$", re.IGNORECASE)
_LIST_MARK = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s*$")
_NAME_BEFORE = re.compile(rf"(?:^|\s)[{UPPER}]\S*[ \u00a0]$")


def check_thousands(text: str, context: TextContext) -> list[TextFinding]:
    """Find «2279» for «2.279»; a year, a telephone or document number, a date is written without dots."""
    found = []
    for match in _LONG.finditer(text):
        if context.is_bound(*match.span()) or is_reference(text, match.start()):
            continue
        whole, comma, decimals = match.group().partition(",")
        if not comma and int(whole) in _YEARS and not _is_counted(text, match):
            continue
        dotted = f"{int(whole):,}".replace(",", ".") + comma + decimals
        found.append(finding(TextCode.NO_THOUSAND_SEPARATOR, text, *match.span(), dotted))
    return found


def check_unbound_figures(text: str, context: TextContext) -> list[TextFinding]:
    """Find figures typed by hand; dates, references, numbers in names and in quoted titles are none."""
    no_figures = quotations(text) + times(text)
    return [
        finding(TextCode.UNBOUND_FIGURE, text, match.start(), _with_percent(text, match.end()))
        for match in NUMBER.finditer(text)
        if not context.is_bound(*match.span())
        and not overlaps(*match.span(), no_figures)
        and not is_reference(text, match.start())
        and not _is_document_number(text, match.end())
        and not _is_list_mark(text, match)
        and not _is_part_of_name(text, match)
    ]


def is_reference(text: str, start: int) -> bool:
    """Tell whether the number at `start` follows a word such as «Điều», «số», «thôn»."""
    before = text[max(0, start - 30) : start]
    pattern = rf"(?<!\w)(?<!tổng{SPACE}){alternatives(word_lists().reference_words)}{SPACE}+$"
    return re.search(pattern, before, re.IGNORECASE) is not None


def _is_counted(text: str, match: re.Match[str]) -> bool:
    """Tell whether what looks like a year is a number of something: «2019 lượt xem», not «năm 2019 người dân»."""
    if _YEAR_BEFORE.search(text[max(0, match.start() - 10) : match.start()]):
        return False
    pattern = rf"{SPACE}+{alternatives(word_lists().units)}(?!\w)"
    return re.match(pattern, text[match.end() : match.end() + 20]) is not None


def _with_percent(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == "%" else end


def _is_document_number(text: str, end: int) -> bool:
    return re.match(r"(?:/\d+)?[/-][^\W\d_]", text[end : end + 8]) is not None


def _is_list_mark(text: str, match: re.Match[str]) -> bool:
    line_start = text.rfind("\n", 0, match.start()) + 1
    following = text[match.end() : match.end() + 1]
    return following in (".", ")") and _LIST_MARK.match(text[line_start : match.end()]) is not None


def _is_part_of_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether the number ends a name, as in «thôn Nà Ao 2,»."""
    before = text[max(0, match.start() - 20) : match.start()]
    follows = text[match.end() : match.end() + 1]
    return _NAME_BEFORE.search(before) is not None and follows in ("", ",", ";", ".", ")", "\n")
