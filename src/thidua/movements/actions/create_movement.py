"""Prepare a movement."""

from __future__ import annotations

import re

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.fold import fold
from thidua.movements import access
from thidua.movements.actions.movement_content import MovementContent, checked
from thidua.movements.models import Movement
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.provenance import Provenance
from thidua.support.refusals import NotAllowed, Refused

SLUG_LENGTH = 80


def create_movement(
    *,
    content: MovementContent,
    launched_by: Unit,
    by: User,
    slug: str = "",
    provenance: str = Provenance.RECORDED,
) -> Movement:
    """Keep a draft of a movement that `launched_by` will launch, and return it.

    `slug` is its address; by default it is made of the short name. Raises Refused, NotAllowed.
    """
    if not access.may_create(by, launched_by):
        raise NotAllowed(_("Only officers of the Emulation and Commendation Board prepare movements."))
    return _keep(content, launched_by, None, by, slug, provenance, "movements.created")


def keep_answer(
    content: MovementContent, unit: Unit, parent: Movement, by: User, provenance: str
) -> Movement:
    """Keep a draft by which `unit` answers `parent`; the right is the caller's to check."""
    return _keep(content, unit, parent, by, "", provenance, "movements.answered")


def _keep(
    content: MovementContent,
    unit: Unit,
    parent: Movement | None,
    by: User,
    slug: str,
    provenance: str,
    verb: str,
) -> Movement:
    columns = checked(content)
    with transaction.atomic():
        movement = Movement(
            launched_by=unit, parent=parent, slug=_free_slug(slug, content), provenance=provenance, **columns
        )
        movement.save(force_insert=True)
        movement.anniversaries.set(content.anniversaries)
        about = {"theme": movement.theme, "unit": unit.key} | ({"parent": parent.slug} if parent else {})
        record(by=by, action=verb, subject=movement, details=about)
    return movement


def _free_slug(wanted: str, content: MovementContent) -> str:
    if wanted:
        if Movement.objects.filter(slug=wanted).exists():
            raise Refused({"slug": _("The address “%(slug)s” is taken. Choose another.") % {"slug": wanted}})
        return wanted
    words = re.sub(r"[^a-z0-9]+", "-", fold(content.short_name)).strip("-") or "phong-trao"
    stem = words[: SLUG_LENGTH - 5].rstrip("-")
    taken = set(Movement.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(slug for number in range(1, len(taken) + 2) if (slug := _numbered(stem, number)) not in taken)


def _numbered(stem: str, number: int) -> str:
    return stem if number == 1 else f"{stem}-{number}"
