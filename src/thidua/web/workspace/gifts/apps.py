"""The desk of gifts as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceGiftsConfig(AppConfig):
    """Confirm promises, receive, allocate, prove, and take back with a reason."""

    name = "thidua.web.workspace.gifts"
    label = "workspace_gifts"

    def ready(self) -> None:
        """Put the desk into the menu, and the promises that wait into the work list."""
        from thidua.accounts.rights import Right
        from thidua.web.shell import worklist
        from thidua.web.shell.navigation import Group, Item, register
        from thidua.web.workspace.gifts.waiting import promises_to_confirm

        register(Item(_("Ledger of gifts"), "gift-desks", Group.PORTAL, Right.KEEP_GIFTS, order=50))
        worklist.register(promises_to_confirm)
