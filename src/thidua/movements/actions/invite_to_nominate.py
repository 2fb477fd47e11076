"""Invite a unit to nominate a role model for commendation."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.hygiene import clean_text
from thidua.movements.models import RoleModel
from thidua.movements.role_model_access import may_be_named, require_office
from thidua.movements.telling import tell_unit_invited
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused

LONGEST = 2_000


def invite_to_nominate(*, role_model: RoleModel, unit: Unit | None, note: str = "", by: User) -> RoleModel:
    """Tell `unit` that the office would like it to nominate `role_model`; a unit invited before is so no more.

    Return the role model. Raises NotAllowed, or Refused: also where nobody would read the invitation.
    """
    require_office(by)
    if unit is None:
        raise Refused({"unit": _("Choose the unit that shall nominate.")})
    said = clean_text(note)
    if len(said) > LONGEST:
        raise Refused({"note": _("Write at most 2,000 characters.")})
    with transaction.atomic():
        row = RoleModel.objects.select_for_update(of=("self",)).get(pk=role_model.pk)
        if not may_be_named(row):
            raise Refused(_("Ask first whether they agree to be named."))
        row.invited_unit, row.invited_at, row.invitation = unit, timezone.now(), said
        row.version += 1
        row.save(update_fields=["invited_unit", "invited_at", "invitation", "version"])
        if not tell_unit_invited(row):
            raise Refused(
                {"unit": _("Nobody prepares dossiers for this unit in the system. Choose another unit.")}
            )
        details = {"unit": unit.name, "note": said}
        record(by=by, action="movements.nomination_invited", subject=row, details=details)
    return row
