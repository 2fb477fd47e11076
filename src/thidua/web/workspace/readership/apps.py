"""The readership area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceReadershipConfig(AppConfig):
    """Views of articles, by day."""

    name = "thidua.web.workspace.readership"
    label = "workspace_readership"

    def ready(self) -> None:
        """Put the list into the menu."""
        from thidua.accounts.rights import Right
        from thidua.web.shell.navigation import Group, Item, register

        register(Item(_("Views of articles"), "readership", Group.PORTAL, Right.WRITE_ARTICLES, order=30))
