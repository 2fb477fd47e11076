"""The good examples of the demonstration: marked, in every state, public only by consent."""

from __future__ import annotations

import pytest

from tests.factories.movements import running_movement, small_province
from thidua.demo.illustration.role_models import bring_role_models
from thidua.movements.models import RoleModelProposal, RoleModelStory
from thidua.movements.role_model_access import public_stories
from thidua.support.provenance import Provenance


@pytest.mark.django_db
def test_stories_and_proposals_are_there_and_say_that_they_are_invented() -> None:
    place = small_province()
    bring_role_models(running_movement(place), place.officer, place.clerk, place.de_tham)
    assert sorted(public_stories().values_list("slug", flat=True)) == [
        "nguoi-dau-tien-hien-dat-mo-duong",
        "thu-tuc-den-tung-thon",
    ]
    states = RoleModelProposal.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["published", "with_unit", "new"]
    for model in (RoleModelProposal, RoleModelStory):
        assert set(model.objects.values_list("provenance", flat=True)) == {Provenance.ILLUSTRATIVE}
