"""Rows of a book → decisions and awards of the register, some thousand at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db.models import F, Max

from thidua.core.law.reading import load_law
from thidua.core.vietnamese.fold import fold
from thidua.registry.books.deciders import Decider, Deciders
from thidua.registry.books.linking import Linker
from thidua.registry.books.on_record import AT_ONCE, chunks
from thidua.registry.books.papers import number_key
from thidua.registry.books.rows import AwardRead
from thidua.registry.content import ConferralContent
from thidua.registry.content.conferral import decision_serial
from thidua.registry.enums import CommendationType
from thidua.registry.importing.award_names import code_named
from thidua.registry.models import Award, BookImport, Conferral

PORTION: Final = 2000
_Key = tuple[int, str, str, date | None, int | None, str]
_NOT_A_MINORITY: Final = frozenset({"", "kinh"})


@dataclass
class _Paper:
    """A decision that rows of the book tell of: its first row, and what all its rows agree on."""

    decider: Decider
    first: AwardRead
    reasons: set[str] = field(default_factory=set)
    conferral: Conferral | None = None
    next_ordinal: int = 1


class Papers:
    """The decisions of a book, each joined to the one that the register holds already, or made."""

    def __init__(self, book: BookImport, deciders: Deciders, provenance: str) -> None:
        self._book = book
        self._deciders = deciders
        self._provenance = provenance
        self._papers: dict[_Key, _Paper] = {}

    def take(self, award: AwardRead) -> None:
        """Remember the decision of a row."""
        decider = self._deciders.of(award)
        paper = self._papers.setdefault(_key(award, decider), _Paper(decider, award))
        paper.reasons.add(award.reason)

    def store(self) -> int:
        """Find the decisions in the register, make the others, and return how many were made."""
        self._fold_undated()
        self._join()
        waiting = {id(paper): paper for paper in self._papers.values() if paper.conferral is None}
        made = [self._conferral(paper) for paper in waiting.values()]
        stored = Conferral.objects.bulk_create(made, batch_size=AT_ONCE)
        for paper, conferral in zip(waiting.values(), stored, strict=True):
            paper.conferral = conferral
        return len(made)

    def place_of(self, award: AwardRead) -> tuple[Conferral, int]:
        """Return the decision of a row, and the next number in its list."""
        paper = self._papers[_key(award, self._deciders.of(award))]
        assert paper.conferral is not None
        paper.next_ordinal += 1
        return paper.conferral, paper.next_ordinal - 1

    def _fold_undated(self) -> None:
        """A number with its year alone means the paper of that number and year whose date another row tells."""
        dated = {
            (unit, who, number, day.year, what): paper
            for (unit, who, number, day, _year, what), paper in self._papers.items()
            if number and day is not None
        }
        for key, paper in list(self._papers.items()):
            unit, who, number, day, year, what = key
            if number and day is None and year is not None:
                self._papers[key] = dated.get((unit, who, number, year, what), paper)

    def _join(self) -> None:
        """Rows of a numbered decision join the one on record; a signed one takes nobody by hand."""
        wanted: dict[tuple[int, str, str], list[_Key]] = defaultdict(list)
        for key in self._papers:
            if key[2]:
                wanted[key[:3]].append(key)
        serials = sorted(
            {serial for _unit, _who, number in wanted if (serial := decision_serial(number)) is not None}
        )
        joined: dict[int, _Paper] = {}
        for some in chunks(serials):
            rows = Conferral.objects.filter(decision_serial__in=some, from_decision=False).order_by("pk")
            for row in rows:
                here = (row.deciding_unit_id, fold(row.authority), number_key(row.decision_number))
                for key in wanted.get(here, ()):
                    paper = self._papers[key]
                    if paper.conferral in (None, row) and _is_same(paper.first, row):
                        paper.conferral = row
                        self._papers[key] = joined.setdefault(row.pk, paper)
        for pks in chunks(sorted(joined)):
            tops = Award.objects.filter(conferral__in=pks).order_by().values_list("conferral")
            for pk, top in tops.annotate(Max("ordinal")):
                joined[pk].next_ordinal = top + 1
            Conferral.objects.filter(pk__in=pks).update(version=F("version") + 1)

    def _conferral(self, paper: _Paper) -> Conferral:
        award = paper.first
        content = ConferralContent(
            award_form=form_words(award),
            award_code=award.award_code,
            decision_number=award.decision_number,
            decision_date=award.decision_date,
            decided_year=None if award.decision_date else award.year,
            authority=paper.decider.authority,
            reason=next(iter(paper.reasons)) if len(paper.reasons) == 1 else "",
            source=self._book.title,
            provenance=self._provenance,
        )
        unit = paper.decider.unit
        return Conferral(deciding_unit=unit, book=self._book, **content.cleaned(), **content.derived())


def awards_of(
    rows: Iterable[AwardRead], papers: Papers, linker: Linker, book: BookImport, provenance: str
) -> list[Award]:
    """Return the awards of rows, not stored yet, each in the list of its decision."""
    return [_award(one, *papers.place_of(one), linker, book, provenance) for one in rows]


def _award(
    one: AwardRead, conferral: Conferral, ordinal: int, linker: Linker, book: BookImport, provenance: str
) -> Award:
    links = linker.links(one)
    day = one.decision_date
    year = one.year or (day.year if day else None)
    assert year is not None  # readable.faults_of
    return Award(
        conferral=conferral,
        ordinal=ordinal,
        recipient_kind=one.kind,
        recipient_name=one.name,
        post_then=one.post,
        unit_then=one.unit,
        person=links.person,
        unit=links.unit,
        household=links.household,
        place=links.place,
        counting_year=one.year,
        year=year,
        amount=one.amount,
        woman=one.woman,
        ethnic_minority=fold(one.ethnicity) not in _NOT_A_MINORITY if one.ethnicity else None,
        birth_year=one.birth_year or (one.birth_date.year if one.birth_date else None),
        commendation_type=one.commendation_type or _usual_type(one.award_code),
        book=book,
        provenance=provenance,
    )


def form_words(award: AwardRead) -> str:
    """Return the form of commendation as it is filed: the book's words where they are a whole name, else the law's.

    An abbreviation («BK CT tỉnh») stays in the row of the book; the register prints a name that everybody reads.
    """
    code, text = award.award_code, award.award_text.strip()
    law = load_law().awards.get(code)
    if law is None:
        return text
    if code_named(text) == code and text != code and any(letter.islower() for letter in text.split()[0][1:]):
        return text[:1].upper() + text[1:]
    return law.name_on(award.decision_date).vi if award.decision_date else law.name.vi


def _usual_type(code: str) -> str:
    award = load_law().awards.get(code)
    return CommendationType.MERIT if award and award.kind == "emulation_title" else ""


def _key(award: AwardRead, decider: Decider) -> _Key:
    day = award.decision_date
    return (
        decider.unit.pk,
        fold(decider.authority),
        number_key(award.decision_number),
        day,
        None if day else award.year,
        award.award_code or fold(award.award_text),
    )


def _is_same(award: AwardRead, row: Conferral) -> bool:
    if row.award_code and award.award_code and row.award_code != award.award_code:
        return False
    if not (row.award_code and award.award_code) and fold(row.award_form) != fold(form_words(award)):
        return False
    if award.decision_date and row.decision_date:
        return award.decision_date == row.decision_date
    years = [
        award.decision_date.year if award.decision_date else award.year,
        row.decision_date.year if row.decision_date else row.decided_year,
    ]
    return years[0] == years[1]


def in_portions(rows: Iterable[Any], size: int = PORTION) -> Iterator[list[Any]]:
    """Return the rows, `size` at a time."""
    some: list[Any] = []
    for row in rows:
        some.append(row)
        if len(some) == size:
            yield some
            some = []
    if some:
        yield some
