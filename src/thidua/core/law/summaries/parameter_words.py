"""Values of parameters in words, one function per family."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.provisions import DatedValue, Parameter
from thidua.core.law.summaries.phrases import capitalised, joined, said
from thidua.core.vietnamese.dates import ENGLISH_MONTHS
from thidua.core.vietnamese.numbers import format_quantity, pad2

Value = Mapping[str, object]
_DECIMAL: Final = re.compile(r"\d+(?:\.\d+)?")
_MONTH_DAY: Final = re.compile(r"[01]\d-[0-3]\d")
_NO_UNIT: Final = Wording("", "")

_BEFORE: Final[Mapping[str, Wording]] = {
    "council": Wording("trước khi họp Hội đồng", "before the council meets"),
    "proposal": Wording("trước khi trình", "before the proposal"),
}
_COUNTED_FROM: Final[Mapping[str, Wording]] = {
    "counting_year": Wording("năm tính thành tích", "the counting year"),
    "congress_year": Wording("năm đại hội thi đua", "the year of the emulation congress"),
    "decision_on_second_title": Wording(
        "năm có quyết định tặng danh hiệu lần thứ hai", "the year of the decision on the second title"
    ),
}


def value_in_words(book: LawBook, parameter: Parameter, dated: DatedValue) -> Wording:
    """Return the value as part of a sentence."""
    family = parameter.code.partition("/")[0]
    if parameter.code.startswith("deadlines/cut_offs/"):
        family = "cut_offs"
    say = _FAMILIES.get(family)
    value = dated.value
    words = say(book, value) if say and isinstance(value, Mapping) else None
    if family == "quotas" and words is None:
        return Wording("không khống chế", "no cap")
    if words is not None:
        return words
    return _with_unit(book, value, book.word("units", parameter.unit))


def _with_unit(book: LawBook, value: object, unit: Wording) -> Wording:
    """Return a value with its unit, a number with its thousands apart: «2.340.000 đồng/tháng»."""
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        value = Decimal(value)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Wording(
            format_quantity(value, unit.vi, None, "vi"), format_quantity(value, unit.en, None, "en")
        )
    if isinstance(value, Mapping):
        return joined(
            said(
                "{name}: {part}",
                "{name}: {part}",
                name=_part(book, name),
                part=_with_unit(book, part, _NO_UNIT),
            )
            for name, part in value.items()
        )
    if isinstance(value, bool):
        return Wording("có", "yes") if value else Wording("không", "no")
    if isinstance(value, str) and _MONTH_DAY.fullmatch(value):
        return _day_of(value)
    return book.word("parts", str(value))


def _part(book: LawBook, name: str) -> Wording:
    """Return what a part of a value is called: a word of words/parts.yaml, or an award."""
    known = name in book.awards and name not in book.words.get("parts", {})
    return book.awards[name].name if known else book.word("parts", name)


def subject_of(parameter: Parameter) -> Wording:
    """Return the parameter's name without the award it is for: the page names that already."""
    last = parameter.code.rpartition("/")[2]
    if last.startswith("level_"):
        return said("{name}", "{name}", name=_without_colon(parameter.name))
    return capitalised(Wording(_head(parameter.name.vi), _head(parameter.name.en)))


def _without_colon(name: Wording) -> Wording:
    return Wording(name.vi.replace(": ", " – ", 1), name.en.replace(": ", " – ", 1))


def _head(name: str) -> str:
    """Return «Hạn nộp (công trạng)» of «Hạn nộp: Huân chương (công trạng)»."""
    head, _, tail = name.partition(": ")
    _, opened, inside = tail.partition("(")
    return f"{head} ({inside}" if opened else head


