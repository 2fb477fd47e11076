"""The contests area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceContestsConfig(AppConfig):
    """The office runs editions of prizes and contests; jurors judge by code."""

    name = "thidua.web.workspace.contests"
    label = "workspace_contests"

    def ready(self) -> None:
        """Put the pages into the menu."""
        from thidua.accounts.rights import Right
        from thidua.web.shell.navigation import Group, Item, register

        register(
            Item(_("Running contests"), "contest-editions", Group.WORK, Right.KEEP_AWARDS, order=48),
            Item(_("Judging"), "juries", Group.WORK, Right.JUDGE, order=49),
        )
