"""Open a reporting round: one sheet for each unit that is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.periods import Period
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.movements.models import Movement
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.provenance import Provenance
from thidua.support.refusals import NotAllowed, Refused, Sentence
from thidua.targets import access
from thidua.targets.models import Indicator, ReportingRound, RoundIndicator, Sheet

SLUG_LENGTH = 80


@dataclass(frozen=True)
class Question:
    """An indicator that a round asks for; one that is not compulsory may be left empty without a word."""

    indicator: Indicator
    is_compulsory: bool = True


def open_round(
    *,
    name: str,
    period: Period,
    due_on: date,
    questions: Sequence[Question],
    units: Sequence[Unit],
    opened_by: Unit,
    by: User | None,
    movement: Movement | None = None,
    slug: str = "",
    provenance: str = Provenance.RECORDED,
) -> ReportingRound:
    """Open a round in the name of `opened_by` and return it; the questions stand in the order given.

    Each of `units` must be one that `by` may ask. Raises Refused, NotAllowed.
    """
    if not access.may_open_round(by, opened_by):
        raise NotAllowed(_("Only officers of the Emulation and Commendation Board open reporting rounds."))
    name = clean_line(name)
    faults = _faults(name, period, due_on, questions, units, by)
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        row = ReportingRound(
            name=name,
            slug=_free_slug(slug or period.code + "-" + name),
            starts_on=period.start,
            ends_on=period.end,
            due_on=due_on,
            opened_by=opened_by,
            movement=movement,
            provenance=provenance,
        )
        row.save(force_insert=True)
        RoundIndicator.objects.bulk_create(
            RoundIndicator(
                round=row, indicator=asked.indicator, order=place, is_compulsory=asked.is_compulsory
            )
            for place, asked in enumerate(questions, start=1)
        )
        Sheet.objects.bulk_create(
            [Sheet(round=row, unit=unit, provenance=provenance) for unit in dict.fromkeys(units)],
            batch_size=500,
        )
        about = {
            "period": period.code,
            "due_on": due_on,
            "indicators": [asked.indicator.code for asked in questions],
            "units": len(set(units)),
        }
        record(by=by, action="targets.round_opened", subject=row, details=about)
    return row


def _faults(
    name: str,
    period: Period,
    due_on: date,
    questions: Sequence[Question],
    units: Sequence[Unit],
    by: User | None,
) -> dict[str, Sentence | list[Sentence]]:
    faults: dict[str, Sentence | list[Sentence]] = {}
    if not name:
        faults["name"] = _("Write the name of the round, for example “Report on nine months of 2026”.")
    if due_on < period.start:
        faults["due_on"] = _("The day when reports are due is before the period begins. Correct it.")
    if not questions:
        faults["indicators"] = _("Choose at least one indicator.")
    if len({asked.indicator.pk for asked in questions}) < len(questions):
        faults["indicators"] = _("An indicator stands twice. Leave it once.")
    if not units:
        faults["units"] = _("Choose at least one unit.")
    else:
        allowed = set(access.units_asked_by(by, timezone.localdate()).order_by().values_list("pk", flat=True))
        strangers = [unit.name for unit in units if unit.pk not in allowed]
        if strangers:
            faults["units"] = _("You may not ask these units: %(names)s. Take them out.") % {
                "names": ", ".join(strangers[:5])
            }
    return faults


def _free_slug(words: str) -> str:
    stem = re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")[: SLUG_LENGTH - 5].rstrip("-")
    taken = set(ReportingRound.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    if stem not in taken:
        return stem
    return next(slug for number in range(2, len(taken) + 3) if (slug := f"{stem}-{number}") not in taken)
