"""The look-up of awards as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicLookupConfig(AppConfig):
    """The search of the register's public fields, and the pages of decisions."""

    name = "thidua.web.public.lookup"
    label = "web_public_lookup"

    def ready(self) -> None:
        """Put the look-up into the public menu, and the newest decisions on the first page."""
        from thidua.web.public.lookup.front import newest_decisions
        from thidua.web.public.lookup.places import places
        from thidua.web.shell import front_page, sitemap
        from thidua.web.shell.navigation import Group, Item, register

        register(Item(_("Look-up"), "lookup", Group.PUBLIC, order=60))
        front_page.register("decisions", newest_decisions, order=60)
        sitemap.register("lookup", places)
