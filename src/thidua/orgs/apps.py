"""The orgs room as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrgsConfig(AppConfig):
    """Units in time, persons, households, positions, roles on units."""

    name = "thidua.orgs"
    label = "orgs"
    verbose_name = _("units and persons")
