"""Closed lists of the contributions room."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class GiftKind(models.TextChoices):
    """What was given; each kind has its own measure."""

    MONEY = "money", _("money (đồng)")
    LAND = "land", _("land (m²)")
    LABOUR = "labour", _("labour (days)")
    GOODS = "goods", _("goods (value in đồng)")


# Kinds whose amount is a sum of đồng.
IN_MONEY: Final = frozenset({GiftKind.MONEY, GiftKind.GOODS})


class DonorKind(models.TextChoices):
    """Who gave."""

    PERSON = "person", _("person")
    HOUSEHOLD = "household", _("household")
    COLLECTIVE = "collective", _("collective or enterprise")
    MANY = "many", _("many donors together")


class Entry(models.TextChoices):
    """What a line of the ledger tells."""

    RECEIVED = "received", _("received")
    ALLOCATED = "allocated", _("allocated")


class DriveState(models.TextChoices):
    """Whether a drive takes gifts, by its dates."""

    COMING = "coming", _("not begun yet")
    RUNNING = "running", _("taking gifts")
    ENDED = "ended", _("drive over")
    UNKNOWN = "unknown", _("recorded as a report tells it")
