"""The law book as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LawbookConfig(AppConfig):
    """Provisions checked, readings settled, local regulations loaded: the Board's own layer over the law."""

    name = "thidua.lawbook"
    label = "lawbook"
    verbose_name = _("Law book")
