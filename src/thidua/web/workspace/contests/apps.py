"""The contests area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceContestsConfig(AppConfig):
    """The office runs editions of prizes and contests; jurors judge by code."""

    name = "thidua.web.workspace.contests"
    label = "workspace_contests"

    def ready(self) -> None:
        """Put the pages into the menu, and what waits for jurors and the office into the work list."""
        from thidua.accounts.rights import Right
        from thidua.web.shell import worklist
        from thidua.web.shell.navigation import Group, Item, register
        from thidua.web.workspace.contests.waiting import judging_to_do, rounds_all_handed_in

        register(
            Item(_("Running contests"), "contest-editions", Group.PORTAL, Right.KEEP_AWARDS, order=60),
            Item(_("Judging"), "juries", Group.WORK, Right.JUDGE, order=49),
        )
        worklist.register(judging_to_do)
        worklist.register(rounds_all_handed_in)
