"""Which round of an edition is open, comes next, or was closed last."""

from __future__ import annotations

from thidua.contests.models import Edition, JudgingRound


def open_round_of(edition: Edition) -> JudgingRound | None:
    """Return the round that takes marks now, None between rounds."""
    return edition.rounds.filter(opened_at__isnull=False, closed_at__isnull=True).first()


def next_round_of(edition: Edition) -> JudgingRound | None:
    """Return the first round that was never opened."""
    return edition.rounds.filter(opened_at__isnull=True).order_by("ordinal").first()


def last_closed_of(edition: Edition) -> JudgingRound | None:
    """Return the round that was closed last."""
    return edition.rounds.filter(closed_at__isnull=False).order_by("-ordinal").first()


def final_round_of(edition: Edition) -> JudgingRound | None:
    """Return the last round when it is closed, so that places and prizes stand."""
    last = edition.rounds.order_by("-ordinal").first()
    return last if last is not None and last.closed_at is not None else None
