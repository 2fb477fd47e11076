"""The books area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceBooksConfig(AppConfig):
    """Old books brought into the register, and taken out as a whole."""

    name = "thidua.web.workspace.books"
    label = "workspace_books"

    def ready(self) -> None:
        """Put the entry into the menu."""
        from thidua.accounts.rights import Right
        from thidua.web.shell.navigation import Group, Item, register

        register(Item(_("Import old books"), "books", Group.RECORDS, Right.KEEP_AWARDS, order=24))
