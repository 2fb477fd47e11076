"""Changing a row that somebody else may be changing, too."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext as _

from thidua.support.refusals import Refused, Sentence


class EditedMeanwhile(Refused):
    """Somebody saved the row after it was read; nothing was written. Both values are told for each field.

    `version` is the row's present version: sending the form again with it means "mine shall stand".
    """

    def __init__(self, faults: dict[str, list[Sentence]], version: int) -> None:
        self.version = version
        super().__init__(faults)


def apply_edit(row: models.Model, values: Mapping[str, object], *, seen: int) -> dict[str, list[object]]:
    """Write `values` to the locked `row`, raise its `version` by one, and return what changed.

    The result maps each changed field to `[old, new]`; it is empty, and nothing is written, when all is equal.
    `seen` is the version the person had before them. Raises EditedMeanwhile when it is not the present one and
    any value differs. Call inside a transaction with a row read by `select_for_update()`.
    """
    changes = {
        name: [getattr(row, name), value] for name, value in values.items() if getattr(row, name) != value
    }
    if not changes:
        return {}
    present: int = row.version  # type: ignore[attr-defined]
    if seen != present:
        raise EditedMeanwhile({name: [_both(old, new)] for name, (old, new) in changes.items()}, present)
    for name, (_old, new) in changes.items():
        setattr(row, name, new)
    row.version = present + 1  # type: ignore[attr-defined]
    row.save(update_fields=[*changes, "version"])
    return changes


def _both(theirs: object, yours: object) -> Sentence:
    return _("Somebody else has saved “%(theirs)s” meanwhile; you typed “%(yours)s”. Save again to keep yours.") % {
        "theirs": "" if theirs is None else theirs,
        "yours": "" if yours is None else yours,
    }
