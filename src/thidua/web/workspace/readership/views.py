"""The list of articles with their views, and the days of one."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.portal.models import Article
from thidua.portal.queries.views import all_days_of, days_of, views_of, with_views
from thidua.web.shell import formats
from thidua.web.shell.access import right_required
from thidua.web.shell.charts import TrendLine, TrendValue, trend_line
from thidua.web.workspace.readership.tables import ARTICLES, DAYS

DRAWN: Final = 30  # days


@right_required(Right.WRITE_ARTICLES)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List the published articles by how often they were read."""
    return ARTICLES.respond(request, with_views(Article.objects.live()), "readership/list.html")


@right_required(Right.WRITE_ARTICLES)
@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the last thirty days of an article as a line, and all days as a list."""
    found = get_object_or_404(Article.objects.live(), pk=pk)
    context = {"article": found, "views": views_of(found), "trend": _trend(found), "days": DRAWN}
    return DAYS.respond(request, all_days_of(found.pk), "readership/article.html", context)


def _trend(of: Article) -> TrendLine:
    rows = days_of(of.pk, until=timezone.localdate(), days=DRAWN)
    total = sum(row.counted for row in rows)
    return trend_line(
        [TrendValue(f"{row.day:%d/%m}", Decimal(row.counted)) for row in rows],
        unit=_("views"),
        summary=_("%(count)s views in the last %(days)s days.")
        % {"count": formats.number(total), "days": formats.number(DRAWN)},
    )
