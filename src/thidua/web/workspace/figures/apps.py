"""The figures area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceFiguresConfig(AppConfig):
    """The dashboard, indicators, plans, figures and imports in the workspace."""

    name = "thidua.web.workspace.figures"
    label = "workspace_figures"

    def ready(self) -> None:
        """Put the area's pages into the menu."""
        from thidua.accounts.rights import Right
        from thidua.web.shell.navigation import Group, Item, register

        register(
            Item(_("Dashboard of targets"), "targets-dashboard", Group.FIGURES, Right.SEE_FIGURES, order=5),
            Item(_("Indicators"), "indicators", Group.FIGURES, Right.SEE_FIGURES, order=40),
            Item(_("Plans"), "plans", Group.FIGURES, Right.SEE_FIGURES, order=50),
            Item(_("Figures"), "figures", Group.FIGURES, Right.SEE_FIGURES, order=60),
            Item(_("Imports"), "imports", Group.FIGURES, Right.IMPORT_FIGURES, order=70),
        )
