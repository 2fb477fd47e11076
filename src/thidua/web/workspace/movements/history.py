"""What was done to a movement or a registration, in words, from the audit log."""

from __future__ import annotations

from django.db import models

from thidua.support.audit.describe import Story, story
from thidua.support.audit.queries import history_of


def stories_about(subject: models.Model) -> list[Story]:
    """Return what was done to `subject`, newest first; one query."""
    return [story(entry) for entry in history_of(subject)]
