"""Closed lists of the registry."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class RecipientKind(models.TextChoices):
    """Who may receive: the report of 2019 counts households and authors apart from individuals."""

    COLLECTIVE = "collective", _("collective")
    INDIVIDUAL = "individual", _("individual")
    HOUSEHOLD = "household", _("household")
    AUTHOR = "author", _("author")


# Kinds that are one human being, listed by the given name.
PEOPLE: Final = frozenset({RecipientKind.INDIVIDUAL, RecipientKind.AUTHOR})
