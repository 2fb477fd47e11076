"""What is to be expected of a dossier under way, told from what others took."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from thidua.core.calendar.working_days import national_calendar
from thidua.core.workflow.dossier import (
    APPRAISED,
    COUNCIL,
    DECIDED,
    PROPOSED,
    RECEIVED,
    skipped_states,
)
from thidua.core.workflow.lateness import Forecast, forecast, usual_days
from thidua.nominations.clock_rows import local_day, stays_of
from thidua.nominations.models import Dossier, DossierMove

# The states of the office's own work, in order.
WORK = (RECEIVED, APPRAISED, COUNCIL, PROPOSED)
LOOKED_AT = 500  # the latest decided dossiers of the same procedure and level


def usual_days_of(route: str, level: str) -> dict[str, int]:
    """Return the median working days that the latest decided dossiers of a procedure spent in each state."""
    decided = DossierMove.objects.filter(target=DECIDED, dossier__route=route, dossier__level=level).order_by(
        "-at", "-pk"
    )
    chosen = list(dict.fromkeys(decided.values_list("dossier_id", flat=True)[:LOOKED_AT]))
    moves: dict[int, list[DossierMove]] = defaultdict(list)
    for row in DossierMove.objects.filter(dossier__in=chosen).order_by("dossier", "ordinal"):
        moves[row.dossier_id].append(row)
    calendar = national_calendar()
    taken: dict[str, list[int]] = defaultdict(list)
    for own in moves.values():
        spent: dict[str, int] = defaultdict(int)
        for stay in stays_of(own):
            if stay.state in WORK and stay.until is not None:
                spent[stay.state] += calendar.working_days_between(stay.since, stay.until)
        for state, days in spent.items():
            taken[state].append(days)
    return usual_days(taken)


def forecast_of(dossier: Dossier, today: date, usual: dict[str, int] | None = None) -> Forecast:
    """Return when the decision on `dossier` is to be expected; unknown outside the office's own work."""
    skipped = skipped_states(dossier.route, dossier.level)
    road = [state for state in WORK if state not in skipped]
    left = road[road.index(dossier.state) :] if dossier.state in road else []
    spent = national_calendar().working_days_between(local_day(dossier.state_since), today)
    return forecast(
        steps_left=left,
        usual=usual_days_of(dossier.route, dossier.level) if usual is None else usual,
        spent_in_step=spent,
        today=today,
        due_on=dossier.due_on,
    )
