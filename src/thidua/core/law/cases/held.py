"""grades, awards, initiatives: what is recorded by counting year."""

from functools import partial

from thidua.core.law.book import LawBook
from thidua.core.law.cases import vocabulary
from thidua.core.law.cases.optional import part
from thidua.core.law.cases.values import counting_year, day, flag, is_school_year, text, year
from thidua.core.law.cases.written import Written
from thidua.core.law.facts import AwardHeld, Initiative

STATUSES = ("active", "cancelled")
FORMS = ("initiative", "topic")


def read_grades(written: Written, book: LawBook) -> dict[int, str]:
    """Return the grade of each counting year."""
    grades: dict[int, str] = {}
    typed_as: dict[int, str] = {}
    for typed, value in written.pairs():
        counted = counting_year(typed)
        if counted is None:
            year(value.named(typed))
            continue
        if counted in typed_as:
            mixed = is_school_year(typed) != is_school_year(typed_as[counted])
            code = "calendar_and_school_year" if mixed else "same_year_twice"
            value.tell(code, year=counted, first=typed_as[counted], given=typed)
            continue
        typed_as[counted] = typed
        grade = None if value.empty else vocabulary.word(value, book, "grades")
        if grade is not None:
            grades[counted] = grade
    return grades


def counts_school_years(written: Written) -> bool:
    """Tell whether every grade is written for a school year."""
    typed = [name for name, _ in written.pairs()] if written.is_mapping else []
    return bool(typed) and all(is_school_year(name) for name in typed)


def read_awards(written: Written, book: LawBook) -> tuple[AwardHeld, ...]:
    """Return the awards received; tells an active one that stands twice."""
    found: list[AwardHeld] = []
    stands_at: dict[tuple[str, int, str], str] = {}
    for item in written.items():
        held = _read_award(item, book)
        if held is None:
            continue
        key = (held.award, held.year, held.type)
        if held.status == "active" and key in stands_at:
            item.tell("award_twice", award=held.award, year=held.year, type=held.type, other=stands_at[key])
            continue
        if held.status == "active":
            stands_at[key] = item.path
        found.append(held)
    return tuple(found)


def _read_award(item: Written, book: LawBook) -> AwardHeld | None:
    fields = item.fields(("award", "year", "type", "decided_on", "status", "decision"))
    item.require(fields, "award", "year")
    award = part(fields, "award", partial(vocabulary.award, book=book))
    counted = part(fields, "year", year)
    type_ = part(fields, "type", partial(vocabulary.word, book=book, vocabulary="commendation_types"))
    status = part(fields, "status", partial(vocabulary.one_of, what="status", known=STATUSES))
    decided_on = part(fields, "decided_on", day)
    decision = part(fields, "decision", text)
    if award is None or counted is None:
        return None
    return AwardHeld(award, counted, type_ or "merit", status or "active", decided_on, decision or "")


def read_initiatives(written: Written, book: LawBook) -> tuple[Initiative, ...]:
    """Return the recognised initiatives and accepted topics."""
    read = (_read_initiative(item, book) for item in written.items())
    return tuple(initiative for initiative in read if initiative is not None)


def _form(fields: dict[str, Written]) -> str | None:
    """Return the form under any of its spellings: `form: topic`, `kind: topic`, `topic: true`."""
    read = partial(vocabulary.one_of, what="form", known=FORMS)
    topic = "topic" if part(fields, "topic", flag) else None
    return part(fields, "form", read) or part(fields, "kind", read) or topic


def _read_initiative(item: Written, book: LawBook) -> Initiative | None:
    fields = item.fields(("year", "scope", "form", "kind", "topic", "effective", "used_for", "name"))
    item.require(fields, "year", "scope")
    counted = part(fields, "year", year)
    scope = part(fields, "scope", partial(vocabulary.word, book=book, vocabulary="scopes"))
    form = _form(fields)
    effective = part(fields, "effective", flag)
    used_for = part(fields, "used_for", partial(vocabulary.award, book=book))
    name = part(fields, "name", text)
    if counted is None or scope is None:
        return None
    return Initiative(
        counted, scope, form or "initiative", effective is not False, used_for or "", name or ""
    )
