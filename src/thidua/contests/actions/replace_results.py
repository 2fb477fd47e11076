"""Write the list of winners of an edition anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import require_keeping_contests
from thidua.contests.content import ResultLine
from thidua.contests.models import Edition, Result
from thidua.registry.content.lines import numbered_faults
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit
from thidua.support.refusals import Refused

MOST_RESULTS: Final = 5000


def replace_results(*, edition: Edition, results: Sequence[ResultLine], version: int, by: User) -> Edition:
    """Put `results` in place of the present list and return the row; the log keeps the lines before.

    Raises NotAllowed, Refused on `results` (also while a proposal or a decision names the winners), or EditedMeanwhile
    when somebody saved after `version`.
    """
    require_keeping_contests(by, edition.competition.organiser)
    lines = checked_lines(results)
    with transaction.atomic():
        row = Edition.objects.select_for_update().get(pk=edition.pk)
        lists = {"results": ([line.told() for line in present_lines(row)], [line.told() for line in lines])}
        changes = apply_edit(row, {}, seen=version, lists=lists)
        if changes:
            _take_away(row)
            write_lines(row, lines)
            record(by=by, action="contests.results_replaced", subject=row, details=changes)
    return row


def _take_away(row: Edition) -> None:
    try:
        row.results.all().delete()
    except ProtectedError as held:
        raise Refused(
            {
                "results": _(
                    "A proposal or a decision names these winners, so the list stays. Have the proposal sent back, "
                    "then correct the list; after signing, correct the certificate."
                )
            }
        ) from held


def checked_lines(results: Sequence[ResultLine]) -> list[ResultLine]:
    """Return the lines; raises Refused on `results` with a sentence per fault."""
    if len(results) > MOST_RESULTS:
        raise Refused({"results": _("A list holds at most %(limit)s lines. Split it.") % {"limit": "5.000"}})
    if faults := numbered_faults(results):
        raise Refused({"results": faults})
    return list(results)


def present_lines(edition: Edition) -> list[ResultLine]:
    """Return the list as it is stored, in its order; one query."""
    return [
        ResultLine(
            kind=result.recipient_kind,
            name=result.recipient_name,
            work=result.work,
            prize=result.prize,
            unit=result.unit,
            provenance=result.provenance,
            entry=result.entry,
        )
        for result in edition.results.select_related("unit", "entry").order_by("ordinal")
    ]


def write_lines(edition: Edition, lines: Sequence[ResultLine]) -> None:
    """Store the lines of an edition that has none."""
    Result.objects.bulk_create(
        Result(edition=edition, ordinal=ordinal, **line.values())
        for ordinal, line in enumerate(lines, start=1)
    )
