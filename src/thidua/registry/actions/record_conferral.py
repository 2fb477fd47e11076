"""Record that awards were given."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from thidua.accounts.models import User
from thidua.orgs.models import Unit
from thidua.registry.access import require_keeping
from thidua.registry.actions.award_rows import write_lines
from thidua.registry.actions.decision_numbers import require_free_decision
from thidua.registry.actions.replace_recipients import checked_lines
from thidua.registry.content import ConferralContent, RecipientLine
from thidua.registry.models import Conferral
from thidua.support.audit.actions.record import record


def record_conferral(
    *, deciding_unit: Unit, content: ConferralContent, recipients: Sequence[RecipientLine] = (), by: User
) -> Conferral:
    """Record a conferral with its recipients, numbered in the given order, and return it.

    Raises NotAllowed, or Refused with a sentence per field at fault.
    """
    require_keeping(by, deciding_unit)
    values, lines = content.cleaned(), checked_lines(recipients)
    require_free_decision(deciding_unit, values)
    with transaction.atomic():
        conferral = Conferral.objects.create(deciding_unit=deciding_unit, **values, **content.derived())
        write_lines(conferral, lines)
        details = values | {"deciding_unit": deciding_unit, "recipients": [line.told() for line in lines]}
        record(by=by, action="registry.conferral_recorded", subject=conferral, details=details)
    return conferral
