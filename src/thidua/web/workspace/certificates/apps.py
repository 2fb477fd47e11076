"""The certificates area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceCertificatesConfig(AppConfig):
    """Printing, handing over, replacing and looking up certificates."""

    name = "thidua.web.workspace.certificates"
    label = "workspace_certificates"

    def ready(self) -> None:
        """Put the pages into the menu, and what is to be printed or handed over onto the work list."""
        from thidua.accounts.rights import Right
        from thidua.web.shell import worklist
        from thidua.web.shell.navigation import Group, Item, register
        from thidua.web.workspace.certificates.work import work_of

        worklist.register(work_of)
        register(Item(_("Certificates"), "certificates", Group.WORK, Right.SEE_DOSSIERS, order=44))
