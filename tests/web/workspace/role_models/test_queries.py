"""Lists and pages cost the same whatever the rows."""

from __future__ import annotations

import pytest

from tests.factories.movements import SmallProvince
from tests.factories.role_models import asked, published, said, shown
from tests.web.reading import rows, texts
from thidua.movements.models import RoleModel, RoleModelProposal

LIST = "/lam-viec/guong-duoc-gioi-thieu"


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_proposals(enter, place: SmallProvince, django_assert_num_queries, clock, count):
    for _number in range(count):
        asked(place)
        published(place)
    clock.move_to("2020-10-20T02:00:00Z")
    office = enter(place.officer)
    office.get(LIST)
    with django_assert_num_queries(QUERIES["list"]):
        assert len(rows(office.get(LIST))) == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_proposal(enter, place: SmallProvince, django_assert_num_queries, count):
    row = asked(place, photos=[shown() for _number in range(count)])
    office = enter(place.officer)
    office.get(LIST)
    with django_assert_num_queries(QUERIES["proposal"]):
        assert len(texts(office.get(f"{LIST}/{row.pk}"), "li", class_="story")) == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_desk(enter, place: SmallProvince, django_assert_num_queries, count):
    story = published(place, photos=[shown(place.officer) for _number in range(count)])
    for _number in range(count):
        said(place, RoleModel.objects.get(), given=True)
    office = enter(place.officer)
    office.get(LIST)
    with django_assert_num_queries(QUERIES["desk"]):
        page = office.get(f"/lam-viec/bai-guong/{story.role_model_id}")
    assert len(texts(page, "li", class_="story")) == count
    assert RoleModelProposal.objects.count() == 1


QUERIES = {"list": 10, "proposal": 11, "desk": 13}
