"""What the editor's desk needs to begin with."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, Site, WorkflowPage

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
