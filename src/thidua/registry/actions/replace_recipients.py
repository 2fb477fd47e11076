"""Write the list of recipients of a conferral anew."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from thidua.accounts.models import User
from thidua.registry.access import require_keeping
from thidua.registry.content import RecipientLine
from thidua.registry.models import Award, Conferral
from thidua.support.audit.actions.record import record


def replace_recipients(*, conferral: Conferral, recipients: Sequence[RecipientLine], by: User) -> None:
    """Put `recipients` in place of the present list; the audit row keeps the names that stood before."""
    require_keeping(by, conferral.deciding_unit)
    with transaction.atomic():
        locked = Conferral.objects.select_for_update().get(pk=conferral.pk)
        before = list(locked.awards.values_list("recipient_name", flat=True))
        locked.awards.all().delete()
        write_lines(locked, recipients)
        record(
            by=by,
            action="registry.recipients_replaced",
            subject=locked,
            details={"before": before, "after": [line.cleaned_name() for line in recipients]},
        )


def write_lines(conferral: Conferral, recipients: Sequence[RecipientLine]) -> None:
    """Store the lines of a conferral that has none; the ordinal is the line's number in the golden book."""
    Award.objects.bulk_create(
        Award(
            conferral=conferral,
            ordinal=ordinal,
            recipient_kind=line.kind,
            recipient_name=line.cleaned_name(),
            recipient_sort_key=line.sort_key(),
            post_then=line.post_then,
            unit_then=line.unit_then,
            person=line.person,
            unit=line.unit,
            household=line.household,
            provenance=line.provenance,
        )
        for ordinal, line in enumerate(recipients, start=1)
    )
