"""The articles of the demonstration, published over the province of 2019 that tests know."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories.reports import province_2019
from thidua.accounts.roles import BOARD_LEADER
from thidua.demo.editorial.articles import publish_articles
from thidua.demo.reported.statement import Statement
from thidua.portal.models import Article
from thidua.registry.models import Conferral
from thidua.reports.models import ClosingReport
from thidua.support.provenance import Provenance
from thidua.targets.models import Observation


@pytest.mark.django_db
def test_the_article_of_2019_is_written_from_the_frozen_report_and_read(client: Client) -> None:
    place = province_2019()
    Conferral.objects.update(award_code="provincial_certificate_of_merit", provenance=Provenance.REPORTED)
    Observation.objects.filter(indicator__code="one_stop_on_time").update(numerator=12422, denominator=12537)
    statement = Statement({}, {}, {BOARD_LEADER.code: place.leader})
    movements = {movement.slug: movement for movement in (place.special, place.peak)}
    publish_articles(statement, ClosingReport.objects.get(pk=place.report.pk), movements)
    assert Article.objects.live().count() == 4
    assert Article.objects.exclude(photo=None).count() == 2
    Article.objects.update(photo=None)  # sizes of pictures are not what is read here
    page = client.get("/tin-tuc/tong-ket-phong-trao-thi-dua-2019").content.decode().replace("\u00a0", " ")
    assert "5.027 tỷ đồng" in page
    assert "Một làng quê cùng nhau làm đường" in page
    assert "{{" not in page
