"""The answer to a pair, and the filters of the queue."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from thidua.core.vietnamese.fold import fold
from thidua.orgs.models import UnitName
from thidua.registry.enums import IdentityAnswer
from thidua.web.shell.filters import FilterForm
from thidua.web.shell.forms import Form, LineField

BANDS: Final = {
    "chac": (_("almost certain"), 0.95, 1.01),
    "kha-nang": (_("likely"), 0.8, 0.95),
    "co-the": (_("possible"), 0.0, 0.8),
}


class AnswerForm(Form):
    """Why the two are one person, or not; the button says which."""

    reason = LineField(label=_("Note for the log"), max_length=1000, required=False)


class CandidateFilters(FilterForm):
    """By name, unit, certainty and answer."""

    ten = forms.CharField(label=_("Name"), max_length=200)
    don_vi = forms.CharField(label=_("Unit or address"), max_length=200)
    muc = forms.ChoiceField(
        label=_("Certainty"),
        choices=[
            ("", _("every certainty")),
            *((code, words) for code, (words, _low, _high) in BANDS.items()),
        ],
    )
    trang_thai = forms.ChoiceField(
        label=pgettext_lazy("identities", "Answer"),
        choices=[("", _("not answered")), *IdentityAnswer.choices[1:]],
    )

    def apply(self, rows: Any, answers: dict[str, Any]) -> Any:
        for word in fold(answers.get("ten", "")).split():
            rows = rows.filter(search_text__contains=word)
        if unit := fold(answers.get("don_vi", "")):
            named = UnitName.objects.filter(folded_name__contains=unit).order_by().values("unit")
            rows = rows.filter(
                Q(search_text__contains=unit) | Q(left_place__in=named) | Q(right_place__in=named)
            )
        if "muc" in answers:
            _words, low, high = BANDS[answers["muc"]]
            rows = rows.filter(probability__gte=low, probability__lt=high)
        if "trang_thai" in answers:
            rows = rows.filter(answer=answers["trang_thai"])
        return rows
