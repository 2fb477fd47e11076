"""Keep a search under a name, rename it, take it away and bring it back."""

from __future__ import annotations

from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.access import may_anywhere
from thidua.registry.models import SavedSearch
from thidua.support.refusals import NotAllowed, Refused

LONGEST_NAME: Final = 120
LONGEST_ADDRESS: Final = 2000
MOST_KEPT: Final = 100


def keep_search(*, name: str, address: str, by: User) -> SavedSearch:
    """Keep the parts of an address under a name and return the row; nobody else sees it.

    Raises NotAllowed to who may not search, or Refused: no name, one that is taken, nothing to keep, too many.
    """
    if not may_anywhere(by, Right.SEE_RECORDS):
        raise NotAllowed(_("Only those who see records search the register."))
    said = _name(name)
    if not address or len(address) > LONGEST_ADDRESS:
        raise Refused({"address": _("Search for something first, then save it.")})
    with transaction.atomic():
        User.objects.select_for_update().get(pk=by.pk)
        if SavedSearch.objects.filter(owner=by, removed_at=None).count() >= MOST_KEPT:
            sentence = _("You keep %(limit)s searches. Delete one that you do not need any more.")
            raise Refused({"name": sentence % {"limit": MOST_KEPT}})
        _require_free(by, said)
        return SavedSearch.objects.create(owner=by, name=said, address=address, created_at=timezone.now())


def rename_search(*, row: SavedSearch, name: str, by: User) -> SavedSearch:
    """Give a search another name and return it; raises NotAllowed, or Refused as `keep_search` does."""
    _require_own(row, by)
    said = _name(name)
    with transaction.atomic():
        User.objects.select_for_update().get(pk=by.pk)
        _require_free(by, said, besides=row.pk)
        row.name = said
        row.save(update_fields=["name"])
    return row


def remove_search(*, row: SavedSearch, by: User) -> None:
    """Take a search away; `restore_search` brings it back. Raises NotAllowed."""
    _require_own(row, by)
    SavedSearch.objects.filter(pk=row.pk, removed_at=None).update(removed_at=timezone.now())


def restore_search(*, row: SavedSearch, by: User) -> SavedSearch:
    """Bring a search back that was taken away, and return it; raises NotAllowed, or Refused: its name is taken."""
    _require_own(row, by)
    with transaction.atomic():
        User.objects.select_for_update().get(pk=by.pk)
        _require_free(by, row.name, besides=row.pk)
        row.removed_at = None
        row.save(update_fields=["removed_at"])
    return row


def _require_own(row: SavedSearch, by: User) -> None:
    if row.owner_id != by.pk:
        raise NotAllowed(_("Only who saved a search changes it."))


def _name(name: str) -> str:
    said = clean_line(name)
    if not said:
        raise Refused({"name": _("Write a name under which you find this search again.")})
    if len(said) > LONGEST_NAME:
        raise Refused({"name": _("A name has at most %(limit)s characters.") % {"limit": LONGEST_NAME}})
    return said


def _require_free(by: User, name: str, besides: int = 0) -> None:
    taken = SavedSearch.objects.filter(owner=by, removed_at=None, name=name).exclude(pk=besides)
    if taken.exists():
        raise Refused({"name": _("You have a saved search of this name. Choose another name.")})
