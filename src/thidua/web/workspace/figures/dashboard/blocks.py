"""Blocks that stand or fall each for itself."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from django.utils import timezone

Content = TypeVar("Content")
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Block(Generic[Content]):
    """A part of the page: its content, or since when its source cannot be read."""

    content: Content | None
    failed_at: datetime | None = None


def block(make: Callable[[], Content]) -> Block[Content]:
    """Return what `make` returns; a failure is logged and told in the block's place, the others still show."""
    try:
        return Block(make())
    except Exception:
        logger.exception("a block of the dashboard could not be made")
        return Block(None, timezone.now())
