"""The start page as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """«Việc của tôi»: work collected from all areas."""

    name = "thidua.web.workspace.home"
    label = "workspace_home"

    def ready(self) -> None:
        """Put the start page first in the menu."""
        from thidua.web.shell.navigation import Group, Item, register

        register(Item(_("My work"), "my-work", Group.WORK, order=0))
