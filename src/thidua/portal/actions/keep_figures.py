"""Keep the figures of an article as they are on the day it is published."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from thidua.accounts.models import User
from thidua.portal.models import Article, PublishedFigure
from thidua.portal.queries.kept_figures import figures_to_keep
from thidua.support.audit.actions.record import record


def keep_figures(*, article: Article, by: User | None) -> list[PublishedFigure]:
    """Take the figures of the article and return what is kept, in the order of the text.

    Figures of frozen reports are taken once and never again. Of a figure that is withdrawn by now the value last
    published is kept, and marked. The log keeps what the figures said.
    """
    with transaction.atomic():
        rows = figures_to_keep(article, timezone.localdate())
        gone, _counts = PublishedFigure.objects.filter(article=article).delete()
        for row in rows:
            row.pk = None
        PublishedFigure.objects.bulk_create(rows)
        if rows or gone:
            details = {"figures": {row.code: _said(row) for row in rows}}
            record(by=by, action="portal.figures_kept", subject=article, details=details)
    return rows


def _said(row: PublishedFigure) -> str:
    return str(row.told["vi"]["text"]) if row.told else row.state
