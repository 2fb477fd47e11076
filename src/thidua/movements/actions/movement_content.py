"""What is said of a movement when it is prepared, answered or edited, and whether it can stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.periods import DatePrecision as Precision
from thidua.core.periods import ImpreciseDate
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.movements.enums import DatePrecision, FieldOfWork, MovementKind, MovementReach, UnitLevel
from thidua.movements.models import Anniversary
from thidua.support.refusals import Refused, Sentence

# Whom a movement of a province calls on unless said otherwise: everybody but the villages.
DEFAULT_SCOPE = tuple(level for level in UnitLevel if level is not UnitLevel.VILLAGE)
LONGEST_SLOGAN_DAYS = 3650


@dataclass(frozen=True)
class MovementContent:
    """Theme, dates, fields and anniversaries of a movement.

    `starts_on` is any day in the span that `starts_precision` names; None when the start is not known.
    `reach`: for the statistical form 0601.N; empty where nobody said.
    """

    kind: str
    short_name: str
    theme: str
    aims: str = ""
    starts_on: date | None = None
    starts_precision: str = DatePrecision.DAY
    planned_end: date | None = None
    slogan_days: int | None = None
    fields: Sequence[str] = ()
    scope: Sequence[str] = DEFAULT_SCOPE
    anniversaries: Sequence[Anniversary] = ()
    reach: str = ""


def checked(content: MovementContent) -> dict[str, object]:
    """Return the columns of `content`, cleaned; a start is stored as the first day of its span. Raises Refused."""
    short_name, theme = clean_line(content.short_name), clean_text(content.theme)
    faults: dict[str, Sentence | list[Sentence]] = _faults_of_words(content, short_name, theme)
    starts_on = _first_day(content)
    if content.planned_end and starts_on and content.planned_end < starts_on:
        faults["planned_end"] = _("The planned end is before the start. Correct one of the two dates.")
    if content.slogan_days is not None and not 1 <= content.slogan_days <= LONGEST_SLOGAN_DAYS:
        faults["slogan_days"] = _("Write how many days the slogan names, for example 60, or leave it empty.")
    if faults:
        raise Refused(faults)
    return {
        "kind": MovementKind(content.kind),
        "short_name": short_name,
        "theme": theme,
        "search_text": fold(f"{short_name} {theme}"),
        "aims": clean_text(content.aims),
        "starts_on": starts_on,
        "starts_precision": DatePrecision(content.starts_precision),
        "planned_end": content.planned_end,
        "slogan_days": content.slogan_days,
        "fields": [field.value for field in FieldOfWork if field in content.fields],
        "scope": [level.value for level in UnitLevel if level in content.scope],
        "reach": content.reach,
    }


def _faults_of_words(
    content: MovementContent, short_name: str, theme: str
) -> dict[str, Sentence | list[Sentence]]:
    faults: dict[str, Sentence | list[Sentence]] = {}
    if content.kind not in MovementKind.values:
        faults["kind"] = _("Choose the kind of movement.")
    if not short_name:
        faults["short_name"] = _("Write the short name, as people will say it.")
    elif len(short_name) > 200:
        faults["short_name"] = _(
            "The short name is longer than 200 characters. Put the full wording in the theme."
        )
    if not theme:
        faults["theme"] = _("Write the full theme as it stands in the launching document.")
    if content.starts_precision not in DatePrecision.values:
        faults["starts_on"] = _("Choose how exactly the start is known.")
    if content.reach and content.reach not in MovementReach.values:
        faults["reach"] = _("Choose the reach from the list, or leave it open.")
    unknown = set(content.fields) - set(FieldOfWork.values)
    if unknown:
        faults["fields"] = _("Choose the fields from the list.")
    if not content.scope or set(content.scope) - set(UnitLevel.values):
        faults["scope"] = _("Choose at least one level of units that the movement calls on.")
    return faults


def _first_day(content: MovementContent) -> date | None:
    if content.starts_on is None or content.starts_precision not in DatePrecision.values:
        return content.starts_on
    return ImpreciseDate.from_stored(content.starts_on, Precision(content.starts_precision)).earliest
