"""The administration area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdministrationConfig(AppConfig):
    """Accounts and roles for those who keep them, the audit log for those who read it."""

    name = "thidua.web.workspace.administration"
    label = "workspace_administration"

    def ready(self) -> None:
        """Put the area's pages into the menu."""
        from thidua.accounts.rights import Right
        from thidua.web.shell.navigation import Group, Item, register

        register(
            Item(_("Accounts"), "accounts", Group.ADMINISTRATION, Right.MANAGE_ACCOUNTS, order=50),
            Item(_("Roles"), "roles", Group.ADMINISTRATION, Right.SEE_WORKSPACE, order=60),
            Item(_("Identity of the site"), "site-identity", Group.PORTAL, Right.MANAGE_SITE, order=90),
            Item(_("Audit log"), "audit-log", Group.ADMINISTRATION, Right.READ_AUDIT_LOG, order=70),
        )
