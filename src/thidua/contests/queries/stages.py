"""How far editions are."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from thidua.contests.enums import EditionStage
from thidua.contests.models import Edition, EditionRules, JudgingRound


def with_stage_parts(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """Return the editions read with all that `stage_of` looks at; two queries."""
    return editions.select_related("competition__organiser", "rules").prefetch_related("rounds")


def stage_of(edition: Edition, now: datetime | None = None) -> EditionStage:
    """Return how far the edition is at the moment `now`; no query for editions of `with_stage_parts`."""
    rules: EditionRules | None = getattr(edition, "rules", None)
    if rules is None:
        return EditionStage.RECORDED
    if rules.results_published_at is not None:
        return EditionStage.PUBLISHED
    if rules.revealed_at is not None:
        return EditionStage.REVEALED
    if rules.codes_assigned_at is None:
        moment = (now or timezone.now()).replace(microsecond=0)
        if moment < rules.opens_at:
            return EditionStage.AHEAD
        return EditionStage.OPEN if moment <= rules.closes_at else EditionStage.ENTERED
    return _judged(sorted(edition.rounds.all(), key=lambda one: one.ordinal))


def _judged(rounds: list[JudgingRound]) -> EditionStage:
    if not any(one.opened_at is not None for one in rounds):
        return EditionStage.CODED
    return EditionStage.JUDGED if rounds[-1].closed_at is not None else EditionStage.JUDGING
