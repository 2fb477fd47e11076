"""What the editor's desk needs to begin with."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Site, WorkflowPage

from tests.factories.movements import account, small_province
from thidua.accounts.roles import ADMINISTRATOR, BOARD_LEADER
from thidua.orgs.actions.change_site_identity import change_site_identity
from thidua.orgs.queries.site_identity import hold
from thidua.portal.actions.set_up_site import set_up_site
from thidua.portal.models import DocumentIndex, Front, NewsIndex

pytestmark = pytest.mark.django_db


def test_a_new_installation_has_a_place_for_articles_and_a_way_of_review() -> None:
    front = Front.objects.get()
    assert [page.specific_class for page in Page.objects.order_by("path")] == [
        Page,
        Front,
        NewsIndex,
        DocumentIndex,
    ]
    assert Site.objects.get().root_page_id == front.pk
    assert [(row.page_id, row.workflow.name) for row in WorkflowPage.objects.all()] == [
        (front.pk, "Duyệt bài")
    ]


def test_setting_up_a_second_time_changes_nothing() -> None:
    before = (Page.objects.count(), Group.objects.count(), WorkflowPage.objects.count())
    set_up_site()
    assert (Page.objects.count(), Group.objects.count(), WorkflowPage.objects.count()) == before


def test_the_desk_calls_the_site_as_the_board_is_called_on_the_screen(client: Client) -> None:
    place = small_province()
    leader = account(BOARD_LEADER.code, place.province)
    client.force_login(leader, backend="django.contrib.auth.backends.ModelBackend")
    assert Site.objects.get().site_name == settings.OFFICE_NAME
    office = "Phòng Thi đua – Khen thưởng, Sở Nội vụ"
    administrator = account(ADMINISTRATOR.code, place.province, "Quản Trị Viên")
    try:
        change_site_identity(texts={"name": office}, by=administrator, seen=0)
        hold({"id": 1, "name": office})
        assert (Site.objects.get().site_name, str(settings.WAGTAIL_SITE_NAME)) == (office, office)
        assert office in client.get(reverse("wagtailadmin_home")).content.decode()
        set_up_site()
        assert Site.objects.get().site_name == office
    finally:
        hold({})
