"""The reports area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceReportsConfig(AppConfig):
    """Closing reports in the workspace."""

    name = "thidua.web.workspace.reports"
    label = "workspace_reports"

    def ready(self) -> None:
        """Put the area's pages into the menu, and its duties onto the work list."""
        from thidua.accounts.rights import Right
        from thidua.web.shell import worklist
        from thidua.web.shell.navigation import Group, Item, register
        from thidua.web.workspace.reports.work import work_of

        worklist.register(work_of)
        register(
            Item(_("Closing reports"), "reports", Group.REPORTS, Right.SEE_REPORTS, order=10),
            Item(_("New closing report"), "create-report", Group.REPORTS, Right.DRAFT_REPORT, order=20),
        )
