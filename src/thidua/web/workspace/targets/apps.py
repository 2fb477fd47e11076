"""The targets area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceTargetsConfig(AppConfig):
    """Reports of units, rounds, indicators, plans, figures, imports and the dashboard in the workspace."""

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
            Item(_("Targets at a glance"), "targets-dashboard", Group.FIGURES, Right.SEE_FIGURES, order=10),
            Item(_("Our reports"), "my-sheets", Group.FIGURES, Right.REPORT_FIGURES, order=20),
            Item(_("Reporting rounds"), "rounds", Group.FIGURES, Right.SEE_FIGURES, order=30),
            Item(_("Figures"), "figures", Group.FIGURES, Right.SEE_FIGURES, order=40),
            Item(_("Plans"), "plans", Group.FIGURES, Right.SEE_FIGURES, order=50),
            Item(_("Indicators"), "indicators", Group.FIGURES, Right.SEE_FIGURES, order=60),
            Item(_("Imports"), "imports", Group.FIGURES, Right.IMPORT_FIGURES, order=70),
        )
