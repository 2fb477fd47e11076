"""The records area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecordsConfig(AppConfig):
    """Lists, pages and forms of records."""

    name = "thidua.web.workspace.records"
    label = "workspace_records"
    verbose_name = _("records")

    def ready(self) -> None:
        """Put each kind of record into the menu."""
        from thidua.web.shell.navigation import Group, Item, register
        from thidua.web.workspace.records.kinds import IN_THE_MENU

        register(
            *(
                Item(kind.words.plural, kind.address("list"), Group.RECORDS, kind.reading, order)
                for order, kind in enumerate(IN_THE_MENU, start=10)
            )
        )
