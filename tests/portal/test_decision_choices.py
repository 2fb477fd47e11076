"""An article names the decisions that its editor may see, and keeps those that a colleague chose."""

from __future__ import annotations

import pytest

from tests.factories.movements import account
from tests.factories.portal import article
from tests.factories.reports import province_2019
from thidua.accounts.roles import BOARD_LEADER, EDITOR
from thidua.portal.models import Article
from thidua.registry.access import conferrals_seen_by
from thidua.registry.models import Conferral


@pytest.mark.django_db
def test_the_list_of_decisions_is_that_of_the_editors_own_rights() -> None:
    place = province_2019()
    editor = account(EDITOR.code, place.unit("province"))
    leader = account(BOARD_LEADER.code, place.unit("province"))
    form_class = Article.get_edit_handler().get_form_class()
    assert Conferral.objects.count() > 0
    made = article("a")
    for user in (editor, leader):
        form = form_class(instance=made, for_user=user)
        offered = {one.pk for one in form.fields["decisions"].queryset}
        assert offered == {one.pk for one in conferrals_seen_by(user)}
    chosen = Conferral.objects.order_by("pk").first()
    made.decisions.set([chosen])
    made.save()
    form = form_class(instance=made, for_user=editor)
    assert chosen in form.fields["decisions"].queryset
