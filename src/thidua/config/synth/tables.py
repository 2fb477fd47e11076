"""The one place that knows the schema: what the plan of the country fills into every column of every table.

A table that gains or loses a column is told by SchemaMismatch until it is said here what stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from thidua.config.synth.award_kinds import KINDS
from thidua.config.synth.careers import Households, Numbers, Persons, YearOfAwards
from thidua.config.synth.decisions import Decisions
from thidua.config.synth.names import WHOLE_NAMES_FROM, Texts
from thidua.config.synth.rows import Rows, Same, rows
from thidua.config.synth.units import MERGED_ON, RENAMED_ON, Category, PlannedUnit, UnitPlan
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.names import NameOrder, sort_key
from thidua.orgs.enums import Certainty, ChangeKind, Hierarchy, PersonNameOrder, UnitKind
from thidua.orgs.models import Household, Person, Unit, UnitChange, UnitName, UnitPlacement, UnitSuccession
from thidua.orgs.paths import path_below
from thidua.registry.content.spelling import words_of
from thidua.registry.enums import AwardStatus, CommendationType, RecipientClass, RecipientKind
from thidua.registry.models import Award, Conferral, RecipientName, RecipientWord
from thidua.support.provenance import Provenance

SOURCE: Final = "dữ liệu kiểm thử, sinh tự động"
TEST: Final = Same(Provenance.TEST.value)
NOTHING: Final = Same(None)
EMPTY: Final = Same("")
ADDED: Final = Same("2025-01-01 00:00:00")  # a fixed time, so that two runs write the same rows
SENIOR_FROM: Final = 6  # awards
KIND: Final = np.array(
    [RecipientKind.INDIVIDUAL.value, RecipientKind.COLLECTIVE.value, RecipientKind.HOUSEHOLD.value],
    dtype=object,
)
UNIT_KIND: Final = {
    Category.PROVINCE: UnitKind.PROVINCE,
    Category.DISTRICT: UnitKind.DISTRICT,
    Category.COMMUNE: UnitKind.COMMUNE,
    Category.ENTERPRISE: UnitKind.ENTERPRISE,
}
_DAY_BEFORE_MERGER: Final = date(MERGED_ON.year - 1, 12, 31).isoformat()
_DAY_BEFORE_RENAMING: Final = date(RENAMED_ON.year, RENAMED_ON.month - 1, 30).isoformat()
_SLUG: Final = re.compile(r"[^a-z0-9]+")


def unit_tables(plan: UnitPlan) -> Iterator[Rows]:
    """Yield units, their names and places in time, and the mergers."""
    units = plan.units
    yield rows(
        Unit,
        len(units),
        id=[unit.id for unit in units],
        key=[f"{_SLUG.sub('-', fold(unit.name)).strip('-')[:80]}-{unit.id}" for unit in units],
        hierarchy=[_hierarchy(unit) for unit in units],
        kind=[UNIT_KIND.get(unit.category, UnitKind.BODY).value for unit in units],
        name=[unit.name for unit in units],
        short_name=[unit.short_name for unit in units],
        sort_key=[sort_key(unit.short_name, NameOrder.WHOLE) for unit in units],
        official_code=EMPTY,
        exists_from=[unit.exists_from.isoformat() for unit in units],
        exists_to=[_iso(unit.exists_to) for unit in units],
        source=Same(SOURCE),
        note=EMPTY,
        provenance=TEST,
        version=Same(1),
    )
    yield _unit_names(units)
    yield _unit_placements(units)
    yield from _mergers(units)


def person_table(persons: Persons, name: Numbers, written: Texts) -> Rows:
    """Return the persons; `name`: the number of each one's name among `written`."""
    distinct, place = np.unique(name, return_inverse=True)
    whole = np.zeros(len(distinct), dtype=np.bool_)
    whole[place] = persons.code >= WHOLE_NAMES_FROM
    texts = written[distinct].tolist()
    orders = [NameOrder.WHOLE if one else NameOrder.GIVEN_LAST for one in whole.tolist()]
    keys = np.array([sort_key(text, order) for text, order in zip(texts, orders, strict=True)], dtype=object)
    folded = np.array([fold(text) for text in texts], dtype=object)
    order_words = np.array([PersonNameOrder.GIVEN_LAST.value, PersonNameOrder.WHOLE.value], dtype=object)
    count = len(name)
    return rows(
        Person,
        count,
        id=range(1, count + 1),
        full_name=_Of(written, name),
        honorific=_Of(np.array(["ong", "ba"], dtype=object), persons.women.astype(np.int64)),
        name_order=_Of(order_words, whole[place].astype(np.int64)),
        sort_key=_Of(keys, place),
        folded_name=_Of(folded, place),
        birth_year=persons.birth_year,
        merged_into_id=NOTHING,
        source=Same(SOURCE),
        provenance=TEST,
        version=Same(1),
    )


def household_table(households: Households, address: Texts) -> Rows:
    """Return the households; `address`: of each unit, as printed."""
    count = len(households.head)
    return rows(
        Household,
        count,
        id=range(1, count + 1),
        head_id=households.head + 1,
        address_unit_id=households.unit,
        address_text=_Of(address, households.unit),
        address_on=NOTHING,
        source=Same(SOURCE),
        provenance=TEST,
        version=Same(1),
    )


