"""Which movements a record belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.movements import access
from thidua.movements.models import Movement
from thidua.support.refusals import Refused


def checked_movements(movements: Iterable[Movement], by: User) -> list[Movement]:
    """Return the movements in a fixed order; raises Refused when `by` may not read of one of them."""
    chosen = _ordered(movements)
    if len(_seen(chosen, by)) != len(chosen):
        raise Refused({"movements": _("Choose movements from the list.")})
    return chosen


def wanted_movements(stored: list[Movement], chosen: Iterable[Movement] | None, by: User) -> list[Movement]:
    """Return which movements stand after an edit: `chosen`, and those of `stored` that `by` cannot see.

    Without a choice all of `stored` stay. Raises Refused like `checked_movements`.
    """
    if chosen is None:
        return _ordered(stored)
    seen = _seen(stored, by)
    hidden = [movement for movement in stored if movement.pk not in seen]
    return _ordered({*checked_movements(chosen, by), *hidden})


def told(movements: Iterable[Movement]) -> list[str]:
    """Return one line per movement for the log: its name, and the address that tells it from others of the name."""
    return [f"{movement.short_name} [{movement.slug}]" for movement in _ordered(movements)]


def _ordered(movements: Iterable[Movement]) -> list[Movement]:
    return sorted(movements, key=lambda movement: movement.pk)


def _seen(movements: Iterable[Movement], by: User) -> set[int]:
    wanted = [movement.pk for movement in movements]
    if not wanted:
        return set()
    visible = access.visible_to(by, timezone.localdate()).filter(pk__in=wanted)
    return set(visible.values_list("pk", flat=True))
