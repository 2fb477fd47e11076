"""The duplicate gate: the same person, commended already for this, or nominated elsewhere, for a whole list at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from django.db.models import Q
from rapidfuzz import fuzz

from thidua.core.vietnamese.fold import fold
from thidua.core.workflow.dossier import FINAL
from thidua.nominations.content import NomineeLine
from thidua.nominations.enums import ALIVE, DossierState
from thidua.nominations.models import Nomination
from thidua.nominations.queries.known_names import near_names
from thidua.orgs.models import Person, Unit
from thidua.registry.enums import AwardStatus
from thidua.registry.models import Conferral
from thidua.registry.queries import AwardHit, same_names

SAME_UNIT = 85  # of 100: units that read alike
SAME_DEED = 80  # of 100: achievements that read alike
AT_ONCE = 500


_COLUMNS = (
    *(
        "pk",
        "folded_name",
        "recipient_name",
        "unit_then",
        "person_id",
        "unit_id",
        "household_id",
        "birth_year",
    ),
    *("counting_year", "award_code", "commendation_type", "achievement", "dossier__code"),
)


class Sureness(StrEnum):
    """How sure it is that two lines mean one recipient."""

    CERTAIN = "certain"  # linked to the same row
    LIKELY = "likely"  # the same name, and unit or year of birth
    POSSIBLE = "possible"  # the same name elsewhere, or nearly the same name in one unit


class Where(StrEnum):
    """Where the other line stands."""

    REGISTER = "register"
    PENDING = "pending"
    LIST = "list"


@dataclass(frozen=True)
class Duplicate:
    """A reason to stop and look: what was found, how sure it is the same one, and what is the same.

    `pk`: of the award or the nomination; for `list` the place of the other line, from 0.
    """

    where: Where
    pk: int
    sureness: Sureness
    same_award: bool
    same_year: bool
    same_deed: bool
    name: str
    unit: str
    year: int | None
    award_code: str
    reference: str  # decision number, or code of the dossier


@dataclass(frozen=True)
class _Other:
    where: Where
    pk: int
    folded: str
    name: str
    unit: str
    ids: tuple[int | None, int | None, int | None]
    birth_year: int | None
    year: int | None
    award_code: str
    type: str
    deed: str
    reference: str


def duplicates_of(
    lines: Sequence[NomineeLine], *, leaving_out: Iterable[int] = (), drafts_of: Unit | None = None
) -> list[tuple[Duplicate, ...]]:
    """Return for each line what stands against it, the surest first; a fixed number of queries for 500 lines.

    Found is the same award in the same year, the same achievement, or the same type of commendation in the same
    year. `leaving_out`: nominations (ids) that are the lines themselves. `drafts_of`: the unit whose own drafts are
    looked at too; a draft of any other unit is nobody else's to know, and is not counted.
    """
    folded = [fold(line.name) for line in lines]
    near = near_names(folded)
    wanted = sorted({name for names in near for name in names} | set(folded))
    others = _by_name(
        [*_register(wanted), *_pending(wanted, frozenset(leaving_out), drafts_of), *_own(lines, folded)]
    )
    found = []
    for place, line in enumerate(lines):
        candidates = [
            one for name in dict.fromkeys([folded[place], *near[place]]) for one in others.get(name, ())
        ]
        hits = [hit for one in candidates if (hit := _compared(line, folded[place], place, one))]
        found.append(tuple(sorted(hits, key=lambda hit: list(Sureness).index(hit.sureness))))
    return found


def duplicates_of_dossier(
    rows: Sequence[Nomination], *, drafts_of: Unit | None = None
) -> dict[int, tuple[Duplicate, ...]]:
    """Return by id what stands against the nominations of a dossier; as `duplicates_of`."""
    lines, ids = [NomineeLine.of(row) for row in rows], [row.pk for row in rows]
    found = duplicates_of(lines, leaving_out=ids, drafts_of=drafts_of)
    return {row.pk: hits for row, hits in zip(rows, found, strict=True)}


def _compared(line: NomineeLine, folded: str, place: int, other: _Other) -> Duplicate | None:
    if other.where is Where.LIST and other.pk == place:
        return None
    same_award = line.award_code == other.award_code
    same_year = line.counting_year == other.year
    same_deed = bool(line.achievement and other.deed) and (
        fuzz.token_set_ratio(_folded(line.achievement), _folded(other.deed)) >= SAME_DEED
    )
    same_period = same_year and line.commendation_type == other.type
    if not (same_year and (same_award or same_period)) and not same_deed:
        return None
    sureness = _sureness(line, folded, other)
    if sureness is None:
        return None
    return Duplicate(
        where=other.where,
        pk=other.pk,
        sureness=sureness,
        same_award=same_award,
        same_year=same_year,
        same_deed=same_deed,
        name=other.name,
        unit=other.unit,
        year=other.year,
        award_code=other.award_code,
        reference=other.reference,
    )


def _sureness(line: NomineeLine, folded: str, other: _Other) -> Sureness | None:
    mine = (_pk(line.person), _pk(line.unit), _pk(line.household))
    if any(one is not None and one == theirs for one, theirs in zip(mine, other.ids, strict=True)):
        return Sureness.CERTAIN
    if any(one is not None and theirs is not None for one, theirs in zip(mine, other.ids, strict=True)):
        return None  # both are known, and they are two
    units = (_folded(line.unit_then), _folded(other.unit))
    same_unit = bool(all(units)) and fuzz.token_set_ratio(*units) >= SAME_UNIT
    born = line.birth_year or (line.person.birth_year if line.person else None)
    if born and other.birth_year and born != other.birth_year:
        return None
    same_birth = born is not None and born == other.birth_year
    if folded == other.folded:
        return Sureness.LIKELY if same_unit or same_birth else Sureness.POSSIBLE
    return Sureness.POSSIBLE if same_unit else None


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return fold(text)


def _pk(row: object) -> int | None:
    return getattr(row, "pk", None)


def _by_name(others: Iterable[_Other]) -> Mapping[str, list[_Other]]:
    found: dict[str, list[_Other]] = defaultdict(list)
    for other in others:
        found[other.folded].append(other)
    return found


def _register(wanted: Sequence[str]) -> list[_Other]:
    hits = [hit for found in same_names(wanted).values() for hit in found if hit.status == AwardStatus.ACTIVE]
    people = {hit.person_id for hit in hits if hit.person_id}
    born = dict(Person.objects.filter(pk__in=people).order_by().values_list("pk", "birth_year"))
    given = Conferral.objects.filter(pk__in={hit.conferral_id for hit in hits}).order_by()
    deeds = {pk: reason or occasion for pk, reason, occasion in given.values_list("pk", "reason", "occasion")}
    return [_of_register(hit, born.get(hit.person_id or 0), deeds[hit.conferral_id]) for hit in hits]


def _of_register(hit: AwardHit, birth_year: int | None, deed: str) -> _Other:
    return _Other(
        where=Where.REGISTER,
        pk=hit.pk,
        folded=hit.folded_name,
        name=hit.name,
        unit=hit.unit_then,
        ids=(hit.person_id, hit.unit_id, hit.household_id),
        birth_year=birth_year,
        year=hit.year,
        award_code=hit.award_code,
        type=hit.commendation_type,
        deed=deed,
        reference=hit.decision_number,
    )


def _pending(wanted: Sequence[str], leaving_out: frozenset[int], drafts_of: Unit | None) -> list[_Other]:
    found: list[_Other] = []
    seen = Q(dossier__submitted_at__isnull=False)
    if drafts_of is not None:
        seen |= Q(dossier__unit=drafts_of)
    for start in range(0, len(wanted), AT_ONCE):
        rows = Nomination.objects.filter(
            seen,
            folded_name__in=wanted[start : start + AT_ONCE],
            outcome__in=ALIVE,
            dossier__state__in=set(DossierState.values) - FINAL,
        ).order_by()
        for pk, folded, name, unit, person, own, household, *rest in rows.values_list(*_COLUMNS):
            found.append(_Other(Where.PENDING, pk, folded, name, unit, (person, own, household), *rest))
    return [one for one in found if one.pk not in leaving_out]


def _own(lines: Sequence[NomineeLine], folded: Sequence[str]) -> list[_Other]:
    return [
        _Other(
            where=Where.LIST,
            pk=place,
            folded=folded[place],
            name=line.name,
            unit=line.unit_then,
            ids=(_pk(line.person), _pk(line.unit), _pk(line.household)),
            birth_year=line.birth_year,
            year=line.counting_year,
            award_code=line.award_code,
            type=line.commendation_type,
            deed=line.achievement,
            reference="",
        )
        for place, line in enumerate(lines)
    ]
