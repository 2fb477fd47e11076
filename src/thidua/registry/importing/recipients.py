"""Whom one row is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.orgs.models import Household, Person, Unit
from thidua.registry.enums import ImportContent, RecipientKind
from thidua.registry.importing.columns import Meaning
from thidua.registry.importing.directory import Directory, bare_name
from thidua.registry.importing.reading import ReadRow
from thidua.registry.importing.words import KINDS, code_of

NOBODY = 0  # the choice «none of these»


@dataclass
class Found:
    """Whom a row names: one, several to choose from, or why nobody.

    `is_open`: somebody has to choose among `several`, which stay offered after the choice.
    """

    kind: str = RecipientKind.INDIVIDUAL
    recipient: Person | Unit | Household | None = None
    place: Unit | None = None
    several: list[Person | Household] = field(default_factory=list)
    is_open: bool = False
    faults: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def recipient_of(
    row: ReadRow, day: date, directory: Directory, content: ImportContent, choices: Mapping[int, int]
) -> Found:
    """Return whom the row means on `day`; `choices`: row → number in the register, chosen among several."""
    found = Found()
    name, said = row.text(Meaning.NAME), row.text(Meaning.KIND)
    kind = code_of(said, KINDS)
    if not name:
        found.faults.append(_("Write the name."))
    if kind is None:
        found.faults.append(
            _("“%(kind)s” is no kind of recipient. Write: cá nhân, tập thể, hộ gia đình.") % {"kind": said}
        )
        return found
    found.kind = kind
    if not name:
        return found
    if kind == RecipientKind.COLLECTIVE:
        _collective(found, row, day, directory, content)
        return found
    if place := row.text(Meaning.UNIT):
        unit = directory.unit(place, "", day)
        found.place = unit if isinstance(unit, Unit) else None
    if kind == RecipientKind.HOUSEHOLD:
        _household(found, row, directory, content, choices)
    else:
        _person(found, row, directory, content, choices)
    return found


def _collective(found: Found, row: ReadRow, day: date, directory: Directory, content: ImportContent) -> None:
    unit = directory.unit(row.text(Meaning.NAME), row.text(Meaning.UNIT), day)
    if isinstance(unit, Unit):
        found.recipient = found.place = unit
    elif content is ImportContent.AWARDS:
        found.remarks.append(_("It stays without a link to a unit: %(why)s") % {"why": unit})
    else:
        found.faults.append(unit)


def _person(
    found: Found, row: ReadRow, directory: Directory, content: ImportContent, choices: Mapping[int, int]
) -> None:
    born, number = row.text(Meaning.BORN), row.text(Meaning.NUMBER)
    if born and not _is_year(born):
        found.faults.append(
            _("“%(year)s” is not a year. Write four digits, or leave it empty.") % {"year": born}
        )
        return
    if number:
        _numbered(found, row, number, directory)
        return
    people, proven = directory.people(row.text(Meaning.NAME), int(born) if born else None, found.place)
    if row.number in choices:
        _chosen(found, people, choices[row.number], content)
    elif not people:
        _nobody(found, content, _("No person of this name is in the register. Enter the person first."))
    elif len(people) == 1 and (proven or not directory.works_elsewhere(people[0], found.place)):
        found.recipient = people[0]
        if not proven:
            found.remarks.append(_("Found by the name alone. Check that it is the same person."))
    else:
        found.several, found.is_open = list(people), True


def _numbered(found: Found, row: ReadRow, number: str, directory: Directory) -> None:
    person = (
        directory.person(int(number)) if number.isascii() and number.isdigit() and len(number) < 19 else None
    )
    if person is None:
        found.faults.append(_("No person has the number %(number)s in the register.") % {"number": number})
    elif person.folded_name != bare_name(row.text(Meaning.NAME)):
        found.faults.append(
            _("Number %(number)s is %(name)s. Correct the number or the name.")
            % {"number": number, "name": person.full_name}
        )
    else:
        found.recipient = person


def _household(
    found: Found, row: ReadRow, directory: Directory, content: ImportContent, choices: Mapping[int, int]
) -> None:
    if content is not ImportContent.AWARDS:
        found.faults.append(_("This is recorded of persons and units, not of households."))
        return
    homes = directory.homes(row.text(Meaning.NAME))
    if row.number in choices:
        _chosen(found, homes, choices[row.number], content)
    elif not homes:
        _nobody(found, content, "")
    elif len(homes) == 1 and fold(row.text(Meaning.UNIT)) in fold(homes[0].address_text):
        found.recipient = homes[0]
    else:
        found.several, found.is_open = list(homes), True


def _chosen(
    found: Found, offered: list[Person] | list[Household], choice: int, content: ImportContent
) -> None:
    """Take what was chosen; «none of these» leaves an award without a link and stops any other row."""
    found.several = list(offered)
    found.recipient = next((one for one in offered if one.pk == choice), None)
    if found.recipient is None and choice == NOBODY:
        _nobody(found, content, _("Enter the person first, then judge the rows again."))
    elif found.recipient is None:
        found.is_open = True


def _nobody(found: Found, content: ImportContent, fault: str) -> None:
    if content is ImportContent.AWARDS:
        found.remarks.append(_("It stays without a link to the register. It can be linked later."))
    else:
        found.faults.append(fault)


def _is_year(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) == 4
