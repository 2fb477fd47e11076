"""A number of the law as it holds on a day, with its places and how sure we are; or that it is not known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from thidua.core.language import Wording
from thidua.core.law.book import Check, LawBook
from thidua.core.law.citations import Citation
from thidua.core.law.provisions import Certainty, DatedValue
from thidua.core.vietnamese.dates import format_date


@dataclass(frozen=True)
class Unknown:
    """No value is known: a person decides, for the reason told."""

    why: Wording


@dataclass(frozen=True)
class Source:
    """Where a number stands.

    `provision` is the name under which the Board checks it; `needs_person`: unsure, and not checked yet.
    """

    provision: str
    cites: tuple[Citation, ...]
    certainty: Certainty
    needs_person: bool
    note: Wording | None = None
    check: Check | None = None


@dataclass(frozen=True)
class Stated:
    """A value with its source; a mapping is read by key."""

    value: object
    source: Source

    def part(self, key: str) -> object:
        """Return one entry of a mapping; None when it has none, or is no mapping."""
        return self.value.get(key) if isinstance(self.value, Mapping) else None

    def whole(self, key: str) -> int | None:
        """Return an integer entry; None when there is none."""
        found = self.part(key)
        return found if isinstance(found, int) and not isinstance(found, bool) else None

    def word(self, key: str, default: str = "") -> str:
        """Return a text entry, or the default."""
        found = self.part(key)
        return found if isinstance(found, str) else default


def stated(book: LawBook, code: str, day: date) -> Stated | Unknown:
    """Return what a parameter says on a day."""
    parameter = book.parameters.get(code)
    if parameter is None:
        return Unknown(
            Wording(
                f"Chưa có quy định «{code}» trong dữ liệu; cần người có thẩm quyền quyết định.",
                f"Nothing is known of “{code}”: a person decides.",
            )
        )
    found = parameter.at(day)
    if found is None:
        return Unknown(
            Wording(
                f"{parameter.name.vi}: chưa biết quy định áp dụng ngày {format_date(day)}; "
                "cần người có thẩm quyền quyết định.",
                f"{parameter.name.en}: what holds on {format_date(day)} is not known; a person decides.",
            )
        )
    return Stated(found.value, source_of(book, code, found))


def stated_for(book: LawBook, family: str, award: str, day: date) -> Stated | Unknown:
    """Return what a family of parameters says of an award on a day."""
    code = code_for(book, family, award)
    return code if isinstance(code, Unknown) else stated(book, code, day)


def code_for(book: LawBook, family: str, award: str) -> str | Unknown:
    """Return the code of the parameter that speaks of an award.

    The award's own comes first, then that of its kind, of its level, and «default».
    """
    known = book.awards.get(award)
    if known is None:
        return Unknown(Wording(f"Không có danh hiệu, hình thức «{award}».", f"There is no award “{award}”."))
    names = (award, f"kind_{known.kind}", f"level_{known.level}", "default")
    codes = [f"{family}/{name}" for name in names]
    return next((code for code in codes if code in book.parameters), codes[0])


def source_of(book: LawBook, code: str, value: DatedValue) -> Source:
    """Return where a dated value stands, with the Board's check of it."""
    return checked_source(
        book, f"parameter/{code}@{value.validity.since}", value.cites, value.certainty, value.note
    )


def checked_source(
    book: LawBook,
    provision: str,
    cites: tuple[Citation, ...],
    certainty: Certainty,
    note: Wording | None = None,
) -> Source:
    """Return a source, with whether it needs a person."""
    needs_person = book.rests_on_a_person(provision, certainty)
    return Source(provision, cites, certainty, needs_person, note, book.check_of(provision))
