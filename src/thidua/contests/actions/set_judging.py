"""Say by which criteria and in which rounds an edition is judged."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import require_keeping_contests
from thidua.contests.content.judging import CriterionLine, JudgingContent, RoundLine
from thidua.contests.models import Edition, EditionRules, JudgingCriterion, JudgingRound
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit
from thidua.support.refusals import Refused


def set_judging(*, rules: EditionRules, content: JudgingContent, version: int, by: User) -> EditionRules:
    """Store criteria, rounds and the rule for equal totals, and return the row; only before the first round opens.

    Raises NotAllowed, Refused per field, or EditedMeanwhile when somebody saved after `version`.
    """
    require_keeping_contests(by, rules.edition.competition.organiser)
    values = content.cleaned()
    with transaction.atomic():
        row = EditionRules.objects.select_for_update(of=("self",)).get(pk=rules.pk)
        if row.edition.rounds.filter(opened_at__isnull=False).exists():
            raise Refused(
                _("Judging has begun: criteria, rounds and the rule for equal totals stay as they are.")
            )
        lists = {
            "criteria": (told_criteria(row.edition), [one.told() for one in content.criteria]),
            "rounds": (told_rounds(row.edition), [one.told() for one in content.rounds]),
        }
        changes = apply_edit(row, values, seen=version, lists=lists)
        if "criteria" in changes:
            row.edition.criteria.all().delete()
            JudgingCriterion.objects.bulk_create(
                JudgingCriterion(edition=row.edition, ordinal=ordinal, **one.values())
                for ordinal, one in enumerate(content.criteria, start=1)
            )
        if "rounds" in changes:
            row.edition.rounds.all().delete()
            JudgingRound.objects.bulk_create(
                JudgingRound(edition=row.edition, ordinal=ordinal, **one.values())
                for ordinal, one in enumerate(content.rounds, start=1)
            )
        if changes:
            record(by=by, action="contests.judging_set", subject=row, details=changes)
    return row


def told_criteria(edition: Edition) -> list[str]:
    """Return the criteria as the log tells them; one query."""
    return [
        CriterionLine(name=one.name, top=one.top, weight=one.weight, settles_ties=one.settles_ties).told()
        for one in edition.criteria.order_by("ordinal")
    ]


def told_rounds(edition: Edition) -> list[str]:
    """Return the rounds as the log tells them; one query."""
    return [
        RoundLine(name=one.name, going_on=one.going_on, weight=one.weight).told()
        for one in edition.rounds.order_by("ordinal")
    ]
