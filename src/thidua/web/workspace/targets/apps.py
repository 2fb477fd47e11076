"""The targets area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceTargetsConfig(AppConfig):
    """The reports of units and the reporting rounds in the workspace."""

    name = "thidua.web.workspace.targets"
    label = "workspace_targets"

    def ready(self) -> None:
        """Put the area's pages into the menu, and its duties onto the work list."""
        from thidua.accounts.rights import Right
        from thidua.web.shell import worklist
        from thidua.web.shell.navigation import Group, Item, register
        from thidua.web.workspace.targets.work import work_of

        worklist.register(work_of)
        register(
            Item(_("Our reports"), "my-sheets", Group.FIGURES, Right.REPORT_FIGURES, order=20),
            Item(_("Reporting rounds"), "rounds", Group.FIGURES, Right.SEE_FIGURES, order=30),
        )
