"""Choose which fields of an award the public may read."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.law.reading import load_law
from thidua.orgs.access import holds_everywhere, units_where
from thidua.orgs.models import UnitPlacement
from thidua.registry.models import PublicFields
from thidua.registry.open_data.fields import PublicField, usual_choice
from thidua.support.audit.actions.record import record
from thidua.support.edits import EditedMeanwhile
from thidua.support.refusals import NotAllowed, Refused


def may_choose_public_fields(user: User | None) -> bool:
    """Tell whether `user` keeps the awards of the whole province: the choice holds for all its units."""
    if holds_everywhere(user, Right.KEEP_AWARDS):
        return True
    roots = UnitPlacement.objects.filter(parent=None, is_last=True).order_by().values("unit_id")
    return units_where(user, Right.KEEP_AWARDS).filter(pk__in=roots).exists()


def choose_public_fields(
    *, award_code: str, names: Collection[str], seen: int, by: User | None
) -> PublicFields:
    """Store what is public of an award and return it; `seen` is the version shown before (0: no choice yet).

    Without any name the award is not published. Raises NotAllowed, Refused, EditedMeanwhile.
    """
    if not may_choose_public_fields(by):
        raise NotAllowed(_("Only an officer of the Board of the province chooses what is public."))
    if award_code and award_code not in load_law().awards:
        raise Refused({"award_code": _("The law data have no such award.")})
    if set(names) - set(PublicField.values):
        raise Refused({"names": _("Choose fields from the list.")})
    chosen = [name for name in PublicField.values if name in names]
    with transaction.atomic():
        row = PublicFields.objects.select_for_update().filter(award_code=award_code).first()
        if seen != (row.version if row else 0):
            sentence = _("Somebody else has saved this meanwhile. Save again to keep what you have written.")
            raise EditedMeanwhile({"names": [sentence]}, row.version if row else 0)
        if row is None:
            before = [name for name in PublicField.values if name in usual_choice(award_code)]
            row = PublicFields(award_code=award_code, version=0)
        else:
            before = row.names
        row.names, row.version = chosen, row.version + 1
        row.save()
        record(
            by=by,
            action="registry.public_fields_chosen",
            subject=row,
            details={"names": [before, chosen]},
        )
    return row
