"""What the register holds of the names and decisions that a book speaks of; read-only, chunk by chunk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol, TypeVar

from thidua.core.vietnamese.fold import fold
from thidua.registry.books.papers import Paper, issuer_key, number_key
from thidua.registry.content.conferral import decision_serial
from thidua.registry.models import Award, Conferral

AT_ONCE: Final = 500  # values in one query; databases take no more than some thousand
_COLUMNS: Final = (
    *("pk", "name__folded", "recipient_name", "recipient_kind", "unit_then", "birth_year", "year", "amount"),
    *("commendation_type", "conferral_id", "conferral__award_code", "conferral__award_form"),
    *("conferral__decision_number", "conferral__decision_date", "conferral__decided_year"),
    "conferral__authority",
)
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class KnownAward:
    """An award of the register, as far as a row is compared with it."""

    pk: int
    folded: str
    name: str
    kind: str
    unit: str
    birth_year: int | None
    year: int
    amount: int | None
    type: str
    conferral: int
    code: str
    form: str
    number: str
    day: date | None
    decided_year: int | None
    authority: str = ""

    @property
    def key(self) -> str:
        """What was awarded: the code, else the folded words."""
        return self.code or fold(self.form)

    @property
    def paper(self) -> Paper:
        """The decision."""
        return Paper(self.number, self.day, self.decided_year or self.year)


@dataclass(frozen=True, slots=True)
class KnownPaper:
    """A decision of the register. `signed_here`: nothing is added to it by hand."""

    pk: int
    number: str
    day: date | None
    decided_year: int | None
    issuer: str
    code: str
    unit: int
    signed_here: bool


class OnRecord(Protocol):
    """What can be asked of a register."""

    def of_names(self, names: Collection[str], years: Collection[int]) -> Mapping[str, list[KnownAward]]:
        """Return the awards of these folded names by name; those of other `years` may be left out."""

    def of_numbers(self, numbers: Collection[str]) -> Mapping[str, list[KnownPaper]]:
        """Return the decisions of these numbers by `number_key`."""

    def of_papers(self, papers: Collection[int]) -> list[KnownAward]:
        """Return the awards of these decisions."""


class EmptyRegister:
    """A register that holds nothing: before the database was made, or for a look at the file alone."""

    def of_names(self, names: Collection[str], years: Collection[int]) -> Mapping[str, list[KnownAward]]:
        """Return no award."""
        return {}

    def of_numbers(self, numbers: Collection[str]) -> Mapping[str, list[KnownPaper]]:
        """Return no decision."""
        return {}

    def of_papers(self, papers: Collection[int]) -> list[KnownAward]:
        """Return no award."""
        return []


class Register:
    """The register of this database; a query for each 500 names, numbers or decisions."""

    def of_names(self, names: Collection[str], years: Collection[int]) -> Mapping[str, list[KnownAward]]:
        """Return the awards of these folded names by name, the oldest first."""
        found: dict[str, list[KnownAward]] = defaultdict(list)
        for some in chunks(sorted(names)):
            rows = Award.objects.filter(name__folded__in=some, year__in=years).order_by()
            for row in rows.values_list(*_COLUMNS):
                found[row[1]].append(KnownAward(*row))
        for held in found.values():
            held.sort(key=lambda one: one.pk)
        return found

    def of_numbers(self, numbers: Collection[str]) -> Mapping[str, list[KnownPaper]]:
        """Return the decisions of these numbers by `number_key`."""
        wanted = {number_key(number) for number in numbers}
        serials = {decision_serial(number) for number in wanted} - {None}
        columns = ("pk", "decision_number", "decision_date", "decided_year", "authority", "award_code")
        found: dict[str, list[KnownPaper]] = defaultdict(list)
        for some in chunks(sorted(one for one in serials if one is not None)):
            rows = Conferral.objects.filter(decision_serial__in=some).order_by("pk")
            for pk, number, day, year, authority, code, unit, own in rows.values_list(
                *columns, "deciding_unit_id", "from_decision"
            ):
                key = number_key(number)
                if key in wanted:
                    issuer = issuer_key(authority, code)
                    found[key].append(KnownPaper(pk, number, day, year, issuer, code, unit, own))
        return found

    def of_papers(self, papers: Collection[int]) -> list[KnownAward]:
        """Return the awards of these decisions, the oldest first."""
        found = [
            KnownAward(*row)
            for some in chunks(sorted(papers))
            for row in Award.objects.filter(conferral__in=some).order_by().values_list(*_COLUMNS)
        ]
        return sorted(found, key=lambda one: one.pk)


def chunks(items: Sequence[Item], size: int = AT_ONCE) -> Iterator[Sequence[Item]]:
    """Return the items, `size` at a time."""
    return (items[start : start + size] for start in range(0, len(items), size))
