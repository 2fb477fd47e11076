"""The appraisal area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceAppraisalConfig(AppConfig):
    """Dossiers at the office's desk."""

    name = "thidua.web.workspace.appraisal"
    label = "workspace_appraisal"

    def ready(self) -> None:
        """Put the desk into the menu, and what waits there onto the work list."""
        from thidua.accounts.rights import Right
        from thidua.web.shell import worklist
        from thidua.web.shell.navigation import Group, Item, register
        from thidua.web.workspace.appraisal.work import work_of

        worklist.register(work_of)
        register(Item(_("Appraisal of dossiers"), "appraisal-queue", Group.WORK, Right.APPRAISE, order=30))
