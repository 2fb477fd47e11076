"""The public pages of prizes and contests as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicContestsConfig(AppConfig):
    """Editions, their rules, entering and withdrawing, results."""

    name = "thidua.web.public.contests"
    label = "web_public_contests"

    def ready(self) -> None:
        """Put the pages into the public menu, and tell entrants what became of their work."""
        from thidua.contests.enums import FOLLOW_UP
        from thidua.web.public.contests.following import told
        from thidua.web.public.contests.front import open_contests
        from thidua.web.public.contests.places import places
        from thidua.web.shell import follow_up, front_page, sitemap
        from thidua.web.shell.navigation import Group, Item, register

        register(Item(_("Prizes and contests"), "contests", Group.PUBLIC, order=50))
        follow_up.register(FOLLOW_UP, told)
        front_page.register("contests", open_contests, order=45)
        sitemap.register("contests", places)
