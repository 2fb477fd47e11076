"""Reads of the nominations room."""

from thidua.nominations.queries.comparison import Compared, compare
from thidua.nominations.queries.consultations import (
    BROKEN_OFF,
    EvidenceSheet,
    answers_awaited,
    evidence_sheet,
    is_open_to_the_public,
    open_to_the_public,
    opinions_waiting,
    public_words,
)
from thidua.nominations.queries.copied import CopiedFrom, alarms_of, copied_from, side_by_side
from thidua.nominations.queries.duplicates import (
    Duplicate,
    Sureness,
    Where,
    duplicates_of,
    duplicates_of_dossier,
)
from thidua.nominations.queries.earlier_decisions import (
    EarlierDecisions,
    earlier_decisions,
    is_carried_over,
)
from thidua.nominations.queries.fairness import Counted, Share, shares_of, shares_of_lines
from thidua.nominations.queries.forecasts import forecast_of, usual_days_of
from thidua.nominations.queries.list_check import LineVerdict, check_list
from thidua.nominations.queries.lists import (
    DossierLine,
    DueCounts,
    Wanted,
    dossiers_listed,
    due_counts,
    filtered,
    lines_of,
    queue_of,
)
from thidua.nominations.queries.missing import Lack, missing_parts, open_faults
from thidua.nominations.queries.neighbours import Neighbours, neighbours, others_reading
from thidua.nominations.queries.public_consultations import (
    PublicNumbers,
    PublicOpinion,
    before_the_public,
    nominees_before_the_public,
    numbers_of,
    opinion_of,
    opinions_to_read,
    over,
)
from thidua.nominations.queries.publicity import PublicityPlan, plan_publicity, publicity_owed
from thidua.nominations.queries.readiness import NomineeFindings, Readiness, readiness
from thidua.nominations.queries.standing import standing_appraisals
from thidua.nominations.queries.statistics import (
    Statistics,
    Work,
    dossiers_behind,
    statistics,
    with_last_year,
    year_before,
)

__all__ = [
    "BROKEN_OFF",
    "Compared",
    "CopiedFrom",
    "Counted",
    "DossierLine",
    "DueCounts",
    "Duplicate",
    "EarlierDecisions",
    "EvidenceSheet",
    "Lack",
    "LineVerdict",
    "Neighbours",
    "NomineeFindings",
    "PublicNumbers",
    "PublicOpinion",
    "PublicityPlan",
    "Readiness",
    "Share",
    "Statistics",
    "Sureness",
    "Wanted",
    "Where",
    "Work",
    "alarms_of",
    "answers_awaited",
    "before_the_public",
    "check_list",
    "compare",
    "copied_from",
    "dossiers_behind",
    "dossiers_listed",
    "due_counts",
    "duplicates_of",
    "duplicates_of_dossier",
    "earlier_decisions",
    "evidence_sheet",
    "filtered",
    "forecast_of",
    "is_carried_over",
    "is_open_to_the_public",
    "lines_of",
    "missing_parts",
    "neighbours",
    "nominees_before_the_public",
    "numbers_of",
    "open_faults",
    "open_to_the_public",
    "opinion_of",
    "opinions_to_read",
    "opinions_waiting",
    "others_reading",
    "over",
    "plan_publicity",
    "public_words",
    "publicity_owed",
    "queue_of",
    "readiness",
    "shares_of",
    "shares_of_lines",
    "side_by_side",
    "standing_appraisals",
    "statistics",
    "usual_days_of",
    "with_last_year",
    "year_before",
]
