"""What stands already: in the register, and in earlier rows of the same table."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, Final

from django.db.models import Q
from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.registry.content import GradeContent, InitiativeContent
from thidua.registry.enums import Grade, ImportContent
from thidua.registry.importing.contents import Said
from thidua.registry.importing.verdicts import RowVerdict
from thidua.registry.models import Award, Conferral, RecognisedInitiative, YearlyGrade
from thidua.registry.models.record import STANDING

AT_ONCE: Final = 500


class Standing:
    """Grades, initiatives or decisions that are recorded, by what makes them one; rows add themselves."""

    def __init__(self, known: dict[Hashable, str]) -> None:
        self._known = known
        self._rows: dict[Hashable, int] = {}

    def against(self, row: RowVerdict) -> tuple[bool, str]:
        """Return whether the row says what is recorded already, and the sentence that stops it ("" for none)."""
        key, value = _key_of(row)
        earlier = self._rows.setdefault(key, row.number)
        if earlier != row.number:
            return False, _("Row %(row)s says this of the same recipient. Keep one of the two.") % {
                "row": earlier
            }
        recorded = self._known.get(key)
        if recorded is None:
            return False, self._decision_fault(row)
        if recorded == value:
            return True, ""
        return False, _("For this year “%(grade)s” is recorded. Open that grade and correct it there.") % {
            "grade": Grade(recorded).label
        }

    def _decision_fault(self, row: RowVerdict) -> str:
        if row.award is None or not row.award.conferral.decision_number:
            return ""
        paper = row.award.conferral
        key = ("decision", row.award.unit.pk, paper.decision_number, paper.decision_date, paper.award_form)
        if key not in self._known:
            return ""
        return _("This decision is recorded already. Open it and add to it there.")


def standing_of(content: ImportContent, recipients: Iterable[Any], said: Sequence[Said]) -> Standing:
    """Return what is recorded of the recipients; one query for each 500 of a kind."""
    people = sorted({one.pk for one in recipients if type(one).__name__ == "Person"})
    units = sorted({one.pk for one in recipients if type(one).__name__ == "Unit"})
    if content is ImportContent.AWARDS:
        homes = sorted({one.pk for one in recipients if type(one).__name__ == "Household"})
        return Standing(_awards(people, units, homes) | _decisions(said))
    model = YearlyGrade if content is ImportContent.GRADES else RecognisedInitiative
    value = "grade" if content is ImportContent.GRADES else "name"
    known: dict[Hashable, str] = {}
    for column, ids in (("person", people), ("unit", units)):
        for some in _chunks(ids):
            rows = model._default_manager.filter(STANDING, **{f"{column}__in": some}).order_by()
            for pk, year, text in rows.values_list(f"{column}_id", "counting_year", value):
                if content is ImportContent.GRADES:
                    known[column, pk, year] = text
                else:
                    known[column, pk, year, fold(text)] = ""
    return Standing(known)


def _awards(people: list[int], units: list[int], homes: list[int]) -> dict[Hashable, str]:
    known: dict[Hashable, str] = {}
    for column, ids in (("person", people), ("unit", units), ("household", homes)):
        for some in _chunks(ids):
            rows = Award.objects.filter(**{f"{column}__in": some}).order_by()
            columns = ("conferral__award_code", "counting_year", "conferral__decision_number")
            for pk, code, year, number in rows.values_list(f"{column}_id", *columns):
                known[column, pk, code, year, number] = ""
    return known


def _decisions(said: Sequence[Said]) -> dict[Hashable, str]:
    numbers = sorted({one.award[0].decision_number for one in said if one.award} - {""})
    known: dict[Hashable, str] = {}
    for some in _chunks(numbers):
        rows = Conferral.objects.filter(Q(decision_number__in=some)).order_by()
        for key in rows.values_list("deciding_unit_id", "decision_number", "decision_date", "award_form"):
            known["decision", *key] = ""
    return known


def _key_of(row: RowVerdict) -> tuple[Hashable, str]:
    about = row.recipient
    column = type(about).__name__.lower()
    pk = about.pk if about is not None else fold(row.name)
    if isinstance(row.content, GradeContent):
        return (column, pk, row.content.counting_year), row.content.grade
    if isinstance(row.content, InitiativeContent):
        return (column, pk, row.content.counting_year, fold(row.content.name)), ""
    assert row.award is not None
    paper, line = row.award.conferral, row.award.line
    if about is None:  # of one name there may be several
        return ("row", row.number), ""
    return (column, pk, paper.award_code, line.counting_year, paper.decision_number), ""


def _chunks(ids: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
