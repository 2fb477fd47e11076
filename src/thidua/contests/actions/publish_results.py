"""Publish whom the jury's marks give the prizes to."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import require_keeping_contests
from thidua.contests.actions.settle_results import settle_results
from thidua.contests.models import Edition, EditionRules
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def publish_results(*, edition: Edition, version: int, by: User) -> Edition:
    """Write the winners by the jury's places into the edition's results, show them to all, and return the edition.

    Raises NotAllowed, Refused before the codes are opened or twice, EditedMeanwhile when somebody saved the list of
    winners after `version`.
    """
    require_keeping_contests(by, edition.competition.organiser)
    with transaction.atomic():
        rules = EditionRules.objects.select_for_update(of=("self",)).get(edition=edition)
        if rules.results_published_at is not None:
            raise Refused(_("The results of this edition have been published already."))
        row = settle_results(edition=edition, version=version, by=by)
        rules.results_published_at = timezone.now()
        rules.save(update_fields=["results_published_at"])
        details = {"edition": edition, "results": row.results.count()}
        record(by=by, action="contests.results_published", subject=rules, details=details)
    return row
