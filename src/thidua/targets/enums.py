"""Closed lists of the targets room."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class IndicatorKind(models.TextChoices):
    """What the number means; the kind decides the wording (values as in `core.indicators`)."""

    LEVEL = "level", _("level")
    GROWTH = "growth", _("growth in %")
    RATIO = "ratio", _("ratio of two counts")
    COUNT = "count", _("count")
    LOWER_BOUND = "lower_bound", _("lower bound")


class Direction(models.TextChoices):
    """Which way is good."""

    UP = "up", _("more is better")
    DOWN = "down", _("less is better")
    NONE = "none", _("neither")


class Comparator(models.TextChoices):
    """How exact a value is stated to be."""

    EQUAL = "equal", _("exactly")
    ABOVE = "above", _("above")
    AT_LEAST = "at_least", _("at least")
    ABOUT = "about", _("about")


class PlanAuthority(models.TextChoices):
    """Who set the plan."""

    COUNCIL = "council", _("People's Council resolution")
    BUDGET = "budget", _("budget estimate")
    SUPERIOR = "superior", _("assigned by the level above")
    PLEDGE = "pledge", _("registered pledge")


class ObservationState(models.TextChoices):
    """Whether an observation counts."""

    ACCEPTED = "accepted", _("accepted")
    SUPERSEDED = "superseded", _("replaced by a later value")
    WITHDRAWN = "withdrawn", _("withdrawn")


class RoundState(models.TextChoices):
    """Whether a reporting round takes figures."""

    OPEN = "open", _("open")
    LOCKED = "locked", _("locked")


class SheetState(models.TextChoices):
    """Where one unit's sheet of a round stands; the table of moves is `core.workflow.reporting`."""

    NOT_STARTED = "not_started", _("not started")
    DRAFT = "draft", _("being filled in")
    SUBMITTED = "submitted", _("submitted")
    RETURNED = "returned", _("returned")
    ACCEPTED = "accepted", _("accepted")
    LOCKED = "locked", _("locked")


class BatchContent(models.TextChoices):
    """What an import brought."""

    OBSERVATIONS = "observations", _("figures")
    PLANS = "plans", _("plans")


class BatchState(models.TextChoices):
    """An import: previewed figures are kept nowhere; a batch exists once it was confirmed."""

    APPLIED = "applied", _("applied")
    UNDONE = "undone", _("undone")
