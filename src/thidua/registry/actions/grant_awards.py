"""Write into the register what a decision grants."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import may
from thidua.orgs.models import Unit
from thidua.registry.actions.award_rows import write_lines
from thidua.registry.actions.decision_numbers import require_free_decision
from thidua.registry.actions.replace_recipients import checked_lines
from thidua.registry.content import ConferralContent, RecipientLine
from thidua.registry.models import Award, Conferral
from thidua.support.audit.actions.record import record
from thidua.support.files.models import StoredFile
from thidua.support.refusals import NotAllowed


def grant_awards(
    *,
    deciding_unit: Unit,
    content: ConferralContent,
    recipients: Sequence[RecipientLine],
    ordinals: Sequence[int],
    decision_file: StoredFile | None,
    right: Right,
    by: User | None,
) -> list[Award]:
    """Record the awards of one form that a decision grants, and return them in the order given.

    `ordinals`: their golden-book numbers. `right`: what the decision itself asks of its actor. It is the caller's
    transaction that makes decision and register one. Raises NotAllowed, or Refused with a sentence per fault.
    """
    if not may(by, right, deciding_unit):
        raise NotAllowed(_("Only who decides grants awards of this unit."))
    values, lines = content.cleaned(), checked_lines(recipients)
    require_free_decision(deciding_unit, values, of_occasion=True)
    with transaction.atomic():
        conferral = Conferral.objects.create(
            deciding_unit=deciding_unit,
            decision_file=decision_file,
            from_decision=True,
            **values,
            **content.derived(),
        )
        write_lines(conferral, lines, ordinals)
        details = values | {"deciding_unit": deciding_unit, "recipients": [line.told() for line in lines]}
        record(by=by, action="registry.awards_granted", subject=conferral, details=details)
    rows = {award.ordinal: award for award in conferral.awards.all()}
    return [rows[ordinal] for ordinal in ordinals]
