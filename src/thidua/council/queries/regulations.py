"""The regulation by which a council works on a day, and what it says."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from thidua.core.vietnamese.dates import format_date
from thidua.council.models import CouncilRegulation
from thidua.orgs.models import Unit

# Grounds are printed in the minutes, an official document: in Vietnamese, whatever language the secretary reads.
OFFICIAL_LANGUAGE: Final = "vi"
# Which of the three shares of a regulation an award falls under; the groups are those of Decree 98/2023, clause 7,
# article 30. All others need a majority.
_FIGHTERS: Final = frozenset(
    {"hero_of_labor", "hero_of_armed_forces", "national_emulation_fighter", "provincial_emulation_fighter"}
)
_FLAGS: Final = frozenset(
    {"grassroots_emulation_fighter", "provincial_emulation_flag", "government_emulation_flag"}
)


def regulations_of(unit: Unit) -> QuerySet[CouncilRegulation]:
    """Return every regulation recorded for the council of `unit`, withdrawn ones included, the latest first."""
    rows = CouncilRegulation.objects.filter(unit=unit).select_related("recorded_by", "withdrawn_by")
    return rows.order_by("-since", "-pk")


def regulation_on(unit: Unit | int, day: date) -> CouncilRegulation | None:
    """Return the regulation in force on `day`; one query."""
    pk = unit.pk if isinstance(unit, Unit) else unit
    rows = CouncilRegulation.objects.filter(unit_id=pk, since__lte=day, withdrawn_at=None)
    return rows.order_by("-since", "-pk").first()


def ground_of(regulation: CouncilRegulation | None) -> str:
    """Return the regulation as it is cited in minutes, with number and day; empty where there is none."""
    if regulation is None:
        return ""
    with translation.override(OFFICIAL_LANGUAGE):
        return _("%(title)s, No. %(number)s of %(day)s") % {
            "title": regulation.title,
            "number": regulation.number,
            "day": format_date(regulation.issued_on),
        }


def percent_of(regulation: CouncilRegulation | None, award: str) -> int | None:
    """Return the share of votes (%) that the regulation asks for an award; None where it says nothing of it."""
    if regulation is None:
        return None
    if award in _FIGHTERS:
        return regulation.fighters_percent
    return regulation.flags_percent if award in _FLAGS else regulation.others_percent
