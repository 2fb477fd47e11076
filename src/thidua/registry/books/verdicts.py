"""What becomes of each row of a book: new, as on record, a contradiction, unreadable, or no award at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from thidua.core.vietnamese.dates import format_date
from thidua.registry.books.comparing import Known, Match, match, paper_words, told_by
from thidua.registry.books.kinds import kind_of_name
from thidua.registry.books.likeness import MOST_SLIPS, is_slip, same_place
from thidua.registry.books.on_record import AT_ONCE, KnownAward, KnownPaper, OnRecord, chunks
from thidua.registry.books.papers import issuer_in, issuer_key, number_key, same_number
from thidua.registry.books.readable import Told, faults_of
from thidua.registry.books.rows import BookLine
from thidua.registry.books.values import cell_of
from thidua.registry.enums import RecipientKind, RowVerdict

Progress = Callable[[int, int], None]
_Decision = tuple[str, str, int]  # issuer, number, year
_THERE: Final = "\N{OBJECT REPLACEMENT CHARACTER}"  # until it is known which row contradicts
OPEN: Final = (RowVerdict.NEW, RowVerdict.SAME)


@dataclass(slots=True)
class Judged:
    """A row with its verdict. `faults`: (cell, sentence); `award`: of the register, which says the same.

    `same_as`: the place of an earlier row of the book that says the same.
    """

    line: BookLine
    verdict: RowVerdict = RowVerdict.NEW
    faults: list[Told] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    award: int | None = None
    same_as: int | None = None

    def contradict(self, told: Match | Told) -> None:
        """Make it a conflict."""
        if isinstance(told, Match):
            told = (cell_of(self.line, told.field), told.conflict)
        if self.verdict is not RowVerdict.CONFLICT or told[0] not in {cell for cell, _said in self.faults}:
            self.faults.append(told)
        self.verdict = RowVerdict.CONFLICT


def judge(
    lines: Sequence[BookLine],
    register: OnRecord,
    today: date,
    *,
    as_written: Collection[int] = (),
    only: Collection[int] | None = None,
    progress: Progress | None = None,
) -> list[Judged]:
    """Return a verdict for each line, in their order; all faults of a line at once.

    `as_written`: places of lines whose award a person keeps in its own words. `only`: compare these lines alone with
    the register, and the others with them inside the book (a single row was repaired).
    """
    rows = [_readable(with_kind(line), today, place in as_written) for place, line in enumerate(lines)]
    told = {
        place: told_by(row.line.award, place)
        for place, row in enumerate(rows)
        if row.verdict is RowVerdict.NEW and row.line.award is not None
    }
    papers = register.of_numbers({one.number for one in told.values() if one.number})
    dates = _dates_of_numbers(told.values())
    for place, one in told.items():
        _judge_paper(rows[place], one, papers, dates)
    _judge_names(rows, told, register, only, progress)
    _judge_slips(rows, told, papers, register)
    _judge_signed(rows, told, papers)
    return rows


def counts_of(rows: Iterable[Judged]) -> dict[str, int]:
    """Return how many rows have each verdict, and `rows` in all."""
    counted = Counter(row.verdict for row in rows)
    return {verdict.value: counted[verdict] for verdict in RowVerdict} | {"rows": counted.total()}


def with_kind(line: BookLine) -> BookLine:
    """Return the line with a kind of recipient: the one told, else what the name suggests, else an individual."""
    award = line.award
    if award is None or award.kind:
        return line
    return replace(line, award=replace(award, kind=kind_of_name(award.name) or RecipientKind.INDIVIDUAL))


def place_words(line: BookLine) -> str:
    """Return «Row 7» or «Row 7 of “Sheet2”»."""
    if line.sheet:
        return _("Row %(row)s of “%(sheet)s”") % {"row": line.row, "sheet": line.sheet}
    return _("Row %(row)s") % {"row": line.row}


def _readable(line: BookLine, today: date, as_written: bool) -> Judged:
    faults = faults_of(line, today, as_written)
    row = Judged(line, faults=faults, remarks=[str(one) for one in line.remarks])
    if faults:
        row.verdict = RowVerdict.UNREADABLE
    elif line.award is None:
        row.verdict = RowVerdict.IGNORED
    return row


def _decision_of(one: KnownAward) -> _Decision | None:
    """Return what a number means one paper of; None where its issuer or year is not known."""
    issuer = issuer_key(one.authority, one.code) or issuer_in(one.number)
    if not issuer or not one.number or one.day is None:
        return None
    return issuer, number_key(one.number), one.day.year


def _dates_of_numbers(told: Iterable[KnownAward]) -> dict[_Decision, Counter[date]]:
    """Return for each decision of the book how many of its rows give which date."""
    counted: dict[_Decision, Counter[date]] = defaultdict(Counter)
    for one in told:
        if (decision := _decision_of(one)) is not None and one.day is not None:
            counted[decision][one.day] += 1
    return counted


def _usual_date(days: Counter[date], day: date) -> date | None:
    """Return the date that a stray one contradicts; several rows that agree tell of another issuer's paper."""
    usual, count = days.most_common(1)[0]
    stray = days[day] == 1 or days[day] * 10 <= count
    return usual if usual != day and count > 1 and stray else None


