"""What a person's fields must hold, for entering and for editing."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.core.vietnamese.names import NameOrder, sort_key
from thidua.orgs.enums import Honorific, PersonNameOrder
from thidua.support.refusals import Refused, Sentence

OLDEST_BIRTH_YEAR = 1850


def checked_person(
    *, full_name: str, honorific: str, name_order: str, birth_year: int | None, source: str
) -> dict[str, Any]:
    """Return the fields of a person, with the keys for sorting and searching; raises Refused."""
    name = clean_line(full_name)
    faults: dict[str, Sentence] = {}
    if not name:
        faults["full_name"] = _("Write the full name.")
    elif any(character.isdigit() for character in name):
        faults["full_name"] = _("A name has no digits. Write the name alone.")
    if honorific and honorific not in Honorific.values:
        faults["honorific"] = _("Choose a form of address from the list, or none.")
    if name_order not in PersonNameOrder.values:
        faults["name_order"] = _("Choose the order of the name from the list.")
    if birth_year is not None and not OLDEST_BIRTH_YEAR <= birth_year <= timezone.localdate().year:
        faults["birth_year"] = _("Write the year of birth with four digits, from %(first)s to this year.") % {
            "first": OLDEST_BIRTH_YEAR
        }
    if faults:
        raise Refused(faults)
    return {
        "full_name": name,
        "honorific": honorific,
        "name_order": name_order,
        "birth_year": birth_year,
        "source": clean_line(source),
        "sort_key": sort_key(name, NameOrder(name_order)),
        "folded_name": fold(name),
    }
