"""Record an edition with its results, and correct it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import require_keeping_contests
from thidua.contests.actions.replace_results import checked_lines, write_lines
from thidua.contests.content import EditionContent, ResultLine
from thidua.contests.models import Competition, Edition
from thidua.movements.actions.movement_links import checked_movements, told, wanted_movements
from thidua.movements.models import Movement
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit
from thidua.support.refusals import Refused


def record_edition(
    *,
    competition: Competition,
    content: EditionContent,
    results: Sequence[ResultLine] = (),
    movements: Iterable[Movement] = (),
    by: User,
) -> Edition:
    """Record an edition and return it; raises NotAllowed, or Refused per field at fault."""
    require_keeping_contests(by, competition.organiser)
    values, lines = content.cleaned(), checked_lines(results)
    linked = checked_movements(movements, by)
    _require_new(competition, values)
    with transaction.atomic():
        edition = Edition.objects.create(competition=competition, **values)
        write_lines(edition, lines)
        edition.movements.set(linked)
        beside = {"results": [line.told() for line in lines], "movements": told(linked)}
        details = values | {"competition": competition} | beside
        record(by=by, action="contests.edition_recorded", subject=edition, details=details)
    return edition


def edit_edition(
    *,
    edition: Edition,
    content: EditionContent,
    movements: Iterable[Movement] | None = None,
    version: int,
    by: User,
) -> Edition:
    """Store `content` and return the row; without `movements` those of the row stay.

    Raises EditedMeanwhile when somebody saved after `version`.
    """
    require_keeping_contests(by, edition.competition.organiser)
    values = content.cleaned()
    with transaction.atomic():
        row = Edition.objects.select_for_update().get(pk=edition.pk)
        _require_new(edition.competition, values, own=row)
        stored = list(row.movements.all())
        wanted = wanted_movements(stored, movements, by)
        changes = apply_edit(row, values, seen=version, lists={"movements": (told(stored), told(wanted))})
        row.movements.set(wanted)
        if changes:
            record(by=by, action="contests.edition_edited", subject=row, details=changes)
    return row


def _require_new(competition: Competition, values: Mapping[str, Any], *, own: Edition | None = None) -> None:
    """An edition without a number is told from the others by its year alone, which the database cannot check."""
    others = Edition.objects.filter(competition=competition, year=values["year"], number=values["number"])
    if own is not None:
        others = others.exclude(pk=own.pk)
    if others.exists():
        raise Refused({"year": _("This edition is recorded already. Open it and add to it there.")})
