"""The notices area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceNoticesConfig(AppConfig):
    """The inbox of everybody, and the outbox of the Board."""

    name = "thidua.web.workspace.notices"
    label = "workspace_notices"

    def ready(self) -> None:
        """Put the pages into the menu, and e-mails that need somebody onto the work list."""
        from thidua.accounts.rights import Right
        from thidua.web.shell import worklist
        from thidua.web.shell.navigation import Group, Item, register
        from thidua.web.workspace.notices.work import work_of

        worklist.register(work_of)
        register(
            Item(_("Notices"), "notices", Group.WORK, order=5),
            Item(_("E-mails of the office"), "outbox", Group.WORK, Right.KEEP_NOTICES, order=48),
        )
