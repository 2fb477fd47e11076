"""The moderation area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceModerationConfig(AppConfig):
    """Comments of readers, the oldest waiting first."""

    name = "thidua.web.workspace.moderation"
    label = "workspace_moderation"

    def ready(self) -> None:
        """Put the page into the menu, and what waits onto the work list."""
        from thidua.accounts.rights import Right
        from thidua.web.shell import worklist
        from thidua.web.shell.navigation import Group, Item, register
        from thidua.web.workspace.moderation.work import work_of

        worklist.register(work_of)
        register(
            Item(_("Comments of readers"), "moderation", Group.PORTAL, Right.MODERATE_COMMENTS, order=20)
        )
