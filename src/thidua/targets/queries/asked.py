"""Who was asked for figures of a year, and who came late."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.db.models import F, Q

from thidua.orgs.models import Unit
from thidua.targets.models import RoundIndicator, Sheet
from thidua.targets.queries.tree import below


@dataclass
class Asked:
    """The units asked for one indicator and period, those whose sheet came after the day, and the last such day."""

    units: set[int] = field(default_factory=set)
    late: set[int] = field(default_factory=set)
    due_on: date | None = None


def asked_in_year(
    unit: Unit, year: int, indicator_ids: Collection[int]
) -> dict[tuple[int, date, date], Asked]:
    """Return by (indicator, from, to) who was asked among `unit` and those below it; three queries."""
    here = Q(unit=unit) | below([unit.pk], day="round__ends_on")
    sheets = Sheet.objects.filter(
        here, round__ends_on__range=(date(year, 1, 1), date(year, 12, 31))
    ).order_by()
    late = Q(first_submitted_on__gt=F("round__due_on"))
    by_round: dict[int, Asked] = defaultdict(Asked)
    for round_id, unit_id in sheets.values_list("round_id", "unit_id"):
        by_round[round_id].units.add(unit_id)
    for round_id, unit_id in sheets.filter(late).values_list("round_id", "unit_id"):
        by_round[round_id].late.add(unit_id)
    found: dict[tuple[int, date, date], Asked] = defaultdict(Asked)
    questions = RoundIndicator.objects.filter(
        indicator_id__in=indicator_ids, round__ends_on__range=(date(year, 1, 1), date(year, 12, 31))
    )
    for question in questions.select_related("round").order_by():
        if question.round_id in by_round:
            cell = found[question.indicator_id, question.round.starts_on, question.round.ends_on]
            cell.units |= by_round[question.round_id].units
            cell.late |= by_round[question.round_id].late
            cell.due_on = max(question.round.due_on, cell.due_on or question.round.due_on)
    return found