def _judge_paper(
    row: Judged,
    one: KnownAward,
    papers: Mapping[str, list[KnownPaper]],
    dates: Mapping[_Decision, Counter[date]],
) -> None:
    """Find a decision whose date is another one in the register, or in most rows of the book."""
    decision = _decision_of(one)
    if decision is None or one.day is None:
        return
    issuer, number, year = decision
    cell = cell_of(row.line, "decision_date")
    known = [
        paper.day
        for paper in papers.get(number, ())
        if paper.day is not None and paper.day.year == year and paper.issuer == issuer
    ]
    if known and one.day not in known:
        row.contradict((cell, _other_date(_("The register"), one, known[0])))
    elif not known and (usual := _usual_date(dates[decision], one.day)) is not None:
        row.contradict((cell, _other_date(_("Most rows of the book"), one, usual)))


def _other_date(where: str, one: KnownAward, day: date) -> str:
    assert one.day is not None
    return _("%(where)s has another date for decision %(number)s: there %(there)s, here %(here)s.") % {
        "where": where,
        "number": one.number,
        "there": format_date(day),
        "here": format_date(one.day),
    }


def _judge_names(
    rows: Sequence[Judged],
    told: Mapping[int, KnownAward],
    register: OnRecord,
    only: Collection[int] | None,
    progress: Progress | None,
) -> None:
    """Compare the rows of each name with the awards of that name, and with each other; some hundred names at a time."""
    named: dict[str, list[int]] = defaultdict(list)
    for place, one in told.items():
        named[one.folded].append(place)
    done = 0
    for some in chunks(list(named), AT_ONCE):
        asked = [name for name in some if only is None or any(place in only for place in named[name])]
        years = {year for name in asked for place in named[name] for year in _years_about(told[place])}
        known = register.of_names(asked, years)
        for name in some:
            _judge_name(rows, told, named[name], known.get(name, ()), only)
        done += sum(len(named[name]) for name in some)
        if progress is not None:
            progress(done, len(told))


def _years_about(one: KnownAward) -> set[int]:
    """Return the years under which the register may file the award: given for the year before, or decided after."""
    return {year + shift for year in {one.year, one.paper.paper_year or one.year} for shift in (-1, 0, 1)}


def _judge_name(
    rows: Sequence[Judged],
    told: Mapping[int, KnownAward],
    places: Sequence[int],
    on_record: Iterable[KnownAward],
    only: Collection[int] | None,
) -> None:
    register, book = Known(on_record), Known()
    for place in places:
        row, one = rows[place], told[place]
        if only is None or place in only:
            _compare(row, one, register, book, rows)
        if row.verdict in OPEN and row.same_as is None:
            book.add(one)


