"""Public role models as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicRoleModelsConfig(AppConfig):
    """Stories of good examples, and the form by which anybody proposes one."""

    name = "thidua.web.public.role_models"
    label = "web_public_role_models"

    def ready(self) -> None:
        """Put the stories into the public menu, and tell what became of a proposal to whoever has its code."""
        from thidua.movements.actions.propose_role_model import CODE_KIND
        from thidua.web.public.role_models.following import proposal_followed
        from thidua.web.public.role_models.front import newest_stories
        from thidua.web.public.role_models.places import places
        from thidua.web.shell import follow_up, front_page, sitemap
        from thidua.web.shell.navigation import Group, Item, register

        register(Item(_("Good examples"), "role-model-stories", Group.PUBLIC, order=30))
        follow_up.register(CODE_KIND, proposal_followed)
        front_page.register("role-models", newest_stories, order=30)
        sitemap.register("role-models", places)
