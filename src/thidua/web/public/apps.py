"""The public site as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicConfig(AppConfig):
    """Home, movements, and the pages about the site."""

    name = "thidua.web.public"
    label = "web_public"

    def ready(self) -> None:
        """Put the public pages into the public menu."""
        from thidua.web.public.places import places
        from thidua.web.shell import sitemap
        from thidua.web.shell.navigation import Group, Item, register

        sitemap.register("public", places)
        register(
            Item(_("Home"), "home", Group.PUBLIC, order=0),
            Item(_("Movements"), "public-movements", Group.PUBLIC, order=20),
            Item(_("Check a certificate"), "check-certificate", Group.FOOT, order=10),
            Item(_("Open data"), "open-data", Group.FOOT, order=20),
            Item(_("About"), "about", Group.FOOT, order=60),
            Item(_("Accessibility"), "accessibility", Group.FOOT, order=70),
            Item(_("Privacy"), "privacy", Group.FOOT, order=80),
            Item(_("Site map"), "site-map", Group.FOOT, order=90),
        )
