"""The notices service as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    """What people are told, kept until it left."""

    name = "thidua.support.notices"
    label = "notices"
    verbose_name = _("Notices")
