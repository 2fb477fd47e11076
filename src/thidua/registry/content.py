"""What a person says of a conferral and of its recipients, cleaned and checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.vietnamese.hygiene import clean_line
from thidua.core.vietnamese.names import NameOrder, sort_key
from thidua.orgs.models import Household, Person, Unit
from thidua.registry.enums import RecipientKind
from thidua.support.provenance import Provenance
from thidua.support.refusals import Refused, Sentence


@dataclass(frozen=True, kw_only=True)
class ConferralContent:
    """The fields of a conferral. Decision and presentation are apart; at least one of their days is known."""

    award_form: str
    award_code: str = ""
    decision_number: str = ""
    decision_date: date | None = None
    presented_on: date | None = None
    presented_by: str = ""
    occasion: str = ""
    reason: str = ""
    source: str = ""
    provenance: str = Provenance.RECORDED

    def cleaned(self) -> dict[str, object]:
        """Return the values to store; raises Refused with a sentence per field at fault."""
        faults: dict[str, Sentence | list[Sentence]] = {}
        lines = {
            name: clean_line(getattr(self, name))
            for name in (
                "award_form",
                "award_code",
                "decision_number",
                "presented_by",
                "occasion",
                "reason",
                "source",
            )
        }
        if not lines["award_form"]:
            faults["award_form"] = _(
                "Write which award was given, for example “Bằng khen của Chủ tịch UBND tỉnh”."
            )
        if self.decision_date is None and self.presented_on is None:
            faults["presented_on"] = _("Give the date of the decision or the day of presentation.")
        if lines["decision_number"] and self.decision_date is None:
            faults["decision_date"] = _("A decision number needs its date: numbers start again each year.")
        if self.decision_date and self.presented_on and self.presented_on < self.decision_date:
            faults["presented_on"] = _("The day of presentation lies before the decision. Check both dates.")
        if faults:
            raise Refused(faults)
        return lines | {
            "decision_date": self.decision_date,
            "presented_on": self.presented_on,
            "provenance": self.provenance,
        }


@dataclass(frozen=True, kw_only=True)
class RecipientLine:
    """One recipient as the list of the decision names it."""

    kind: str
    name: str
    post_then: str = ""
    unit_then: str = ""
    person: Person | None = None
    unit: Unit | None = None
    household: Household | None = None
    provenance: str = Provenance.RECORDED

    def cleaned_name(self) -> str:
        """Return the name as it is stored; raises Refused when it is missing or the kind unknown."""
        if self.kind not in RecipientKind.values:
            raise Refused(
                {"recipients": _("Choose for each recipient: collective, individual, household or author.")}
            )
        name = clean_line(self.name)
        if not name:
            raise Refused({"recipients": _("Every recipient needs a name.")})
        return name

    def sort_key(self) -> str:
        """Return the key lists are sorted by: people by given name, everything else as written."""
        by_given_name = self.kind in {RecipientKind.INDIVIDUAL, RecipientKind.AUTHOR}
        return sort_key(self.cleaned_name(), NameOrder.GIVEN_LAST if by_given_name else NameOrder.WHOLE)
