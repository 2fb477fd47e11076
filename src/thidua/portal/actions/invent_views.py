"""Give an article of the demonstration views that nobody counted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.portal.access import may_publish
from thidua.portal.counting.tally import DayCount
from thidua.portal.models import Article, DailyViews
from thidua.support.audit.actions.record import record
from thidua.support.provenance import Provenance
from thidua.support.refusals import NotAllowed, Refused


def invent_views(*, article: Article, days: Mapping[date, DayCount], by: User) -> list[DailyViews]:
    """Return the rows made, one for each day. Raises NotAllowed, and Refused for any article that is not invented."""
    if not may_publish(by):
        raise NotAllowed(_("Only a leader of the Board publishes articles."))
    if article.provenance != Provenance.ILLUSTRATIVE:
        raise Refused(
            _("Views are counted, never entered. Only an illustrative article may have invented ones.")
        )
    with transaction.atomic():
        rows = DailyViews.objects.bulk_create(
            DailyViews(
                page_id=article.pk,
                day=day,
                counted=count.counted,
                repeats=count.repeats,
                robots=count.robots,
                staff=count.staff,
            )
            for day, count in days.items()
        )
        record(by=by, action="portal.views_invented", subject=article, details={"days": len(rows)})
    return rows
