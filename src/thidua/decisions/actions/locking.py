"""Rows as they are now, locked, and the state they must be in."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from thidua.decisions.enums import OPEN
from thidua.decisions.models import Decision, DecisionLine, Submission
from thidua.decisions.papers.grouping import in_order
from thidua.support.refusals import Refused


def locked(decision: Decision) -> Decision:
    """Return the decision, locked; call inside a transaction."""
    rows = Decision.objects.select_for_update(of=("self",))
    return rows.select_related(
        "unit", "submission__edition__competition", "preview", "signed_file", "signer"
    ).get(pk=decision.pk)


def locked_submission(submission: Submission) -> Submission:
    """Return the submission letter, locked; call inside a transaction."""
    rows = Submission.objects.select_for_update(of=("self",))
    return rows.select_related("unit", "edition__competition").get(pk=submission.pk)


def locked_line(line: DecisionLine) -> DecisionLine:
    """Return the line, locked with its decision; call inside a transaction."""
    return locked_lines([line])[0]


def locked_lines(lines: Iterable[DecisionLine]) -> list[DecisionLine]:
    """Return the lines, locked with their decisions, in the order of their ids; call inside a transaction."""
    wanted = {line.pk: line.decision_id for line in lines}
    decisions = {pk: locked(Decision(pk=pk)) for pk in sorted(set(wanted.values()))}
    rows = DecisionLine.objects.select_for_update(of=("self",)).select_related("award")
    found = list(rows.filter(pk__in=wanted).order_by("pk"))
    for row in found:
        row.decision = decisions[row.decision_id]
    return found


def require_open(row: Decision) -> None:
    """Raise Refused unless the decision may still be changed."""
    if row.state not in OPEN:
        raise Refused(
            _("The decision is “%(state)s” and cannot be changed. Load the page again.")
            % {"state": row.get_state_display()}
        )


def granted_lines(row: Decision) -> list[DecisionLine]:
    """Return the lines that are granted, in the order of their golden-book numbers."""
    lines = row.lines.filter(refusal="").select_related(
        "nomination__dossier__movement", "prize_result__edition__competition", "award"
    )
    return list(lines.order_by("ordinal"))


def renumber(row: Decision) -> None:
    """Number the granted lines from 1 without a gap, in their order; the others have no number."""
    lines = list(row.lines.order_by("id"))
    for line in lines:
        line.ordinal = None
    DecisionLine.objects.bulk_update(lines, ["ordinal"])
    granted = in_order(line for line in lines if not line.refusal)
    for ordinal, line in enumerate(granted, start=1):
        line.ordinal = ordinal
    DecisionLine.objects.bulk_update(granted, ["ordinal"])
