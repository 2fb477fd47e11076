"""What an address that begins a dossier says of its first nominee: «?nguoi=12&khen=…&don-vi=7» or «?tap-the=7»."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest
from django.utils import timezone

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.lawbook.queries import current_book
from thidua.nominations.enums import Level
from thidua.orgs.access import units_where
from thidua.orgs.models import Person, Position, Unit
from thidua.orgs.people_access import persons_seen_by
from thidua.orgs.periods import valid_on
from thidua.registry.enums import RecipientKind
from thidua.web.shell.keys import key_of

NAMES: Final = ("nguoi", "tap-the", "khen")
_LEVELS: Final = {"province": Level.PROVINCE, "ministry": Level.STATE, "state": Level.STATE}


@dataclass(frozen=True)
class AskedNominee:
    """Whom the address means, as far as its reader may see them, and for which award; None and "": not said."""

    person: Person | None = None
    unit: Unit | None = None
    award: str = ""

    @property
    def name(self) -> str:
        """The name of the person or the collective."""
        found = self.person.full_name if self.person else self.unit.name if self.unit else ""
        return str(found)

    @property
    def kind(self) -> str:
        """The kind of recipient, "" when nobody is meant."""
        return RecipientKind.INDIVIDUAL if self.person else RecipientKind.COLLECTIVE if self.unit else ""

    @property
    def level(self) -> str:
        """Who decides on the award, "" where the unit has to say."""
        award = current_book().awards.get(self.award)
        return _LEVELS.get(award.level, "") if award else ""

    def unit_of(self, units: list[Unit]) -> Unit | None:
        """Return the one of `units` that proposes them: where they work today, or the collective itself."""
        if self.unit is not None:
            return next((one for one in units if one.pk == self.unit.pk), None)
        if self.person is None:
            return None
        held = Position.objects.filter(valid_on(timezone.localdate()), person=self.person)
        places = set(held.order_by().values_list("unit_id", flat=True))
        return next((one for one in units if one.pk in places), None)


def asked_nominee(request: HttpRequest, user: User) -> AskedNominee:
    """Return what the address says; what it names wrongly, or nobody may see, is left out."""
    person, unit = (key_of(request.GET.get(name, "")) for name in ("nguoi", "tap-the"))
    award = request.GET.get("khen", "")
    return AskedNominee(
        person=persons_seen_by(user).filter(pk=person).first() if person is not None else None,
        unit=units_where(user, Right.NOMINATE).filter(pk=unit).first() if unit is not None else None,
        award=award if award in current_book().awards else "",
    )


def kept_in_address(request: HttpRequest) -> str:
    """Return the same as the end of the next address, with the question mark; "" when nothing is said."""
    kept = request.GET.copy()
    for name in list(kept):
        if name not in NAMES:
            del kept[name]
    return f"?{kept.urlencode()}" if kept else ""
