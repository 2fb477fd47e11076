"""Correct what is recorded of a conferral."""

from __future__ import annotations

from django.db import transaction

from thidua.accounts.models import User
from thidua.registry.access import require_keeping
from thidua.registry.actions.award_rows import award_year, usual_type
from thidua.registry.actions.decision_numbers import require_free_decision
from thidua.registry.actions.granted import require_signed_words
from thidua.registry.actions.recipient_names import names_of, recount_names
from thidua.registry.content import ConferralContent
from thidua.registry.models import Conferral
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit


def edit_conferral(*, conferral: Conferral, content: ConferralContent, version: int, by: User) -> Conferral:
    """Store `content` and return the row; raises EditedMeanwhile when somebody saved after `version`.

    Raises Refused where it would change what a decision signed here says.
    """
    require_keeping(by, conferral.deciding_unit)
    values = content.cleaned()
    with transaction.atomic():
        row = Conferral.objects.select_for_update().get(pk=conferral.pk)
        require_signed_words(row, values)
        require_free_decision(conferral.deciding_unit, values, own=row)
        changes = apply_edit(row, values, seen=version, derived=content.derived())
        if "award_code" in changes and (usual := usual_type(row.award_code)):
            row.awards.filter(commendation_type="").update(commendation_type=usual)
        if {"decision_date", "presented_on", "decided_year"} & set(changes):
            redated = row.awards.filter(counting_year=None)
            redated.update(year=award_year(None, row))
            recount_names(names_of(redated))
        if changes:
            record(by=by, action="registry.conferral_edited", subject=row, details=changes)
    return row
