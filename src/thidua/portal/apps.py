"""The portal room as a Django app."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class PortalConfig(AppConfig):
    """Articles, pages and documents that editors write; Wagtail is their desk."""

    name = "thidua.portal"
    label = "portal"

    def ready(self) -> None:
        """Make what the desk needs after every migration, and listen to what happens there."""
        from thidua.portal import desk_log, telling

        desk_log.listen()
        telling.listen()
        post_migrate.connect(_set_up, dispatch_uid="portal.set_up_site")


def _set_up(app_config: AppConfig, **_: object) -> None:
    """Act after the last app: only then every permission stands."""
    if app_config is not [*apps.get_app_configs()][-1]:
        return
    from thidua.portal.actions.set_up_site import set_up_site

    set_up_site()
