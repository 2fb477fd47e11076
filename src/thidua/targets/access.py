"""Who may do what with indicators, plans and figures, and which rows they may see.

Each predicate has a twin among the querysets. The office that opened a round appraises its sheets; a unit fills
in its own. `user` None is the installation itself (commands), which may do everything.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.workflow.reporting import AWAITED, SUBMITTED
from thidua.orgs.access import may, units_where
from thidua.orgs.models import Unit
from thidua.targets.models import ImportBatch, Observation, Plan, ReportingRound, Sheet


def may_manage_indicator(user: User | None, owner: Unit) -> bool:
    """Tell whether `user` may add or change indicators that `owner` answers for."""
    return may(user, Right.MANAGE_INDICATORS, owner)


def may_set_plan(user: User | None, unit: Unit) -> bool:
    """Tell whether `user` may set plans of `unit`."""
    return may(user, Right.SET_PLANS, unit)


def may_record(user: User | None, unit: Unit) -> bool:
    """Tell whether `user` may put an accepted figure of `unit` on record without a sheet."""
    return may(user, Right.ACCEPT_FIGURES, unit)


def may_import(user: User | None, unit: Unit) -> bool:
    """Tell whether `user` may import figures and plans of `unit`."""
    return may(user, Right.IMPORT_FIGURES, unit)


def importable_units(user: User | None, on: date) -> QuerySet[Unit]:
    """Return the units whose figures `user` may import; the twin of `may_import`."""
    return units_where(user, Right.IMPORT_FIGURES, on)


def may_open_round(user: User | None, unit: Unit) -> bool:
    """Tell whether `user` may open a reporting round in the name of `unit`."""
    return may(user, Right.OPEN_ROUND, unit)


def units_asked_by(user: User | None, on: date) -> QuerySet[Unit]:
    """Return the units that `user` may ask for figures; the twin of `may_open_round`."""
    return units_where(user, Right.OPEN_ROUND, on)


def may_report(user: User | None, unit: Unit) -> bool:
    """Tell whether `user` may fill in and submit sheets of `unit`."""
    return may(user, Right.REPORT_FIGURES, unit)


def may_appraise(user: User | None, round_: ReportingRound) -> bool:
    """Tell whether `user` may return, accept, lock, reopen and remind in this round."""
    return may(user, Right.ACCEPT_FIGURES, round_.opened_by)


def rounds_appraised_by(user: User | None, on: date) -> QuerySet[ReportingRound]:
    """Return the rounds that `user` may appraise; the twin of `may_appraise`."""
    return ReportingRound.objects.filter(opened_by__in=units_where(user, Right.ACCEPT_FIGURES, on))


def may_see_figures(user: User | None, unit: Unit) -> bool:
    """Tell whether `user` may read the figures of `unit`."""
    return may(user, Right.SEE_FIGURES, unit)


def may_see_sheet(user: User | None, sheet: Sheet) -> bool:
    """Tell whether `user` may read a sheet: one of a unit of theirs, or of a round that their office opened."""
    return may_see_figures(user, sheet.unit) or may_see_figures(user, sheet.round.opened_by)


def sheets_visible_to(user: User | None, on: date) -> QuerySet[Sheet]:
    """Return the sheets that `user` may read; the twin of `may_see_sheet`."""
    seen = units_where(user, Right.SEE_FIGURES, on)
    return Sheet.objects.filter(Q(unit__in=seen) | Q(round__opened_by__in=seen))


def rounds_visible_to(user: User | None, on: date) -> QuerySet[ReportingRound]:
    """Return the rounds of which `user` may read at least one sheet, or that their office opened."""
    seen = units_where(user, Right.SEE_FIGURES, on)
    asked = Sheet.objects.filter(unit__in=seen).values("round_id")
    return ReportingRound.objects.filter(Q(opened_by__in=seen) | Q(pk__in=asked))


def observations_visible_to(user: User | None, on: date) -> QuerySet[Observation]:
    """Return the figures that `user` may read; the twin of `may_see_figures`."""
    return Observation.objects.filter(unit__in=units_where(user, Right.SEE_FIGURES, on))


def plans_visible_to(user: User | None, on: date) -> QuerySet[Plan]:
    """Return the plans that `user` may read; the twin of `may_see_figures`."""
    return Plan.objects.filter(unit__in=units_where(user, Right.SEE_FIGURES, on))


def may_undo(user: User | None, batch: ImportBatch, on: date) -> bool:
    """Tell whether `user` may undo an import: whoever may import for every unit in it."""
    units = Unit.objects.filter(Q(observations__batch=batch) | Q(plans__batch=batch)).order_by()
    return not units.exclude(pk__in=importable_units(user, on).order_by().values("pk")).exists()


def awaited_of(user: User, on: date) -> QuerySet[Sheet]:
    """Return the sheets that wait for `user` as a reporter: not those of rounds that the same person appraises."""
    units = units_where(user, Right.REPORT_FIGURES, on)
    own = Sheet.objects.filter(unit__in=units, state__in=AWAITED)
    return own.exclude(round__in=rounds_appraised_by(user, on))


def waiting_for(user: User, on: date) -> QuerySet[Sheet]:
    """Return the submitted sheets that `user` may appraise; the twin of `may_appraise`."""
    return Sheet.objects.filter(round__in=rounds_appraised_by(user, on), state=SUBMITTED)
