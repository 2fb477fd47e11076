"""The area of units and people as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UnitsConfig(AppConfig):
    """Units as of a day with where they come from, persons with their positions, households."""

    name = "thidua.web.workspace.units"
    label = "workspace_units"

    def ready(self) -> None:
        """Put the area's pages into the menu."""
        from thidua.accounts.rights import Right
        from thidua.web.shell.navigation import Group, Item, register

        register(
            Item(_("Units"), "units", Group.ADMINISTRATION, Right.SEE_WORKSPACE, order=10),
            Item(_("Persons"), "people", Group.ADMINISTRATION, Right.SEE_WORKSPACE, order=20),
            Item(_("Households"), "households", Group.ADMINISTRATION, Right.SEE_WORKSPACE, order=30),
        )
