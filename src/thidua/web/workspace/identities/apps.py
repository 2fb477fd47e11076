"""The identities area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceIdentitiesConfig(AppConfig):
    """Answering who is one person in the register, and taking answers back."""

    name = "thidua.web.workspace.identities"
    label = "workspace_identities"

    def ready(self) -> None:
        """Put the queue into the menu."""
        from thidua.accounts.rights import Right
        from thidua.web.shell.navigation import Group, Item, register

        register(Item(_("Who is who"), "identities", Group.RECORDS, Right.KEEP_AWARDS, order=26))
