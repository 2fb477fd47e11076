"""The statistics area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceStatisticsConfig(AppConfig):
    """The ministry's forms, fairness, and who was forgotten."""

    name = "thidua.web.workspace.statistics"
    label = "workspace_statistics"

    def ready(self) -> None:
        """Put the entry into the menu."""
        from thidua.accounts.rights import Right
        from thidua.web.shell.navigation import Group, Item, register

        register(Item(_("Statistics"), "statistics", Group.REPORTS, Right.SEE_RECORDS, order=30))
