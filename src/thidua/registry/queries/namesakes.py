"""Whether a name was commended before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Case, F, IntegerField, QuerySet, When

from thidua.core.vietnamese.fold import fold
from thidua.registry.content.spelling import words_of
from thidua.registry.models import Award, RecipientName
from thidua.registry.models.word_lookup import all_of

AT_ONCE: Final = 500  # names in one query; databases take no more than some thousand parameters
MOST_NAMES: Final = 1_000  # that a search for awards looks into, the newest first
_COLUMNS: Final = (
    *(
        "pk",
        "recipient_name",
        "recipient_kind",
        "post_then",
        "unit_then",
        "person_id",
        "unit_id",
        "household_id",
    ),
    *("counting_year", "commendation_type", "status", "name__folded"),
    *("conferral_id", "conferral__award_form", "conferral__award_code", "conferral__occasion"),
    *("conferral__decision_number", "conferral__decision_date", "conferral__presented_on"),
    "year",
)


@dataclass(frozen=True)
class AwardHit:
    """An award of somebody of that name. The name alone does not say that it is the same one."""

    pk: int
    name: str
    kind: str
    post_then: str
    unit_then: str
    person_id: int | None
    unit_id: int | None
    household_id: int | None
    counting_year: int | None
    commendation_type: str
    status: str
    folded_name: str
    conferral_id: int
    award_form: str
    award_code: str
    occasion: str
    decision_number: str
    decision_date: date | None
    presented_on: date | None
    year: int


def same_names(names: Iterable[str]) -> dict[str, list[AwardHit]]:
    """Return for each name as given the awards of that folded name, newest first; a query for 500 names.

    Where several spellings turned out to be one person, each finds all of that person's awards.
    """
    folded = {name: fold(name) for name in names}
    wanted = sorted({one for one in folded.values() if one})
    found: dict[str, list[AwardHit]] = defaultdict(list)
    for start in range(0, len(wanted), AT_ONCE):
        for asked, *values in _asked(wanted[start : start + AT_ONCE]):
            found[asked].append(AwardHit(*values))
    return {name: found.get(one, []) for name, one in folded.items()}


def _asked(names: list[str]) -> QuerySet[Award, tuple[Any, ...]]:
    """Return rows that begin with the name that was asked for; of one merged person any name finds all awards."""
    merged = "person__merged_persons"
    ways = (
        Award.objects.filter(name__folded__in=names).annotate(asked=F("name__folded")),
        Award.objects.filter(**{f"{merged}__folded_name__in": names}).annotate(
            asked=F(f"{merged}__folded_name")
        ),
        Award.objects.filter(person__folded_name__in=names, **{f"{merged}__isnull": False}).annotate(
            asked=F("person__folded_name")
        ),
    )
    first, *others = (rows.order_by().values_list("asked", *_COLUMNS) for rows in ways)
    return first.union(*others).order_by("-pk")


def search_awards(name: str, awards: QuerySet[Award] | None = None, most: int = 50) -> list[AwardHit]:
    """Return awards (of `awards`, such as `access.awards_seen_by`) whose recipient's name has the words of `name`.

    Case, marks and order do not matter, and the last word may be a beginning; the very name comes first, then the
    newest. One query, none for no name.
    """
    wanted, words = fold(name), words_of(name)
    if not words:
        return []
    exact = Case(When(folded=wanted, then=0), default=1, output_field=IntegerField())
    names = RecipientName.objects.filter(folded__words=all_of(words, last_begins=True))
    some = names.order_by(exact, "-latest").values("pk")[:MOST_NAMES]
    rows = (Award.objects.all() if awards is None else awards).filter(name__in=some)
    exact = Case(When(name__folded=wanted, then=0), default=1, output_field=IntegerField())
    return _hits(rows.order_by(exact, "-year", "-pk")[:most])


def _hits(rows: QuerySet[Award]) -> list[AwardHit]:
    return [AwardHit(*row) for row in rows.values_list(*_COLUMNS)]
