"""The public gifts as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicGiftsConfig(AppConfig):
    """Drives, their ledgers, where each gift went, and promises of visitors."""

    name = "thidua.web.public.gifts"
    label = "web_public_gifts"

    def ready(self) -> None:
        """Put the gifts into the public menu, and tell what became of a promise to whoever has its code."""
        from thidua.contributions.actions import CODE_KIND
        from thidua.web.public.gifts.following import pledge_followed
        from thidua.web.public.gifts.front import running_drives
        from thidua.web.public.gifts.places import places
        from thidua.web.shell import follow_up, front_page, sitemap
        from thidua.web.shell.navigation import Group, Item, register

        register(Item(_("Gifts"), "public-gifts", Group.PUBLIC, order=60))
        follow_up.register(CODE_KIND, pledge_followed)
        front_page.register("drives", running_drives, order=50)
        sitemap.register("gifts", places)
