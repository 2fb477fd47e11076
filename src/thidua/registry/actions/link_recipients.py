"""Say which person, unit or household of the register a name in a list of recipients is."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.orgs.models import Household, Person, Unit
from thidua.registry.access import require_keeping
from thidua.registry.enums import PEOPLE, RecipientKind
from thidua.registry.models import Award, Conferral
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused

Recipient = Person | Unit | Household
_FITTING = {
    **dict.fromkeys(PEOPLE, "person"),
    RecipientKind.COLLECTIVE: "unit",
    RecipientKind.HOUSEHOLD: "household",
}


def link_recipients(*, conferral: Conferral, links: Mapping[int, Recipient | None], by: User) -> list[Award]:
    """Link awards of the conferral (by their ids) to rows of the register, None: to nobody; return those changed.

    Names as printed stay as they are. Raises NotAllowed, or Refused for a row of the wrong kind.
    """
    require_keeping(by, conferral.deciding_unit)
    with transaction.atomic():
        found = conferral.awards.select_for_update(of=("self",)).filter(pk__in=links)
        changed, told = [], []
        for award in found.order_by("ordinal"):
            wanted = links[award.pk]
            column = _FITTING[RecipientKind(award.recipient_kind)]
            if wanted is not None and type(wanted).__name__.lower() != column:
                raise Refused(
                    _("“%(name)s” is listed as another kind of recipient. Correct the list first.")
                    % {"name": award.recipient_name}
                )
            if getattr(award, f"{column}_id") == (wanted.pk if wanted else None):
                continue
            setattr(award, column, wanted)
            changed.append(award)
            told.append(f"{award.recipient_name} → {f'{column} {wanted.pk}' if wanted else '–'}")
        Award.objects.bulk_update(changed, ["person", "unit", "household"])
        if changed:
            record(
                by=by, action="registry.recipients_linked", subject=conferral, details={"recipients": told}
            )
    return changed
