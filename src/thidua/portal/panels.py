"""Parts of the desk's forms that need a shape of ours."""

from __future__ import annotations

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.panels import InlinePanel, Panel
from wagtail.images.widgets import AdminImageChooser


class RowsPanel(InlinePanel):
    """Rows below a page, started without the inline script that our policy forbids (static/portal/desk.js)."""

    class BoundPanel(InlinePanel.BoundPanel):
        template_name = "portal/rows_panel.html"


class PictureChooser(AdminImageChooser):
    """The field that chooses a picture, started from data and not from an inline script."""

    def render_js_init(self, id_: str, name: str, value_data: object) -> str:
        return ""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """Return the field without its script, and what the script would have been told."""
        attributes = {**(attrs or {}), "id": (attrs or {}).get("id", f"id_{name}")}
        data = self.get_value_data(value)
        options = json.dumps(self.get_js_init_options(attributes["id"], name, data))
        return format_html(
            '{}<span hidden data-desk-chooser="picture" data-for="{}" data-config="{}"></span>',
            self.render_html(name, data, attributes),
            attributes["id"],
            options,
        )


class FiguresPanel(Panel):
    """The list of figures to choose from, beside the text they go into."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "portal/figures_panel.html"


class ChecksPanel(Panel):
    """How many points are open before publication, and the way to them."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "portal/checks_panel.html"
