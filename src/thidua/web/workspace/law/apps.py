"""The law desk as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LawConfig(AppConfig):
    """Awards on a day, what changed, open questions, local regulations, texts in force, and trying a case."""

    name = "thidua.web.workspace.law"
    label = "workspace_law"

    def ready(self) -> None:
        """Put the desk into the menu."""
        from thidua.accounts.rights import Right
        from thidua.web.shell.navigation import Group, Item, register

        register(Item(_("Law desk"), "law", Group.WORK, Right.SEE_WORKSPACE, order=50))