def conferral_table(decisions: Decisions, year: int, first_id: int) -> Rows:
    """Return the decisions of a year, numbered from `first_id`."""
    count = len(decisions.number)
    words, codes, authorities, paper = (
        np.array(texts, dtype=object)
        for texts in (
            [kind.words for kind in KINDS],
            [kind.code for kind in KINDS],
            [kind.authority for kind in KINDS],
            ["QĐ-TTg" if kind.authority else "QĐ-UBND" for kind in KINDS],
        )
    )
    numbers = [
        f"{number}/{suffix}"
        for number, suffix in zip(decisions.number.tolist(), paper[decisions.award].tolist(), strict=True)
    ]
    reason = f"Hoàn thành xuất sắc nhiệm vụ năm {year}"
    before = [fold(kind.words) for kind in KINDS]
    behind = [fold(f"{kind.authority} {reason} {SOURCE}") for kind in KINDS]
    searched = [
        f"{before[award]} {fold(number)} {behind[award]}"
        for award, number in zip(decisions.award.tolist(), numbers, strict=True)
    ]
    return rows(
        Conferral,
        count,
        id=range(first_id, first_id + count),
        award_form=_Of(words, decisions.award),
        award_code=_Of(codes, decisions.award),
        deciding_unit_id=decisions.decider,
        decision_number=numbers,
        decision_date=decisions.dates(year),
        decided_year=NOTHING,
        authority=_Of(authorities, decisions.award),
        decision_serial=decisions.number,
        presented_on=NOTHING,
        presented_by=EMPTY,
        occasion=EMPTY,
        reason=Same(reason),
        source=Same(SOURCE),
        search_text=searched,
        decision_file_id=NOTHING,
        from_decision=Same(False),
        batch_id=NOTHING,
        book_id=NOTHING,
        provenance=TEST,
        version=Same(1),
    )


class AwardSources:
    """What the rows of awards look up: names, posts, persons, units."""

    def __init__(self, persons: Persons, plan: UnitPlan, posts: Texts, post_table: Numbers) -> None:
        """Keep them."""
        self.persons, self.plan, self.posts, self.post_table = persons, plan, posts, post_table


def award_table(
    sources: AwardSources,
    awards: YearOfAwards,
    decisions: Decisions,
    first_ids: tuple[int, int],
    name: tuple[Texts, Numbers, Numbers],
    linked: npt.NDArray[np.bool_],
) -> Rows:
    """Return the awards of a year in the order of their decisions.

    `first_ids`: of awards and conferrals. `name`: the written name, dictionary id and code of each award of the
    year. `linked`: whether the register knows whose an individual's award is.
    """
    order = decisions.order
    kind, subject, unit = awards.kind[order], awards.subject[order], awards.unit[order]
    award, category = awards.award[order], sources.plan.category[unit]
    is_person, is_group, is_home = kind == 0, kind == 1, kind == 2
    person = np.where(is_person, subject - 1, 0)
    senior = (awards.seniority[order] >= SENIOR_FROM) & (person % 3 == 0)
    post = np.where(is_person, sources.post_table[category, senior.astype(np.int64), person % 12], 0)
    own, above = sources.plan.names_in(awards.year)
    address = np.array(
        [f"{one}, {over}" if over else one for one, over in zip(own, above, strict=True)], dtype=object
    )
    groups = np.where(is_group, above[unit], address[unit])
    leader = np.where(
        category == Category.ENTERPRISE, RecipientClass.ENTREPRENEUR, RecipientClass.OTHER_LEADER
    )
    classes = np.where(senior, leader, RecipientClass.DIRECT_WORKER).astype(object)
    of_year = np.array([entry.of_year for entry in KINDS])[award]
    written, entry, code = name
    count = len(order)
    return rows(
        Award,
        count,
        id=range(first_ids[0], first_ids[0] + count),
        conferral_id=decisions.decision + first_ids[1],
        ordinal=decisions.ordinal,
        recipient_kind=KIND[kind],
        recipient_name=written[order],
        name_id=entry[order],
        name_code=code[order],
        post_then=sources.posts[post],
        unit_then=groups,
        person_id=_where(is_person & linked[order], subject),
        unit_id=_where(is_group & (subject == 0), unit),
        household_id=_where(is_home, subject),
        counting_year=_where(of_year, np.full(count, awards.year)),
        year=Same(awards.year),
        place_id=unit,
        amount=np.array([entry.amount for entry in KINDS])[award],
        recipient_class=np.where(is_person, classes, ""),
        enterprise=category == Category.ENTERPRISE,
        woman=_where(is_person, sources.persons.women[person]),
        ethnic_minority=_where(is_person, sources.persons.minority[person]),
        birth_year=_where(is_person, sources.persons.birth_year[person]),
        book_id=NOTHING,
        commendation_type=Same(CommendationType.MERIT.value),
        status=Same(AwardStatus.ACTIVE.value),
        status_on=NOTHING,
        status_reason=EMPTY,
        status_decision=EMPTY,
        provenance=TEST,
    )


