"""The register area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceRegisterConfig(AppConfig):
    """Finding what somebody was awarded, and everything known of who received."""

    name = "thidua.web.workspace.register"
    label = "workspace_register"

    def ready(self) -> None:
        """Put the search into the menu."""
        from thidua.accounts.rights import Right
        from thidua.web.shell.navigation import Group, Item, register

        register(Item(_("Register of awards"), "register", Group.WORK, Right.SEE_RECORDS, order=45))
