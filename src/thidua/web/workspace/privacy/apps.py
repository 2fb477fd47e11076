"""The privacy area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkspacePrivacyConfig(AppConfig):
    """Personal data by right, extracts for those whom they concern, public fields, retention."""

    name = "thidua.web.workspace.privacy"
    label = "workspace_privacy"

    def ready(self) -> None:
        """Say what an extract tells of rooms above the register, and what of it needs a right of its own."""
        from thidua.accounts.rights import Right
        from thidua.registry.extract import register_provider, register_right
        from thidua.registry.retention.due import register_hold
        from thidua.web.shell.navigation import Group, Item, register
        from thidua.web.workspace.privacy.linked import certificates, entries, opinions, under_way

        register_right("council.interestdeclaration", Right.KEEP_COUNCIL)
        register_right("council.councilmember", Right.SEE_RECORDS)
        register_right("nominations.nomination", Right.SEE_DOSSIERS)
        register_right("contributions.gift", Right.SEE_RECORDS)
        register_hold(under_way)
        register(
            Item(_("What is public"), "public-fields", Group.PORTAL, Right.KEEP_AWARDS, order=80),
            Item(_("Retention"), "retention", Group.RECORDS, Right.SEE_PERSONAL_DATA, order=82),
        )
        register_provider(opinions)
        register_provider(certificates)
        register_provider(entries)
