"""What is said of one record of somebody's history."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext as _

from thidua.core.law.reading import load_law
from thidua.core.vietnamese.hygiene import clean_line
from thidua.registry.content.years import fault_of_year
from thidua.registry.enums import InitiativeForm
from thidua.registry.models import (
    DisciplineRecord,
    HistoryRecord,
    PendingMatter,
    RecognisedInitiative,
    YearlyGrade,
)
from thidua.support.edits import Faults, misfits
from thidua.support.files.models import StoredFile
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused


@dataclass(frozen=True, kw_only=True)
class HistoryContent:
    """The paper a record rests on. `MODEL` is the kind of record, `CODE` what the log calls it."""

    MODEL: ClassVar[type[HistoryRecord]]
    CODE: ClassVar[str]

    decision_number: str = ""
    decision_date: date | None = None
    authority: str = ""
    file: StoredFile | None = None
    provenance: str = Provenance.RECORDED

    def cleaned(self) -> dict[str, object]:
        """Return the values to store; raises Refused with a sentence per field at fault."""
        values: dict[str, object] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            values[field.name] = clean_line(value) if isinstance(value, str) else value
        if faults := misfits(self.MODEL, values) | self._choices(values) | self._faults(values):
            raise Refused(faults)
        return values

    def _choices(self, values: dict[str, object]) -> Faults:
        columns = {field.name: field for field in self.MODEL._meta.concrete_fields}
        return {
            name: _("Choose one of the list.")
            for name, value in values.items()
            if isinstance(columns[name], models.CharField)
            and columns[name].choices
            and value not in dict(columns[name].flatchoices)
        }

    def _faults(self, values: dict[str, object]) -> Faults:
        faults: Faults = {}
        if values["decision_number"] and self.decision_date is None:
            faults["decision_date"] = _("A decision number needs its date: numbers start again each year.")
        year = values.get("counting_year")
        if isinstance(year, int) and (fault := fault_of_year(year)):
            faults["counting_year"] = fault
        return faults


@dataclass(frozen=True, kw_only=True)
class GradeContent(HistoryContent):
    """How the tasks of a counting year were completed."""

    MODEL = YearlyGrade
    CODE = "grade"

    counting_year: int
    grade: str


@dataclass(frozen=True, kw_only=True)
class InitiativeContent(HistoryContent):
    """An initiative or topic recognised for a counting year; `used_for`: code of the award it already served."""

    MODEL = RecognisedInitiative
    CODE = "initiative"

    counting_year: int
    name: str
    scope: str
    form: str = InitiativeForm.INITIATIVE
    effective: bool = True
    used_for: str = ""

    def _faults(self, values: dict[str, object]) -> Faults:
        faults = super()._faults(values)
        if not values["name"]:
            faults["name"] = _("Write what the initiative is called.")
        if values["used_for"] and values["used_for"] not in load_law().awards:
            faults["used_for"] = _("The law book has no such award. Choose one from the list.")
        return faults


@dataclass(frozen=True, kw_only=True)
class DisciplineContent(HistoryContent):
    """A measure and the days on which it holds; `until` None: it still holds."""

    MODEL = DisciplineRecord
    CODE = "discipline"

    level: str
    since: date
    until: date | None = None

    def _faults(self, values: dict[str, object]) -> Faults:
        faults = super()._faults(values)
        if self.until is not None and self.until < self.since:
            faults["until"] = _("The last day lies before the first. Check both dates.")
        return faults


@dataclass(frozen=True, kw_only=True)
class MatterContent(HistoryContent):
    """A matter that suspends nominations while it is pending."""

    MODEL = PendingMatter
    CODE = "matter"

    kind: str
    since: date
    about: str = ""
