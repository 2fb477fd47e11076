"""Small pieces of both languages from which the sentences of a summary are put together."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from thidua.core.language import Wording
from thidua.core.vietnamese.dates import format_date, format_document_date
from thidua.core.vietnamese.numbers import format_money, format_number

_AND = Wording("và", "and")
_OR = Wording("hoặc", "or")


def said(vi: str, en: str, **parts: Wording) -> Wording:
    """Return both sentences with their named places filled, each in its own language."""
    return Wording(
        vi.format(**{name: part.vi for name, part in parts.items()}),
        en.format(**{name: part.en for name, part in parts.items()}),
    )


def listed(parts: Iterable[Wording], *, either: bool = False) -> Wording:
    """Return «a, b và c»; with `either` «a, b hoặc c»; empty for none."""
    all_parts = list(parts)
    last = _OR if either else _AND
    return Wording(
        _enumerated([part.vi for part in all_parts], last.vi),
        _enumerated([part.en for part in all_parts], last.en),
    )


def joined(parts: Iterable[Wording], separator: str = "; ") -> Wording:
    """Return the parts one after the other."""
    all_parts = list(parts)
    return Wording(
        separator.join(part.vi for part in all_parts), separator.join(part.en for part in all_parts)
    )


def sentence(words: Wording) -> Wording:
    """Return the words with a capital first and a full stop last."""
    return Wording(_as_sentence(words.vi), _as_sentence(words.en))


def without_stop(words: Wording) -> Wording:
    """Return the words without their full stop, for something to follow."""
    return Wording(words.vi.strip().removesuffix("."), words.en.strip().removesuffix("."))


def clause(words: Wording) -> Wording:
    """Return the words as part of a longer sentence: no capital first (but names keep it), no stop last."""
    return Wording(_as_clause(words.vi), _as_clause(words.en))


def capitalised(words: Wording) -> Wording:
    """Return the words with a capital first."""
    return Wording(words.vi[:1].upper() + words.vi[1:], words.en[:1].upper() + words.en[1:])


def quoted(words: Wording) -> Wording:
    """Return the words between the quotation marks of each language; other marks around words that hold some."""
    inner = clause(words)
    vi = "«{words}»" if "“" in inner.vi else "“{words}”"
    en = "‘{words}’" if "“" in inner.en else "“{words}”"
    return said(vi, en, words=inner)


def on_day(day: date) -> Wording:
    """Return «31/12/2023» | «31 December 2023»."""
    return Wording(format_date(day), format_document_date(day, "en"))


def period(since: date | None, until: date | None) -> Wording:
    """Return «từ 01/01/2024 đến 30/06/2025», «từ 01/07/2025», «đến 31/12/2023»; empty for neither."""
    parts = []
    if since:
        parts.append(said("từ {day}", "from {day}", day=on_day(since)))
    if until:
        parts.append(said("đến {day}", "to {day}" if since else "until {day}", day=on_day(until)))
    return joined(parts, " ")


def decimal(text: str) -> Wording:
    """Return a decimal kept as text as each language writes it: «1,5» | «1.5»."""
    value = Decimal(text)
    places = max(1, -int(value.as_tuple().exponent))
    return Wording(format_number(value, places), format_number(value, places, "en"))


def number(value: int) -> Wording:
    """Return a whole number as each language groups it."""
    return Wording(format_number(value, 0), format_number(value, 0, "en"))


def money(amount: int) -> Wording:
    """Return every đồng: «2.700.000 đồng» | «VND 2,700,000»."""
    return Wording(format_money(amount, exact=True), format_money(amount, exact=True, language="en"))


def _enumerated(parts: list[str], last: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def _as_sentence(text: str) -> str:
    text = text.strip()
    if not text:
        return text
    return text[:1].upper() + text[1:] + ("" if text[-1] in ".:?!…" else ".")


def _as_clause(text: str) -> str:
    text = text.strip().removesuffix(".")
    first, *rest = text.split(" ", 1) or [""]
    # A name such as «UBND» or «Luật Thi đua» keeps its letters: only an ordinary first word is made small.
    if first[:1].isupper() and first[1:].islower() and not (rest and rest[0][:1].isupper()):
        return text[:1].lower() + text[1:]
    return text
