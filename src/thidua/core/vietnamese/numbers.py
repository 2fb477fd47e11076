"""Numbers as Vietnamese offices write them: dot for thousands, comma for decimals, halves rounded up."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

from thidua.core.language import Language
from thidua.core.vietnamese.hygiene import clean_line

NO_BREAK_SPACE = "\u00a0"
# Room for any amount in đồng with decimals; beyond it somebody pasted something else.
MAX_TYPED_LENGTH = 40

_SHAPE = re.compile(r"([-+−–]?) ?([0-9][0-9., ]*?) ?(%?)")
_PLAIN = re.compile(r"[0-9]+(,[0-9]+)?")
# No leading zero: 0.125 is a decimal point, never one hundred and twenty-five.
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?")
_POINT = re.compile(r"[0-9]+\.[0-9]+")
_ENGLISH_GROUPED = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
_SPACED = re.compile(r"[1-9][0-9]{0,2}( [0-9]{3})+(,[0-9]+)?")
_NUMBER_IN_WORDS = re.compile(r"[-−]?[0-9](?:[0-9.,]*[0-9])?%?")
_ONE_COMMA_GROUP = re.compile(r"[-+−–]? ?[1-9][0-9]{0,2},[0-9]{3} ?%?")
_SWAP = str.maketrans(".,", ",.")


class NumberFault(StrEnum):
    """Why a typed number was refused."""

    EMPTY = "empty"
    DECIMAL_POINT = "decimal_point"  # 1.5
    COMMA_GROUPS = "comma_groups"  # 1,234,567
    SPACE_GROUPS = "space_groups"  # 12 537
    MISPLACED_SEPARATORS = "misplaced_separators"  # 1.23.456
    PERCENT_SIGN = "percent_sign"  # 92% where a percentage is not asked for
    WORDS = "words"  # 5.027 tỷ đồng
    NOT_A_NUMBER = "not_a_number"
    TOO_LONG = "too_long"


class NumberRefused(ValueError):
    """A typed number that is not read.

    `code` says why, `text` is what was typed (cleaned), `suggestion` what to write instead, where clear.
    """

    def __init__(self, code: NumberFault, text: str, suggestion: str | None = None) -> None:
        super().__init__(f"{code}: {text!r}")
        self.code = code
        self.text = text
        self.suggestion = suggestion


def parse_number(text: str, *, percent: bool = True) -> Decimal:
    """Return the number typed in the Vietnamese form: 5027, 5.027, 5027,0, -6,86; 92,2% gives 92.2.

    With `percent=False` a percent sign is refused. Raises NumberRefused.
    """
    typed = clean_line(text)
    if not typed:
        raise NumberRefused(NumberFault.EMPTY, typed)
    if len(typed) > MAX_TYPED_LENGTH:
        raise NumberRefused(NumberFault.TOO_LONG, typed)
    shape = _SHAPE.fullmatch(typed)
    if shape is None:
        raise _refusal_of_words(typed)
    sign, digits, percent_sign = shape.groups()
    sign = "-" if sign and sign != "+" else ""
    if not _is_readable(digits):
        code, suggestion = _separator_fault(digits)
        raise NumberRefused(code, typed, suggestion and f"{sign}{suggestion}{percent_sign}")
    if percent_sign and not percent:
        raise NumberRefused(NumberFault.PERCENT_SIGN, typed, f"{sign}{digits}")
    return Decimal(sign + digits.translate(_SWAP).replace(",", "")) or Decimal(0)


def looks_a_thousand_times_smaller(value: Decimal, raw: str, plan: Decimal | None) -> Decimal | None:
    """Return the number probably meant where a comma was typed for the thousands, else None.

    `5,027` is five in Vietnamese; where the plan is over 100 times that, 5.027 was probably meant.
    """
    if plan is None or not _ONE_COMMA_GROUP.fullmatch(clean_line(raw)) or abs(plan) <= 100 * abs(value):
        return None
    return (value * 1000).to_integral_value()


def round_half_up(value: Decimal | int, decimals: int) -> Decimal:
    """Return the value with so many decimals, halves away from zero; a negative zero becomes zero."""
    exact = _exact(value)
    context = Context(prec=max(28, exact.adjusted() + decimals + 3))
    step = Decimal(1).scaleb(-decimals)
    return exact.quantize(step, ROUND_HALF_UP, context) or 0 * step


def format_number(value: Decimal | int, decimals: int | None = None, language: Language = "vi") -> str:
    """Return «5.027,5» (English 5,027.5); without `decimals` as many as the value needs, no trailing zeros.

    Raises TypeError for a float, ValueError for NaN or infinity.
    """
    if decimals is None:
        written = f"{_exact(value) or Decimal(0):,f}"
        written = written.rstrip("0").rstrip(".") if "." in written else written
    else:
        written = f"{round_half_up(value, decimals):,f}"
    return written.translate(_SWAP) if language == "vi" else written


def format_percent(value: Decimal | int, decimals: int | None = None, language: Language = "vi") -> str:
    """Return «92,2%» (English 92.2%) from percent points."""
    return f"{format_number(value, decimals, language)}%"


def format_quantity(
    value: Decimal | int, unit: str, decimals: int | None = None, language: Language = "vi"
) -> str:
    """Return number and unit held together by a no-break space: «12.537 hồ sơ»; «92,2%» without one."""
    number = format_number(value, decimals, language)
    return f"{number}{unit}" if unit in ("", "%") else f"{number}{NO_BREAK_SPACE}{unit}"


def format_money(
    value_vnd: Decimal | int,
    *,
    decimals: int | None = None,
    exact: bool = False,
    language: Language = "vi",
) -> str:
    """Return «5.027 tỷ đồng», «850 triệu đồng», «95.000 đồng»; English «VND 5,027 billion».

    `exact` writes every đồng. Without `decimals`, tỷ and triệu have at most two and no trailing zeros.
    """
    amount = _exact(value_vnd)
    if exact or abs(amount) < 1_000_000:
        return _worded_money(round_half_up(amount, 0), "", 0, language)
    in_millions = round_half_up(amount / 1_000_000, 2 if decimals is None else decimals)
    if abs(in_millions) < 1000:
        return _worded_money(in_millions, "triệu", decimals, language)
    in_billions = round_half_up(amount / 1_000_000_000, 2 if decimals is None else decimals)
    return _worded_money(in_billions, "tỷ", decimals, language)


def pad2(count: int, language: Language = "vi") -> str:
    """Return a count as Vietnamese documents print it, two digits under 10: «02», «12.537»; English 2."""
    if count < 0:
        raise ValueError(f"a count is not negative: {count}")
    return f"{count:02d}" if count < 10 and language == "vi" else format_number(count, 0, language)


def _worded_money(number: Decimal, scale: str, decimals: int | None, language: Language) -> str:
    if language == "vi":
        return format_quantity(number, f"{scale} đồng".strip(), decimals)
    english = {"": "", "triệu": "million", "tỷ": "billion"}[scale]
    return f"VND{NO_BREAK_SPACE}{format_quantity(number, english, decimals, 'en')}"


def _exact(value: Decimal | int) -> Decimal:
    if isinstance(value, float):
        raise TypeError("a float is not exact: give a Decimal or an int")
    exact = Decimal(value)
    if not exact.is_finite():
        raise ValueError(f"not a finite number: {value}")
    return exact


def _separator_fault(digits: str) -> tuple[NumberFault, str | None]:
    if _POINT.fullmatch(digits):
        return NumberFault.DECIMAL_POINT, digits.translate(_SWAP)
    if _ENGLISH_GROUPED.fullmatch(digits):
        return NumberFault.COMMA_GROUPS, digits.translate(_SWAP)
    if _SPACED.fullmatch(digits):
        return NumberFault.SPACE_GROUPS, digits.replace(" ", ".")
    return NumberFault.MISPLACED_SEPARATORS, None


def _refusal_of_words(typed: str) -> NumberRefused:
    if not any(character.isalpha() for character in typed):
        return NumberRefused(NumberFault.NOT_A_NUMBER, typed)
    numbers = _NUMBER_IN_WORDS.findall(typed)
    readable = len(numbers) == 1 and _is_readable(numbers[0].strip("-−%"))
    return NumberRefused(NumberFault.WORDS, typed, numbers[0] if readable else None)


def _is_readable(digits: str) -> bool:
    return bool(_PLAIN.fullmatch(digits) or _GROUPED.fullmatch(digits))
