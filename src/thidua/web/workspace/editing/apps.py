"""The editing area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceEditingConfig(AppConfig):
    """The way to the editor's desk."""

    name = "thidua.web.workspace.editing"
    label = "workspace_editing"

    def ready(self) -> None:
        """Put the desk into the menu of those who write, and what waits for approval onto the work list."""
        from thidua.accounts.rights import Right
        from thidua.web.shell import worklist
        from thidua.web.shell.navigation import Group, Item, register
        from thidua.web.workspace.editing.work import work_of

        worklist.register(work_of)
        register(
            Item(_("Articles and pages"), "wagtailadmin_home", Group.PORTAL, Right.WRITE_ARTICLES, order=10)
        )
