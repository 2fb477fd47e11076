"""What readers did in the demonstration: comments in every state, weeks of views, all of it below invented articles."""

from __future__ import annotations

from typing import Any

import pytest
from django.db.models import Sum
from django.utils import timezone

from tests.factories.movements import SmallProvince, account, small_province
from tests.factories.portal import article
from thidua.accounts.roles import BOARD_LEADER, EDITOR
from thidua.demo.illustration.readers import COUNTER, REPORT, ROAD, WEEKS, bring_readers
from thidua.demo.load import SEED
from thidua.portal.actions.invent_views import invent_views
from thidua.portal.counting.tally import DayCount
from thidua.portal.models import Comment, DailyViews
from thidua.support.provenance import Provenance
from thidua.support.refusals import NotAllowed, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> SmallProvince:
    return small_province()


def test_comments_stand_in_every_state_and_say_that_they_are_invented(place: SmallProvince) -> None:
    articles: dict[str, Any] = {
        slug: article(slug, provenance=Provenance.ILLUSTRATIVE) for slug in (ROAD, COUNTER, REPORT)
    }
    users = {role.code: account(role.code, place.province) for role in (EDITOR, BOARD_LEADER)}
    bring_readers(articles, users, SEED)
    states = [comment.state for comment in Comment.objects.all()]
    assert {state: states.count(state) for state in states} == {"published": 3, "waiting": 3, "declined": 1}
    assert set(Comment.objects.values_list("provenance", flat=True)) == {Provenance.ILLUSTRATIVE}
    assert not Comment.objects.filter(sent_at__gt=timezone.now()).exists()
    days = DailyViews.objects.values("page").annotate(sum=Sum("counted"))
    assert DailyViews.objects.count() == 3 * 7 * WEEKS
    assert all(row["sum"] > 0 for row in days)


def test_views_are_invented_for_invented_articles_alone(place: SmallProvince) -> None:
    leader = account(BOARD_LEADER.code, place.province)
    real, day = article("that"), {timezone.localdate(): DayCount(counted=9)}
    with pytest.raises(Refused, match="đếm"):
        invent_views(article=real, days=day, by=leader)
    invented = article("mau", provenance=Provenance.ILLUSTRATIVE)
    with pytest.raises(NotAllowed):
        invent_views(article=invented, days=day, by=place.clerk)
    assert DailyViews.objects.count() == 0
    invent_views(article=invented, days=day, by=leader)
    assert [row.counted for row in DailyViews.objects.all()] == [9]
