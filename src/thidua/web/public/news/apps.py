"""The news area as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicNewsConfig(AppConfig):
    """Articles by topic and year, their feed, pages of the site."""

    name = "thidua.web.public.news"
    label = "web_public_news"

    def ready(self) -> None:
        """Put the news into the public menu and the list for search engines, the newest on the first page."""
        from thidua.web.public.news.foot import foot_links
        from thidua.web.public.news.front import newest_articles
        from thidua.web.public.news.places import places
        from thidua.web.shell import front_page, sitemap
        from thidua.web.shell.navigation import Group, Item, register, register_at_the_foot

        sitemap.register("news", places)
        register(Item(_("News"), "news", Group.PUBLIC, order=10))
        register_at_the_foot("news", foot_links)
        front_page.register("news", newest_articles, order=10)
