"""Which of the nominations that wait for a council are shown, and in what order."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from thidua.nominations.models import Nomination
from thidua.web.shell.filters import FilterForm

_ORDERS: Final = {
    "don-vi": attrgetter("dossier.unit.sort_key", "award_code", "recipient_sort_key", "pk"),
    "ten": attrgetter("recipient_sort_key", "pk"),
}


class WaitingFilter(FilterForm):
    """Award, unit and order; its choices are those of the nominations that wait."""

    hinh_thuc = forms.ChoiceField(label=_("Award"))
    don_vi = forms.ChoiceField(label=_("Proposed by"))
    xep = forms.ChoiceField(
        label=_("In the order of"),
        choices=[("", _("award, then unit")), ("don-vi", _("unit, then award")), ("ten", _("name"))],
    )

    def __init__(self, data: QueryDict, *, waiting: list[Nomination], named: Mapping[str, str]) -> None:
        super().__init__(data)
        units = {str(row.dossier.unit_id): row.dossier.unit for row in waiting}
        by_place = sorted(units.items(), key=lambda pair: (pair[1].sort_key, pair[0]))
        everything = [("", _("all"))]
        self.fields["hinh_thuc"].choices = everything + sorted(named.items(), key=lambda pair: pair[1])  # type: ignore[attr-defined]
        self.fields["don_vi"].choices = everything + [(pk, unit.name) for pk, unit in by_place]  # type: ignore[attr-defined]

    def apply(self, rows: list[Nomination], answers: dict[str, Any]) -> list[Nomination]:
        """Return those of the award and unit, in the order asked for."""
        award, unit, order = (answers.get(name) for name in ("hinh_thuc", "don_vi", "xep"))
        fitting = [
            row
            for row in rows
            if award in (None, row.award_code) and unit in (None, str(row.dossier.unit_id))
        ]
        return sorted(fitting, key=_ORDERS[order]) if order else fitting