def dictionary_tables(entries: Sequence[RecipientName], counts: Numbers, latest: Numbers) -> Iterator[Rows]:
    """Yield the dictionary of names and its words; `counts`, `latest`: of each entry. Names that nobody bears in an
    award are left out; entry n keeps the id n + 1.
    """
    borne = np.flatnonzero(counts)
    held = [entries[number] for number in borne.tolist()]
    yield rows(
        RecipientName,
        len(held),
        id=borne + 1,
        spelling=[entry.spelling for entry in held],
        order=[entry.order for entry in held],
        folded=[entry.folded for entry in held],
        sort_key=[entry.sort_key for entry in held],
        code=[entry.code for entry in held],
        code_after=[entry.code_after for entry in held],
        award_count=counts[borne],
        latest=latest[borne],
    )
    words = sorted({word[:100] for entry in held for word in words_of(entry.folded)})
    yield rows(RecipientWord, len(words), id=range(1, len(words) + 1), word=words, added_at=ADDED)


class _Of(Sequence[Any]):
    """Texts by place, looked up batch by batch, so that millions of rows cost no list of their own."""

    def __init__(self, texts: Texts, places: Numbers) -> None:
        self._texts, self._places = texts, places

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, piece: Any) -> Any:
        return self._texts[self._places[piece]].tolist()


def _where(marks: npt.NDArray[np.bool_], values: npt.NDArray[np.generic]) -> Texts:
    """Return the values where marked, else None."""
    column = np.full(len(marks), None, dtype=object)
    column[marks] = values[marks]
    return column


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _hierarchy(unit: PlannedUnit) -> str:
    return (Hierarchy.ENTERPRISE if unit.category == Category.ENTERPRISE else Hierarchy.STATE).value


def _unit_names(units: list[PlannedUnit]) -> Rows:
    periods: list[tuple[int, str, str, str, str | None]] = []
    for unit in units:
        begins, ends = unit.exists_from.isoformat(), _iso(unit.exists_to)
        if unit.old_name:
            periods.append(
                (unit.id, unit.old_name, unit.old_name.partition(" ")[2], begins, _DAY_BEFORE_RENAMING)
            )
            begins = RENAMED_ON.isoformat()
        periods.append((unit.id, unit.name, unit.short_name, begins, ends))
    numbers, names, short, begin, end = map(list, zip(*periods, strict=True))
    return rows(
        UnitName,
        len(periods),
        id=range(1, len(periods) + 1),
        unit_id=numbers,
        name=names,
        short_name=short,
        official_code=EMPTY,
        sort_key=[sort_key(str(text), NameOrder.WHOLE) for text in short],
        folded_name=[fold(str(text)) for text in names],
        folded_short_name=[fold(str(text)) for text in short],
        valid_from=begin,
        valid_to=end,
        act=EMPTY,
        certainty=Same(Certainty.CONFIRMED.value),
        note=EMPTY,
    )


def _unit_placements(units: list[PlannedUnit]) -> Rows:
    """Below a commune that was merged, what stands there moves to the new one on the day of the merger."""
    places: list[tuple[int, int | None, str, str, str | None, bool]] = []
    for unit in units:
        begins, ends = unit.exists_from.isoformat(), _iso(unit.exists_to)
        follower = units[unit.parent - 1].successor if unit.parent else None
        if follower is None:
            places.append((unit.id, unit.parent, unit.path, begins, ends, True))
            continue
        places.append((unit.id, unit.parent, unit.path, begins, _DAY_BEFORE_MERGER, False))
        moved = path_below(units[follower - 1].path, unit.id)
        places.append((unit.id, follower, moved, MERGED_ON.isoformat(), None, True))
    numbers, parents, paths, begin, end, last = map(list, zip(*places, strict=True))
    return rows(
        UnitPlacement,
        len(places),
        id=range(1, len(places) + 1),
        unit_id=numbers,
        parent_id=parents,
        path=paths,
        valid_from=begin,
        valid_to=end,
        is_last=last,
        act=EMPTY,
    )


def _mergers(units: list[PlannedUnit]) -> Iterator[Rows]:
    pairs = [(unit.id, unit.successor) for unit in units if unit.successor]
    new = sorted({follower for _old, follower in pairs if follower})
    change = {follower: number for number, follower in enumerate(new, start=1)}
    yield rows(
        UnitChange,
        len(new),
        id=range(1, len(new) + 1),
        date=Same(MERGED_ON.isoformat()),
        kind=Same(ChangeKind.MERGE.value),
        act=Same("Nghị quyết kiểm thử"),
    )
    yield rows(
        UnitSuccession,
        len(pairs),
        id=range(1, len(pairs) + 1),
        change_id=[change[follower] for _old, follower in pairs if follower],
        predecessor_id=[old for old, _follower in pairs],
        successor_id=[follower for _old, follower in pairs],
        part=Same(False),
        certainty=Same(Certainty.CONFIRMED.value),
        note=EMPTY,
    )
