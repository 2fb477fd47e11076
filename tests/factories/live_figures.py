"""A frozen report of 2019 and articles that quote it, for tests."""

from __future__ import annotations

from typing import Any

from tests.factories.portal import article
from tests.factories.reports import Province2019
from thidua.portal.models import Article
from thidua.reports.actions import freeze_report
from thidua.reports.models import ClosingReport, FrozenVersion

REVENUE = "{{lang-son-2019@1:indicator.budget_revenue.value}}"
SHARE = "{{lang-son-2019@1:indicator.budget_revenue.share_of_plan}}"
LIVE_REVENUE = "{{2019-9T:indicator.budget_revenue.value}}"


def freeze(place: Province2019, **said: Any) -> FrozenVersion:
    """Freeze the closing report of the year over its open points, and return the version."""
    report = ClosingReport.objects.get(pk=place.report.pk)
    given = {"by": place.leader, "overruled": "Chủ tịch UBND tỉnh đồng ý chốt trước.", **said}
    return freeze_report(report=report, version=report.version, **given)


def published(text: str, slug: str = "tong-ket", **changes: Any) -> Article:
    """Return an article with one paragraph, published as the desk does."""
    made = article(slug, live=False, body=[("paragraph", f"<p>{text}</p>")], **changes)
    return publish(made)


def publish(made: Article) -> Article:
    """Publish the article as it stands, and return it as it is kept."""
    made.save_revision().publish()
    return Article.objects.get(pk=made.pk)
