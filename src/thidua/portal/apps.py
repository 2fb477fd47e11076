"""The portal room as a Django app."""

from django.apps import AppConfig, apps
from django.db import connections, transaction
from django.db.models.signals import post_migrate


class PortalConfig(AppConfig):
    """Articles, pages and documents that editors write; Wagtail is their desk."""

    name = "thidua.portal"
    label = "portal"

    def ready(self) -> None:
        """Make what the desk needs after every migration, and listen to what happens there."""
        from django.db.models.signals import post_delete, post_save
        from wagtail.signals import page_published, page_unpublished, post_page_move

        from thidua.orgs.models import SiteIdentity
        from thidua.portal import desk_log, telling
        from thidua.portal.models.review_task import holds_back

        desk_log.listen()
        telling.listen()
        post_migrate.connect(_set_up, dispatch_uid="portal.set_up_site")
        page_published.connect(_keep_figures, dispatch_uid="portal.keep_figures")
        for signal in (page_published, page_unpublished, post_page_move, post_delete):
            signal.connect(_tell_of_foot_pages, dispatch_uid="portal.foot_pages")
        post_save.connect(_name_site, sender=SiteIdentity, dispatch_uid="portal.name_site")
        holds_back.connect(_has_open_points, dispatch_uid="portal.has_open_points")


def _set_up(app_config: AppConfig, using: str, **_: object) -> None:
    """Act after the last app: only then every permission stands."""
    if app_config is not [*apps.get_app_configs()][-1] or not _has_tables(using):
        return
    from thidua.portal.actions.set_up_site import set_up_site

    set_up_site()


def _keep_figures(instance: object, revision: object = None, **_: object) -> None:
    """Wagtail publishes by hand, after review and at a set hour; every way ends here."""
    from thidua.portal.actions.keep_figures import keep_figures
    from thidua.portal.models import Article

    if isinstance(instance, Article):
        keep_figures(article=instance, by=getattr(revision, "user", None))


def _name_site(instance: object, **_: object) -> None:
    """The desk follows what the site calls itself."""
    from thidua.orgs.queries.site_identity import TEXTS, identity_of
    from thidua.portal.actions.set_up_site import name_site

    name_site(identity_of({name: getattr(instance, name) for name in TEXTS}, "vi").office)


def _tell_of_foot_pages(instance: object, **_: object) -> None:
    """A page that came, went or moved changes the foot of every page, once it is sure."""
    from thidua.portal.models import InformationPage
    from thidua.portal.queries.foot_pages import tell_all

    if isinstance(getattr(instance, "specific_deferred", instance), InformationPage):
        transaction.on_commit(tell_all)


def _has_open_points(page: object, **_: object) -> bool:
    """Tell whether the checks hold an article back."""
    from thidua.portal.models import Article
    from thidua.portal.queries.findings import checked

    return isinstance(page, Article) and bool(checked(page).open)


def _has_tables(using: str) -> bool:
    """Whether this room stands in the database: another app can be migrated alone, and backwards."""
    return "portal_front" in connections[using].introspection.table_names()
