"""Prepare a movement."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.movements import access
from thidua.movements.actions.movement_content import MovementContent, checked
from thidua.movements.models import Movement
from thidua.movements.slugs import free_slug
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.provenance import Provenance
from thidua.support.refusals import NotAllowed


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
            launched_by=unit,
            parent=parent,
            slug=free_slug(Movement, slug, content.short_name, otherwise="phong-trao"),
            provenance=provenance,
            **columns,
        )
        movement.save(force_insert=True)
        movement.anniversaries.set(content.anniversaries)
        about = {"theme": movement.theme, "unit": unit.key} | ({"parent": parent.slug} if parent else {})
        record(by=by, action=verb, subject=movement, details=about)
    return movement