def _compare(row: Judged, one: KnownAward, register: Known, book: Known, rows: Sequence[Judged]) -> None:
    found = match(one, register, _("The register"))
    if found is not None and not found.conflict:
        if row.verdict is not RowVerdict.CONFLICT:
            row.verdict, row.award = RowVerdict.SAME, found.other.pk
            row.remarks.append(
                _("As on record: decision %(paper)s.")
                % {"paper": paper_words(found.other.number, found.other)}
            )
        return
    if found is not None:
        row.contradict(found)
        return
    inside = match(one, book, _THERE, in_book=True)
    if inside is None:
        return
    earlier = rows[inside.other.pk]
    if (earlier.line.sheet, earlier.line.row) == (row.line.sheet, row.line.row) and inside.conflict:
        return  # one row may give several awards
    if inside.conflict:
        sentence = inside.conflict.replace(_THERE, place_words(earlier.line))
        row.contradict(Match(inside.other, inside.field, sentence))
    elif row.verdict is not RowVerdict.CONFLICT:
        row.verdict, row.same_as, row.award = RowVerdict.SAME, inside.other.pk, earlier.award
        row.remarks.append(_("%(row)s says the same.") % {"row": place_words(earlier.line)})


def _judge_slips(
    rows: Sequence[Judged],
    told: Mapping[int, KnownAward],
    papers: Mapping[str, list[KnownPaper]],
    register: OnRecord,
) -> None:
    """Find new rows whose name is one or two letters away from a name of the same decision at the same place."""
    new = {place: one for place, one in told.items() if rows[place].verdict is RowVerdict.NEW and one.number}
    about = {
        paper.pk
        for one in new.values()
        for paper in papers.get(number_key(one.number), ())
        if paper.code == one.code and same_number(paper.number, one.number)
    }
    if not about:
        return
    claimed = {row.award for row in rows if row.award is not None}
    listed: dict[tuple[str, str], list[KnownAward]] = defaultdict(list)
    for other in register.of_papers(about):
        if other.pk not in claimed:
            listed[number_key(other.number), other.code].append(other)
    for place, one in new.items():
        for other in near_names(one.folded, listed.get((number_key(one.number), one.code), ())):
            if _is_slip(one, other):
                said = {"name": other.name, "unit": other.unit, "here": one.name}
                sentence = _(
                    "By the same decision the register has %(name)s (%(unit)s); here it is %(here)s."
                )
                rows[place].contradict((cell_of(rows[place].line, "name"), sentence % said))
                break


def near_names(name: str, others: Sequence[KnownAward]) -> Iterable[KnownAward]:
    """Return those whose folded name is at most two letters away."""
    if not others:
        return ()
    names = [other.folded for other in others]
    found = process.extract(
        name, names, scorer=DamerauLevenshtein.distance, score_cutoff=MOST_SLIPS, limit=None
    )
    return [others[place] for _name, _distance, place in found]


def _judge_signed(
    rows: Sequence[Judged], told: Mapping[int, KnownAward], papers: Mapping[str, list[KnownPaper]]
) -> None:
    """Find new rows of a decision that was signed in this system: who is in it is known, and nobody else was."""
    for place, one in told.items():
        if rows[place].verdict is not RowVerdict.NEW or not one.number:
            continue
        for paper in papers.get(number_key(one.number), ()):
            if paper.signed_here and paper.day == one.day and paper.code == one.code:
                sentence = _(
                    "Decision %(number)s was signed in this system and does not name this recipient."
                )
                cell = cell_of(rows[place].line, "decision_number")
                rows[place].contradict((cell, sentence % {"number": paper.number}))
                break


def _is_slip(one: KnownAward, other: KnownAward) -> bool:
    if one.day and other.day and one.day != other.day:
        return False
    if one.birth_year and other.birth_year and one.birth_year != other.birth_year:
        return False
    return same_place(one.unit, other.unit) is True and is_slip(one.folded, other.folded)
