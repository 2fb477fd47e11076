"""Make what the editor's desk needs before the first article: places for pages, groups, the way of review.

Run after every migration; what stands already is left as it is.
"""

from __future__ import annotations

from typing import Final

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from thidua.orgs.models import SiteIdentity
from thidua.orgs.queries.site_identity import TEXTS, identity_of
from thidua.portal.gate import PUBLISHERS, WRITERS
from thidua.portal.models import DocumentIndex, Front, NewsIndex, ReviewTask

_REVIEW: Final = "Duyệt bài"
_PAGES: Final = {
    WRITERS: ("add_page", "change_page"),
    PUBLISHERS: ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"),
}
_FILES: Final = (
    ("wagtailimages", "add_image"),
    ("wagtailimages", "change_image"),
    ("wagtailimages", "choose_image"),
    ("wagtaildocs", "add_document"),
    ("wagtaildocs", "change_document"),
    ("wagtaildocs", "choose_document"),
)
_TOPICS: Final = ("add_topic", "change_topic", "delete_topic", "view_topic")


@transaction.atomic
def set_up_site() -> None:
    """Make the root of pages, the lists of news and documents, both groups with their permissions, and the review."""
    Group.objects.filter(name__in=["Editors", "Moderators"], user=None).delete()
    front = _front()
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": front.page_ptr},
    )
    name_site(identity_of(SiteIdentity.objects.values(*TEXTS).first() or {}, "vi").office)
    if not NewsIndex.objects.exists():
        news = NewsIndex(title="Tin tức", slug="tin-tuc")
        front.add_child(instance=news)
    if not DocumentIndex.objects.exists():
        front.add_child(instance=DocumentIndex(title="Văn bản, biểu mẫu", slug="van-ban"))
    for name in _PAGES:
        _permit(Group.objects.get_or_create(name=name)[0], front)
    _review(front)


def name_site(office: str) -> None:
    """Let the editor's desk call the site by the name of the office."""
    longest = Site._meta.get_field("site_name").max_length
    Site.objects.filter(is_default_site=True).update(site_name=office[:longest])


def _front() -> Front:
    known = Front.objects.first()
    if known is not None:
        return known
    Locale.objects.get_or_create(language_code="vi")
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    front = Front(title="Cổng thông tin", slug="cong-thong-tin")
    root.add_child(instance=front)
    for welcome in Page.objects.child_of(root).exclude(pk=front.pk):
        welcome.delete()  # Wagtail's own first page
    return front


def _permit(group: Group, front: Front) -> None:
    desk = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    topics = Permission.objects.filter(content_type__app_label="portal", codename__in=_TOPICS)
    group.permissions.add(*desk, *topics)
    pages = ContentType.objects.get_for_model(Page)
    for codename in _PAGES[group.name]:
        permission = Permission.objects.get(content_type=pages, codename=codename)
        GroupPagePermission.objects.get_or_create(group=group, page=front.page_ptr, permission=permission)
    everything = Collection.get_first_root_node() or Collection.add_root(name="Root")
    for label, codename in _FILES:
        permission = Permission.objects.get(content_type__app_label=label, codename=codename)
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=everything, permission=permission
        )


def _review(front: Front) -> None:
    if WorkflowPage.objects.filter(page=front.page_ptr).exists():
        return
    Workflow.objects.filter(name="Moderators approval").delete()
    GroupApprovalTask.objects.filter(name="Moderators approval").delete()
    workflow = Workflow.objects.create(name=_REVIEW)
    task = ReviewTask.objects.create(name=_REVIEW)
    task.groups.add(Group.objects.get(name=PUBLISHERS))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=front.page_ptr)
