"""Who of a province is eligible for an award."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from thidua.core.law.batch import Verdicts, judge_all
from thidua.core.law.facts import Question
from thidua.lawbook.queries import current_book
from thidua.orgs.models import Person
from thidua.registry.facts.columns import Ids, columns_of_people


@dataclass(frozen=True)
class EligiblePeople:
    """The persons asked about in the order of their keys, with a verdict each (`verdicts.explain(place)`)."""

    ids: Ids
    verdicts: Verdicts

    def met(self) -> list[int]:
        """Return the keys of those who meet it."""
        return [int(pk) for pk in self.ids[self.verdicts.met()]]


def eligible_people(
    award: str, on: date, persons: QuerySet[Person] | None = None, *, type: str = "merit"
) -> EligiblePeople:
    """Judge an award for all persons (or `persons`) on a day, by the Board's law book; eight queries.

    Raises KeyError for an award that the law book does not hold.
    """
    columns, ids = columns_of_people(Person.objects.all() if persons is None else persons, on)
    question = Question(award=award, on=on, recipient="individual", type=type)
    return EligiblePeople(ids, judge_all(current_book(), question, columns))
