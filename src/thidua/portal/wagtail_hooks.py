"""What the editor's desk shows of ours."""

from __future__ import annotations

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from thidua.portal.models import Topic


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
    return format_html('<script src="{}" defer></script>', static("portal/desk.js"))


@hooks.register("register_admin_menu_item")
def way_back() -> MenuItem:
    """Lead from the desk back to the workspace."""
    return MenuItem(_("Back to my work"), reverse("my-work"), name="my-work", icon_name="arrow-left", order=1)


@hooks.register("construct_help_menu")
def only_own_help(request: HttpRequest, items: list[MenuItem]) -> None:
    """Keep the keys; the rest are pages of somebody else's site, in English."""
    items[:] = [item for item in items if not item.url.startswith("http")]


@hooks.register("insert_global_admin_css")
def desk_styles() -> str:
    """Style the few things of ours on the desk."""
    return format_html('<link rel="stylesheet" href="{}">', static("portal/desk.css"))
