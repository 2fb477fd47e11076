"""Take back that two lines of the register are one person."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.orgs.models import Person
from thidua.registry.identities.moving import (
    below,
    has_rows,
    point_to_root,
    turn_back,
    unlink_awards,
)
from thidua.registry.identities.rights import require_deciding_identities
from thidua.registry.identities.settling import settle
from thidua.registry.models import IdentityMerge
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def unmerge_persons(*, merge: IdentityMerge, by: User | None, reason: str = "") -> IdentityMerge:
    """Give every row back to whom it was about before the merger, and return it; what came later stays.

    Mergers may be taken back in any order. A person made of awards goes again when nothing else is about them.
    Raises NotAllowed, or Refused when it was taken back before, or such a person was merged into another since.
    """
    with transaction.atomic():
        row = IdentityMerge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
        if row.undone_at is not None or row.kept is None:
            raise Refused(_("This merger has been taken back already."))
        kept = row.kept
        require_deciding_identities(by, persons=(kept.merged_into or kept,))
        details: dict[str, object] = {"reason": reason} if reason else {}
        linked = list(row.moves.filter(origin=None).values_list("row_id", flat=True))
        if row.merged is not None:
            details |= {"merged": f"{row.merged_name} ({row.merged.pk})"}
            details |= {"rows": _parted(row.merged)}
        else:
            _unlinked(row, kept)
        row.undone_at, row.undone_by, row.undone_reason = timezone.now(), by, reason
        row.save(update_fields=["undone_at", "undone_by", "undone_reason"])
        record(by=by, action="registry.persons_unmerged", subject=kept, details=details)
        settle(
            {kept.pk, kept.merged_into_id or kept.pk, *(below(row.merged.pk) if row.merged else ())}, linked
        )
        if row.created and not _is_needed(kept):
            kept.delete()
            row.refresh_from_db()
    return row


def _parted(merged: Person) -> int:
    person = Person.objects.select_for_update(of=("self",)).get(pk=merged.pk)
    assert person.merged_into_id is not None  # whoever is merged stands for another
    count = turn_back(person.pk, person.merged_into_id)
    point_to_root(below(person.pk) - {person.pk}, person.pk)
    point_to_root([person.pk], None)
    return count


def _unlinked(row: IdentityMerge, kept: Person) -> None:
    if kept.merged_into_id is not None:
        raise Refused(
            _("“%(name)s” was merged with “%(other)s” since. Take that merger back first.")
            % {"name": kept.full_name, "other": kept.merged_into}
        )
    unlink_awards(row, kept)


def _is_needed(person: Person) -> bool:
    return person.merged_persons.exists() or has_rows(person)
