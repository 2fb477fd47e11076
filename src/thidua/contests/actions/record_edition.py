"""Record an edition with its results, and correct it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from thidua.accounts.models import User
from thidua.contests.access import require_keeping_contests
from thidua.contests.content import EditionContent, ResultLine
from thidua.contests.models import Competition, Edition, Result
from thidua.movements.models import Movement
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit

__all__ = ["ResultLine", "edit_edition", "record_edition"]


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
    values = content.cleaned()
    with transaction.atomic():
        edition = Edition.objects.create(competition=competition, **values)
        _write_results(edition, results)
        edition.movements.set(movements)
        record(
            by=by,
            action="contests.edition_recorded",
            subject=edition,
            details=values | {"results": len(results)},
        )
    return edition


def edit_edition(
    *,
    edition: Edition,
    content: EditionContent,
    results: Sequence[ResultLine] | None = None,
    movements: Iterable[Movement] | None = None,
    version: int,
    by: User,
) -> Edition:
    """Store `content` and return the row; raises EditedMeanwhile when somebody saved after `version`."""
    require_keeping_contests(by, edition.competition.organiser)
    values = content.cleaned()
    with transaction.atomic():
        locked = Edition.objects.select_for_update().get(pk=edition.pk)
        changes = apply_edit(locked, values, seen=version)
        if results is not None:
            before = list(locked.results.values_list("recipient_name", flat=True))
            locked.results.all().delete()
            _write_results(locked, results)
            after = [line.cleaned_name() for line in results]
            if before != after:
                changes["results"] = [before, after]
        if movements is not None:
            locked.movements.set(movements)
        if changes:
            record(by=by, action="contests.edition_edited", subject=locked, details=changes)
    return locked


def _write_results(edition: Edition, results: Sequence[ResultLine]) -> None:
    Result.objects.bulk_create(
        Result(
            edition=edition,
            ordinal=ordinal,
            recipient_kind=line.kind,
            recipient_name=line.cleaned_name(),
            recipient_sort_key=line.sort_key(),
            work=line.work,
            prize=line.prize,
            unit=line.unit,
            provenance=line.provenance,
        )
        for ordinal, line in enumerate(results, start=1)
    )
