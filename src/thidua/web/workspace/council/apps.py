"""The council area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceCouncilConfig(AppConfig):
    """Members, sessions, ballots and results of a council in the workspace."""

    name = "thidua.web.workspace.council"
    label = "workspace_council"

    def ready(self) -> None:
        """Put the council into the menu, and its duties onto the work list."""
        from thidua.accounts.rights import Right
        from thidua.web.shell import worklist
        from thidua.web.shell.navigation import Group, Item, register
        from thidua.web.workspace.council.work import work_of

        worklist.register(work_of)
        register(
            Item(_("Council"), "council", Group.WORK, Right.VOTE, order=40),
            Item(_("Council (secretary)"), "council-desk", Group.WORK, Right.KEEP_COUNCIL, order=41),
        )
