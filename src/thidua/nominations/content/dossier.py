"""What a unit says of a dossier as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.core.vietnamese.hygiene import clean_line
from thidua.movements.access import is_public
from thidua.movements.models import Movement
from thidua.nominations.enums import Level, Route
from thidua.nominations.models import Dossier
from thidua.support.edits import Faults, misfits
from thidua.support.refusals import Refused

EARLIEST_YEAR = 1945


@dataclass(frozen=True, kw_only=True)
class DossierContent:
    """Title, procedure, who decides, the movement if any, and the papers' numbers and days."""

    title: str
    route: str
    level: str
    counting_year: int
    movement: Movement | None = None
    letter_number: str = ""
    letter_date: date | None = None
    met_on: date | None = None

    def cleaned(self) -> dict[str, Any]:
        """Return the columns to store; raises Refused with a sentence per field at fault."""
        values: dict[str, Any] = {
            "title": clean_line(self.title),
            "route": self.route,
            "level": self.level,
            "counting_year": self.counting_year,
            "movement": self.movement,
            "letter_number": clean_line(self.letter_number),
            "letter_date": self.letter_date,
            "met_on": self.met_on,
        }
        faults = misfits(Dossier, values) | self._faults(values["title"])
        if faults:
            raise Refused(faults)
        return values

    def _faults(self, title: str) -> Faults:
        faults: Faults = {}
        today = timezone.localdate()
        if not title:
            faults["title"] = _("Write what the dossier is about, in one line.")
        if self.route not in Route.values:
            faults["route"] = _("Choose the procedure.")
        if self.level not in Level.values:
            faults["level"] = _("Choose who decides.")
        if not EARLIEST_YEAR <= self.counting_year <= today.year:
            faults["counting_year"] = _(
                "Write the year that the achievement was counted for, not a later one."
            )
        if self.route == Route.MOVEMENT and self.movement is None:
            faults["movement"] = _("Choose the movement in which the achievement was made.")
        if self.movement is not None and not is_public(self.movement):
            faults["movement"] = _("This movement has not been launched. Choose another.")
        for field in ("letter_date", "met_on"):
            day = getattr(self, field)
            if day and day > today:
                faults[field] = _("This day has not come yet. Write the date on the paper.")
        if self.met_on and self.letter_date and self.letter_date < self.met_on:
            faults["letter_date"] = _("The letter is dated before the meeting. Check both dates.")
        return faults
