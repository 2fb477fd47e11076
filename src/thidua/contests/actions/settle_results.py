"""Settle whom the jury's marks give the prizes to."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import require_keeping_contests
from thidua.contests.actions.replace_results import replace_results
from thidua.contests.models import Edition, EditionRules
from thidua.contests.queries.proposed import proposed_results
from thidua.support.refusals import Refused


def settle_results(*, edition: Edition, version: int, by: User) -> Edition:
    """Write the winners by the jury's places into the edition's results, once, and return the edition.

    Nobody outside sees them before they are published; what was corrected since then stays. Raises NotAllowed, Refused
    before the codes are opened, EditedMeanwhile when somebody saved the list of winners after `version`.
    """
    require_keeping_contests(by, edition.competition.organiser)
    with transaction.atomic():
        rules = EditionRules.objects.select_for_update(of=("self",)).get(edition=edition)
        if rules.revealed_at is None:
            raise Refused(_("Open the codes first: results are published with names."))
        if edition.results.filter(entry__isnull=False).exists():
            return Edition.objects.get(pk=edition.pk)
        return replace_results(edition=edition, results=proposed_results(edition), version=version, by=by)
