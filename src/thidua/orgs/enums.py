"""Closed lists of the orgs room."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.core.vietnamese import citizen_ids
from thidua.core.vietnamese.names import NameOrder


class Hierarchy(models.TextChoices):
    """The line of authority that a unit belongs to."""

    STATE = "state", _("the State")
    PARTY = "party", _("the Party")
    MASS = "mass", _("the Fatherland Front and mass organisations")
    ENTERPRISE = "enterprise", _("enterprises and co-operatives")
    VILLAGE = "village", _("villages and residential groups")


class UnitKind(models.TextChoices):
    """What a unit is."""

    PROVINCE = "province", _("province")
    CITY = "city", _("city of a province")
    TOWN = "town", _("provincial town")
    URBAN_DISTRICT = "urban_district", _("urban district")
    DISTRICT = "district", _("district")
    WARD = "ward", _("ward")
    TOWNSHIP = "township", _("township")
    COMMUNE = "commune", _("commune")
    SPECIAL_ZONE = "special_zone", _("special zone")
    VILLAGE = "village", _("village or residential group")
    BODY = "body", _("agency or organisation")
    ENTERPRISE = "enterprise", _("enterprise or co-operative")


DISTRICT_LEVEL: Final = frozenset({UnitKind.CITY, UnitKind.TOWN, UnitKind.URBAN_DISTRICT, UnitKind.DISTRICT})
COMMUNE_LEVEL: Final = frozenset({UnitKind.WARD, UnitKind.TOWNSHIP, UnitKind.COMMUNE, UnitKind.SPECIAL_ZONE})
# Kinds that are places: an address is made of them, their level word in small letters.
PLACES: Final = frozenset({UnitKind.PROVINCE, UnitKind.VILLAGE}) | DISTRICT_LEVEL | COMMUNE_LEVEL


class ChangeKind(models.TextChoices):
    """What an act does to whole units; renaming and moving are periods of names and placements instead."""

    MERGE = "merge", _("merger")
    SPLIT = "split", pgettext_lazy("orgs", "split")
    DISSOLVE = "dissolve", _("dissolution")


class Certainty(models.TextChoices):
    """How sure a fact about a unit is."""

    CONFIRMED = "confirmed", _("confirmed")
    INFERRED = "inferred", _("inferred, to be checked against the act")
    UNKNOWN = "unknown", _("not known")


class Honorific(models.TextChoices):
    """How a list addresses a person."""

    MR = "ong", _("Mr")
    MRS = "ba", _("Mrs")


class PersonNameOrder(models.TextChoices):
    """Where the given name stands in the written name, so that lists sort by it."""

    GIVEN_LAST = NameOrder.GIVEN_LAST.value, _("the given name comes last (Lương Thị Bình)")
    GIVEN_FIRST = NameOrder.GIVEN_FIRST.value, _("the given name comes first (Maria Schmidt)")
    WHOLE = NameOrder.WHOLE.value, _("sorted as written (H'Hen Niê, religious names)")


class CitizenIdKind(models.TextChoices):
    """Which of the two numbers of a citizen it is."""

    NEW = citizen_ids.CitizenIdKind.NEW.value, _("citizen identity number, 12 digits")
    OLD = citizen_ids.CitizenIdKind.OLD.value, _("identity card number, 9 digits")
