"""What the editor's desk shows of ours."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem, WorkflowMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere
from thidua.portal.actions.hold_back import hold_back
from thidua.portal.desk.checks import checks
from thidua.portal.desk.figures import figures
from thidua.portal.desk.first_page import WhatWaits
from thidua.portal.models import Article, Topic
from thidua.portal.queries.findings import checked
from thidua.portal.queries.links import is_published


class TopicViewSet(SnippetViewSet):
    """Topics in the menu of the desk."""

    model = Topic
    icon = "tag"
    menu_order = 300
    add_to_admin_menu = True
    list_display = ("name", "name_en", "order")
    search_fields = ("name", "name_en")


register_snippet(TopicViewSet)


@hooks.register("insert_global_admin_js")
def desk_script() -> str:
    """Start, from a file, what Wagtail starts by inline scripts."""
    return format_html(
        '<script src="{}" defer></script><script src="{}" defer></script>',
        static("portal/desk.js"),
        static("portal/figures.js"),
    )


@hooks.register("register_admin_menu_item")
def way_back() -> MenuItem:
    """Lead from the desk back to the workspace."""
    return MenuItem(
        gettext_lazy("Back to my work"), reverse("my-work"), name="my-work", icon_name="arrow-left", order=1
    )


@hooks.register("construct_help_menu")
def only_own_help(request: HttpRequest, items: list[MenuItem]) -> None:
    """Keep the keys; the rest are pages of somebody else's site, in English."""
    items[:] = [item for item in items if not item.url.startswith("http")]


@hooks.register("construct_page_action_menu")
def publish_as_pages_are(
    items: list[ActionMenuItem], request: HttpRequest, context: dict[str, object]
) -> None:
    """Name publishing of a page by its own word: Wagtail's is also that of a decision in the workspace."""
    for item in items:
        if isinstance(item, PublishMenuItem):
            item.label = pgettext_lazy("page", "Publish")


@hooks.register("construct_page_action_menu")
def approve_first(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, object]) -> None:
    """Make approval the main button of whoever may approve; it is offered to nobody else.

    Not a button that Enter in a field would press: nobody publishes by finishing a line.
    """
    for item in items:
        if isinstance(item, WorkflowMenuItem) and item.name == "approve" and not item.launch_modal:
            item.template_name = "portal/approve_button.html"
            items.remove(item)
            items.insert(0, item)
            return


@hooks.register("insert_global_admin_css")
def desk_styles() -> str:
    """Style the few things of ours on the desk."""
    return format_html('<link rel="stylesheet" href="{}">', static("portal/desk.css"))


@hooks.register("register_admin_urls")
def desk_addresses() -> list[URLPattern]:
    """Addresses of our own pages on the desk."""
    return [
        path("so-lieu/", figures, name="desk_figures"),
        path("bai-viet/<int:page_id>/kiem-tra/", checks, name="desk_checks"),
    ]


@hooks.register("before_publish_page")
def nothing_open(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Lead to the checks instead of publishing while a finding is open; what was written is kept as a draft."""
    if not isinstance(page, Article) or not checked(page).open:
        return None
    hold_back(article=page)
    messages.error(
        request,
        _("Not published yet: mend what the checks have found, or accept it with a reason. Nothing is lost."),
    )
    return redirect("desk_checks", page_id=page.pk)


@hooks.register("after_edit_page")
def approved_as_edited(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say what came of an approval; sent with an edit that the checks find fault with, it is kept and not approved."""
    sent = (
        request.POST.get("action-workflow-action") and request.POST.get("workflow-action-name") == "approve"
    )
    if not sent:
        return None
    if not page.workflow_in_progress:
        _say_approved(request, page)
        return None
    if not isinstance(page, Article):
        return None
    return nothing_open(request, cast(Article, page.get_latest_revision_as_object()))


def _say_approved(request: HttpRequest, page: Page) -> None:
    """Say what happened in place of Wagtail's «was updated», which is the last thing said."""
    if not Page.objects.filter(pk=page.pk, live=True, has_unpublished_changes=False).exists():
        return
    *before, _updated = [*messages.get_messages(request)] or [None]
    for one in before:
        messages.add_message(request, one.level, one.message, one.extra_tags)
    messages.success(
        request, _("Approved and published: %(title)s") % {"title": page.get_admin_display_title()}
    )


@hooks.register("before_bulk_action")
def nothing_open_in_many(
    request: HttpRequest, action_type: str, objects: list[Page], _action: object
) -> HttpResponse | None:
    """Publish many pages at once only where none, nor a page below one, has an open finding."""
    if action_type != "publish" or not objects or not isinstance(objects[0], Page):
        return None
    for chosen in objects:
        for page in chosen.get_descendants(inclusive=True).specific():
            draft = page.get_latest_revision_as_object()
            refused = nothing_open(request, draft)
            if refused is not None:
                return refused
    return None


@hooks.register("before_serve_document")
def only_published_files(document: AbstractDocument, request: HttpRequest) -> None:
    """Give a file to readers only while a published page leads to it; a draft's file is a draft."""
    user = request.user
    may_see = isinstance(user, User) and may_anywhere(user, Right.WRITE_ARTICLES)
    if not may_see and not is_published(document):
        raise Http404


@hooks.register("construct_homepage_panels")
def what_waits(request: HttpRequest, panels: list[Component]) -> None:
    """Begin the first page of the desk with what waits."""
    panels.insert(0, WhatWaits())
