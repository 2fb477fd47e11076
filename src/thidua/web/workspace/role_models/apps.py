"""The desk of role models as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RoleModelDeskConfig(AppConfig):
    """Proposals, their verification, consent, stories and their yearly check."""

    name = "thidua.web.workspace.role_models"
    label = "workspace_role_models"

    def ready(self) -> None:
        """Put the list into the menu, and what waits into everybody's work."""
        from thidua.accounts.rights import Right
        from thidua.web.shell import worklist
        from thidua.web.shell.navigation import Group, Item, register
        from thidua.web.workspace.role_models.work import work_of_role_models

        register(
            Item(_("Proposed role models"), "role-model-proposals", Group.PORTAL, Right.KEEP_RECORDS, order=9)
        )
        worklist.register(work_of_role_models)
