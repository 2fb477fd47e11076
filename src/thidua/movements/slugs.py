"""Addresses made of names: «Quyên góp làm đường» → quyen-gop-lam-duong."""

from __future__ import annotations

import re

from django.db import models
from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.support.edits import misfits
from thidua.support.refusals import Refused

SLUG_LENGTH = 80
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def free_slug(model: type[models.Model], wanted: str, name: str, *, otherwise: str) -> str:
    """Return `wanted` if no row of `model` has it, or without it an address made of `name` that none has.

    `otherwise` stands in for a name without letters. Raises Refused on `slug`.
    """
    if wanted:
        return _checked(model, wanted)
    words = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or otherwise
    stem = words[: SLUG_LENGTH - 5].rstrip("-")
    rows = model._default_manager.filter(slug__startswith=stem)
    taken = set(rows.values_list("slug", flat=True))
    numbered = [stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 2))]
    return next(slug for slug in numbered if slug not in taken)


def _checked(model: type[models.Model], wanted: str) -> str:
    if faults := misfits(model, {"slug": wanted}):
        raise Refused(faults)
    if not _SLUG.fullmatch(wanted):
        raise Refused(
            {"slug": _("Write the address in small letters without marks, with hyphens between words.")}
        )
    if model._default_manager.filter(slug=wanted).exists():
        raise Refused({"slug": _("The address “%(slug)s” is taken. Choose another.") % {"slug": wanted}})
    return wanted
