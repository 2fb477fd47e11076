"""The desk's words as a Django app: its place in INSTALLED_APPS decides whose words win."""

from django.apps import AppConfig


class DeskWordsConfig(AppConfig):
    """Stands behind our own apps, whose sentences keep their Vietnamese, and before Wagtail's."""

    name = "thidua.portal.desk_words"
    label = "portal_desk_words"
