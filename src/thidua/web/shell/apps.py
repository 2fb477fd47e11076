"""The shell as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ShellConfig(AppConfig):
    """Base layout, components, formatting filters, error pages, sign-in."""

    name = "thidua.web.shell"
    label = "web_shell"

    def ready(self) -> None:
        """Put the gallery of components into the menu of administrators."""
        from thidua.accounts.rights import Right
        from thidua.web.shell.navigation import Group, Item, register

        register(
            Item(_("Components"), "components", Group.ADMINISTRATION, right=Right.MANAGE_ACCOUNTS, order=900)
        )
