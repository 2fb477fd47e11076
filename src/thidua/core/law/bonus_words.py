"""The sentences of a bonus: each step, and why a person decides."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from thidua.core.language import Language, Wording
from thidua.core.law.book import LawBook
from thidua.core.law.stated import Source
from thidua.core.law.summaries.phrases import joined
from thidua.core.law.summaries.places import places
from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.numbers import NO_BREAK_SPACE, format_money, format_number


def no_award(code: str) -> Wording:
    """There is no such award."""
    return Wording(f"Không có danh hiệu, hình thức «{code}».", f"There is no award “{code}”.")


def no_rate(name: Wording, day: date) -> Wording:
    """No coefficient is known for the day."""
    return Wording(
        f"Chưa biết mức tiền thưởng của {name.vi} ngày {format_date(day)}; cần người có thẩm quyền quyết định.",
        f"The bonus of {name.en} on {format_date(day)} is not known; a person decides.",
    )


def no_figure(name: Wording, recipient: Wording, day: date) -> Wording:
    """The coefficient for this kind of recipient is not known."""
    return Wording(
        f"Chưa biết mức tiền thưởng của {name.vi} cho {recipient.vi} ngày {format_date(day)}; "
        "cần người có thẩm quyền quyết định.",
        f"The bonus of {name.en} for this recipient ({recipient.en}) on {format_date(day)} is not known; "
        "a person decides.",
    )


def no_salary(day: date) -> Wording:
    """The base salary is not a number."""
    return Wording(
        f"Mức lương cơ sở ngày {format_date(day)} không đọc được; cần người có thẩm quyền quyết định.",
        f"The base salary on {format_date(day)} cannot be read; a person decides.",
    )


def issuer_needed(name: Wording) -> Wording:
    """The coefficient depends on who decides."""
    return Wording(
        f"Mức tiền thưởng của {name.vi} tùy người quyết định: hãy cho biết ai quyết định.",
        f"The bonus of {name.en} depends on who decides it: say who does.",
    )


def coefficient(figure: Fraction, recipient: Wording, at_most: bool) -> Wording:
    """The coefficient, with its place."""
    vi, en = ("không quá ", "at most ") if at_most else ("", "")
    return Wording(
        f"Hệ số cho {recipient.vi}: {vi}{_number(figure, 'vi')}",
        f"Coefficient ({recipient.en}): {en}{_number(figure, 'en')}",
    )


def household(times: Fraction, individual: Fraction, figure: Fraction) -> Wording:
    """How the household figure follows from the individual one."""
    return Wording(
        f"Hộ gia đình bằng {_number(times, 'vi')} lần cá nhân: "
        f"{_number(times, 'vi')} × {_number(individual, 'vi')} = {_number(figure, 'vi')}",
        f"A household gets {_number(times, 'en')} times the individual figure: "
        f"{_number(times, 'en')} × {_number(individual, 'en')} = {_number(figure, 'en')}",
    )


def base_salary(salary: int, day: date) -> Wording:
    """The base salary of the decision day, with its place."""
    return Wording(
        f"Mức lương cơ sở ngày quyết định {format_date(day)}: {_money(salary, 'vi')}",
        f"Base salary on the decision day {format_date(day)}: {_money(salary, 'en')}",
    )


def product(figure: Fraction, salary: int, result: Fraction) -> Wording:
    """Coefficient times base salary."""
    return Wording(
        f"{_number(figure, 'vi')} × {_money(salary, 'vi')} = {_number(result, 'vi')}{NO_BREAK_SPACE}đồng",
        f"{_number(figure, 'en')} × {_money(salary, 'en')} = VND{NO_BREAK_SPACE}{_number(result, 'en')}",
    )


def rounding(choice: str, amount: int) -> Wording:
    """How it was rounded."""
    mode, _, multiple = choice.partition("_")
    if mode == "none":
        return Wording(f"Không làm tròn: {_money(amount, 'vi')}", f"Not rounded: {_money(amount, 'en')}")
    vi, en = ("lên", "up") if mode == "ceil" else ("xuống", "down")
    each = int(multiple)
    return Wording(
        f"Làm tròn {vi} bội số của {_money(each, 'vi')}: {_money(amount, 'vi')}",
        f"Rounded {en} to a multiple of {_money(each, 'en')}: {_money(amount, 'en')}",
    )


def open_rounding(amounts: Sequence[int]) -> Wording:
    """The Board has not settled the rounding."""
    return Wording(
        f"Hội đồng chưa chọn cách làm tròn: {'; '.join(_money(amount, 'vi') for amount in amounts)}.",
        f"The Board has not settled the rounding: {'; '.join(_money(amount, 'en') for amount in amounts)}.",
    )


def unsure(places: Wording) -> Wording:
    """A figure the sum rests on is not sure."""
    return Wording(
        f"Con số theo {places.vi} chưa được đối chiếu với văn bản: cần người có thẩm quyền quyết định.",
        f"The figure of {places.en} is not verified against the text: a person decides.",
    )


def highest_only(kept: Wording, where: Wording) -> Wording:
    """A lower title decided at the same time for the same counting period is not paid."""
    return Wording(
        f"Cùng thời điểm, cùng thời gian tính thành tích chỉ hưởng mức cao nhất, của {kept.vi} ({where.vi}).",
        f"Of titles decided together for one counting period only the highest is paid: {kept.en} ({where.en}).",
    )


def highest_unknown() -> Wording:
    """Which title alone is paid is not sure."""
    return Wording(
        "Có nhiều danh hiệu cùng thời gian tính thành tích, chỉ hưởng mức cao nhất, nhưng quy định hoặc mức thưởng "
        "chưa được đối chiếu: cần người có thẩm quyền quyết định.",
        "Of several titles for one counting period only the highest is paid, but the rule or a figure is not "
        "verified: a person decides.",
    )


def upper_bound(amount: int) -> Wording:
    """The law gives the most, not the amount."""
    return Wording(
        f"Văn bản chỉ quy định mức tối đa ({_money(amount, 'vi')}): người có thẩm quyền quyết định mức chi.",
        f"The text names only the most that may be paid ({_money(amount, 'en')}): a person decides the amount.",
    )


def places_of(book: LawBook, source: Source) -> Wording:
    """Where a figure stands, written out."""
    return joined(place.words for place in places(book, source.cites))


def _number(value: Fraction, language: Language) -> str:
    return format_number(Decimal(value.numerator) / Decimal(value.denominator), language=language)


def _money(value: int, language: Language) -> str:
    return format_money(value, exact=True, language=language)
