"""The signing area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspaceSigningConfig(AppConfig):
    """Proposals, drafts of decisions, and the Chairman's signature."""

    name = "thidua.web.workspace.signing"
    label = "workspace_signing"

    def ready(self) -> None:
        """Put the pages into the menu, and what waits onto the work list."""
        from thidua.accounts.rights import Right
        from thidua.web.shell import worklist
        from thidua.web.shell.navigation import Group, Item, register
        from thidua.web.workspace.signing.work import work_of

        worklist.register(work_of)
        register(
            Item(_("To sign"), "to-sign", Group.WORK, Right.DECIDE, order=42),
            Item(_("Decisions"), "decisions", Group.WORK, Right.SEE_DOSSIERS, order=43),
            Item(_("Commendation fund"), "fund", Group.WORK, Right.ISSUE_CERTIFICATES, order=46),
            Item(_("Templates of letters"), "letter-templates", Group.WORK, Right.PROPOSE, order=47),
        )
