"""The area of readers as a Django app."""

from django.apps import AppConfig


class PublicReadersConfig(AppConfig):
    """Comments below articles, and the count of their views."""

    name = "thidua.web.public.readers"
    label = "web_public_readers"

    def ready(self) -> None:
        """Tell what became of a comment to whoever has its code."""
        from thidua.portal.actions.send_comment import KIND
        from thidua.web.public.readers.following import told_of
        from thidua.web.shell.follow_up import register

        register(KIND, told_of)
