"""The movements area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceMovementsConfig(AppConfig):
    """Movements, registrations and anniversaries in the workspace."""

    name = "thidua.web.workspace.movements"
    label = "workspace_movements"

    def ready(self) -> None:
        """Put the area's pages into the menu, and its duties onto the work list."""
        from thidua.accounts.rights import Right
        from thidua.web.shell import worklist
        from thidua.web.shell.navigation import Group, Item, register
        from thidua.web.workspace.movements.work import work_of

        worklist.register(work_of)
        register(
            Item(_("Movements"), "movements", Group.MOVEMENTS, Right.SEE_MOVEMENTS, order=10),
            Item(
                _("Our registrations"),
                "my-registrations",
                Group.MOVEMENTS,
                Right.REGISTER_FOR_MOVEMENT,
                order=20,
            ),
            Item(_("Not moving"), "stalled-movements", Group.MOVEMENTS, Right.MANAGE_MOVEMENTS, order=30),
            Item(_("Anniversaries"), "anniversaries", Group.MOVEMENTS, Right.SEE_MOVEMENTS, order=40),
        )
