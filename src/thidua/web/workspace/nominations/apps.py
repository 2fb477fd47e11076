"""The nominations area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceNominationsConfig(AppConfig):
    """The dossiers of units in the workspace."""

    name = "thidua.web.workspace.nominations"
    label = "workspace_nominations"

    def ready(self) -> None:
        """Put the area into the menu, and its duties onto the work list."""
        from thidua.accounts.rights import Right
        from thidua.web.shell import worklist
        from thidua.web.shell.navigation import Group, Item, register
        from thidua.web.workspace.nominations.work import work_of

        worklist.register(work_of)
        register(Item(_("Dossiers for commendation"), "my-dossiers", Group.WORK, Right.NOMINATE, order=20))
