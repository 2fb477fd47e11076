"""What the editor's desk shows of ours."""

from __future__ import annotations

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
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
