"""Questions of reading as the desk shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Reading
from thidua.lawbook import caps
from thidua.lawbook.models import BoardSetting
from thidua.lawbook.provisions import alternative_of, name_of
from thidua.lawbook.queries.readings import Key
from thidua.lawbook.spoken import said


@dataclass(frozen=True)
class Use:
    """What a reading bears on: an alternative with its award, or a text; `answer` is the one for it alone."""

    code: str
    name: str
    award: str
    default: str
    answer: BoardSetting | None
    answered: str


@dataclass(frozen=True)
class ShownReading:
    """One question: the answer for all, and what holds where it is used."""

    code: str
    name: Wording
    why: Wording
    values: tuple[str, ...]
    default: str
    answer: BoardSetting | None
    answered: str
    uses: tuple[Use, ...]

    @property
    def is_open(self) -> bool:
        """Whether neither the Board nor a default answers it, so that differing results need a person."""
        return self.answer is None and not self.default

    @property
    def answers_apart(self) -> int:
        """How many uses have an answer of their own."""
        return sum(use.answer is not None for use in self.uses)


def shown_reading(book: LawBook, reading: Reading, answers: Mapping[Key, BoardSetting]) -> ShownReading:
    """Return a question with its present answers in words."""
    answer = answers.get((reading.code, ""))
    default = None if isinstance(reading.default, Mapping) else reading.default
    return ShownReading(
        code=reading.code,
        name=reading.name,
        why=reading.why,
        values=tuple(_named(reading, value) for value in reading.values),
        default="" if default is None else _named(reading, default),
        answer=answer,
        answered=_named(reading, answer.value) if answer else "",
        uses=tuple(_use(book, reading, code, answers) for code in reading.used_by),
    )


def scopes_of(book: LawBook, reading: Reading) -> list[tuple[str, str]]:
    """Return what the reading may be settled for: (scope, words); "" is all. The cap is for one text each."""
    named = [
        (code, _name(book, code)[0])
        for code in reading.used_by
        if alternative_of(book, code) is not None or code in book.texts
    ]
    return named if reading.code == caps.READING and named else [("", gettext("wherever it is used")), *named]


def _use(book: LawBook, reading: Reading, code: str, answers: Mapping[Key, BoardSetting]) -> Use:
    own = answers.get((reading.code, code))
    default = reading.default.get(code) if isinstance(reading.default, Mapping) else reading.default
    name, award = _name(book, code)
    return Use(
        code=code,
        name=name,
        award=award,
        default="" if default is None else _named(reading, default),
        answer=own,
        answered=_named(reading, own.value) if own else "",
    )


def _named(reading: Reading, value: object) -> str:
    return said(reading.named(value))


def _name(book: LawBook, code: str) -> tuple[str, str]:
    """Return what a use is called, and the award it belongs to."""
    found = alternative_of(book, code)
    if found is not None:
        return name_of(book, f"alternative/{code}"), found.award
    if code in book.texts:
        return said(book.texts[code].short), ""
    if code in book.awards:
        return said(book.awards[code].name), code
    rule = next((rule for rule in book.rules if rule.id == code), None)
    if rule is not None:
        return said(rule.says), ""
    return _OTHER_USES.get(code, lambda: code)(), ""


_OTHER_USES = {
    "bonus": lambda: gettext("every bonus"),
    "grade_or_title_run": lambda: gettext("every condition that counts years by grade or by title"),
}
