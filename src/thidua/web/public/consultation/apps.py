"""Public consultations as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConsultationConfig(AppConfig):
    """Lists of nominees before the public, and what came of them."""

    name = "thidua.web.public.consultation"
    label = "web_public_consultation"

    def ready(self) -> None:
        """Put the page into the public menu, and tell what became of an opinion to whoever has its code."""
        from thidua.web.public.consultation.following import opinion_followed
        from thidua.web.public.consultation.front import open_consultations
        from thidua.web.public.consultation.places import places
        from thidua.web.shell import follow_up, front_page, sitemap
        from thidua.web.shell.navigation import Group, Item, register

        register(Item(_("Consultations"), "consultations", Group.PUBLIC, order=40))
        front_page.register("consultations", open_consultations, order=40)
        follow_up.register("YK", opinion_followed)
        sitemap.register("consultation", places)