def _votes(book: LawBook, value: Value) -> Wording:
    over = "more_than_pct" in value
    share = Wording(*[str(value["more_than_pct" if over else "min_pct"])] * 2)
    return said(
        "{ballot}, trên {share}% tổng số thành viên Hội đồng đồng ý"
        if over
        else "{ballot}, từ {share}% tổng số thành viên Hội đồng trở lên đồng ý",
        "{ballot}, more than {share}% of all members of the council in favour"
        if over
        else "{ballot}, at least {share}% of all members of the council in favour",
        ballot=book.word("ballots", str(value["ballot"])),
        share=share,
    )


def _quota(book: LawBook, value: Value) -> Wording | None:
    if "pct" not in value:
        return None
    words = said(
        "không quá {pct}% {of}",
        "at most {pct}% of the {of}",
        pct=Wording(*[str(value["pct"])] * 2),
        of=book.word("quota_bases", str(value["of"])),
    )
    if value.get("enforce") == "warn":
        return said("{words} (chỉ nhắc, không chặn)", "{words} (a warning, no bar)", words=words)
    return words


def _publicity(_book: LawBook, value: Value) -> Wording:
    if not value.get("duty"):
        return Wording("luật không bắt buộc", "no duty in the law")
    when = _BEFORE.get(str(value.get("before")), Wording("", ""))
    if "days" not in value:
        return said(
            "phải công khai {when}; văn bản không nêu số ngày",
            "a duty {when}; the text names no number of days",
            when=when,
        )
    words = said("ít nhất {days} {when}", "at least {days} {when}", days=_days(value, "days"), when=when)
    if "portal_days" not in value:
        return words
    portal = said(
        "trên cổng thông tin trung ương {days}",
        "on the central portal {days}",
        days=_days({**value, "counted": "working_days"}, "portal_days"),
    )
    return joined([words, portal])


def _cut_off(_book: LawBook, value: Value) -> Wording:
    general = _month_day(value, "general")
    words = general
    if "opens" in value:
        opens = _day_of(str(value["opens"]))
        words = said("từ {opens}, {words}", "from {opens}, {words}", opens=opens, words=words)
    if "education" in value:
        words = said(
            "{words} (ngành giáo dục: {education})",
            "{words} (education: {education})",
            words=words,
            education=_month_day(value, "education"),
        )
    since = _COUNTED_FROM.get(str(value.get("counted_from")))
    if since is None:
        return words
    return said("{words}, tính từ {since}", "{words}, counted from {since}", words=words, since=since)


def _month_day(value: Value, sector: str) -> Wording:
    day = _day_of(str(value[sector]))
    later = value.get(f"{sector}_year") == "next"
    year = Wording("năm sau", "the next year") if later else Wording("cùng năm", "the same year")
    if value.get("before"):
        return said("trước ngày {day} {year}", "before {day} of {year}", day=day, year=year)
    return said("chậm nhất ngày {day} {year}", "by {day} of {year}", day=day, year=year)


def _day_of(month_day: str) -> Wording:
    month, _, day = month_day.partition("-")
    return Wording(f"{day}/{month}", f"{int(day)} {ENGLISH_MONTHS[int(month) - 1]}")


def _deadline(_book: LawBook, value: Value) -> Wording | None:
    if "days" not in value:
        return None
    words = _days(value, "days")
    if value.get("silence") == "consent":
        return said(
            "{words}; không trả lời được coi là đồng ý", "{words}; silence counts as consent", words=words
        )
    return words


def _days(value: Value, field: str) -> Wording:
    count = value[field]
    assert isinstance(count, int)
    working = value.get("counted") == "working_days"
    return said(
        "{count} ngày làm việc" if working else "{count} ngày",
        "{count} working days" if working else "{count} days",
        count=Wording(pad2(count), pad2(count, "en")),
    )


_FAMILIES: Final[Mapping[str, Callable[[LawBook, Value], Wording | None]]] = {
    "votes": _votes,
    "quotas": _quota,
    "publicity": _publicity,
    "cut_offs": _cut_off,
    "deadlines": _deadline,
}
