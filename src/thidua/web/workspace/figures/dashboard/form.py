"""The form on top of the dashboard; its answers stand in the address."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from thidua.accounts.rights import Right
from thidua.orgs.access import units_where
from thidua.orgs.models import Unit
from thidua.orgs.queries import ancestors, children
from thidua.web.shell.access import signed_in
from thidua.web.workspace.figures.dashboard.choice import Choice, own_unit, readable_movements

LABEL_LENGTH = 90


class ChoiceForm(forms.Form):
    """Movement, unit, year and month; drawn with what is shown already chosen."""

    use_required_attribute = False
    phong_trao = forms.ChoiceField(label=_("Movement"), required=False)
    don_vi = forms.ChoiceField(label=_("Unit"), required=False)
    nam = forms.CharField(
        label=_("Year"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 5, "autocomplete": "off"}),
    )
    thang = forms.ChoiceField(label=_("Up to the end of"), required=False)

    def add_prefix(self, field_name: str) -> str:
        """In addresses the words are joined by hyphens."""
        return super().add_prefix(field_name).replace("_", "-")


def choice_form(request: HttpRequest, choice: Choice) -> ChoiceForm:
    """Return the form with the movements and units that the person may choose; five queries at most."""
    form = ChoiceForm(
        initial={
            "phong_trao": choice.movement.slug if choice.movement else "",
            "don_vi": choice.unit.key,
            "nam": str(choice.year),
            "thang": str(choice.month),
        },
        auto_id="filter_%s",
        label_suffix="",
    )
    movements = [(row.slug, row.short_name[:LABEL_LENGTH]) for row in readable_movements(request)]
    form.fields["phong_trao"].choices = [("", _("all indicators")), *movements]  # type: ignore[attr-defined]
    form.fields["don_vi"].choices = _units(request, choice)  # type: ignore[attr-defined]
    form.fields["thang"].choices = [  # type: ignore[attr-defined]
        (str(month), _("month %(number)s") % {"number": month}) for month in range(1, 13)
    ]
    return form


def _units(request: HttpRequest, choice: Choice) -> list[tuple[str, str]]:
    """The unit, what stands above and right below it, and the person's own: from there one goes further."""
    day = choice.period.end
    seen = units_where(signed_in(request), Right.SEE_FIGURES).order_by()
    own = own_unit(request)
    around: list[Unit] = [*reversed(ancestors(choice.unit, day)), choice.unit]
    allowed = set(seen.filter(pk__in=[own.pk, *(unit.pk for unit in around)]).values_list("pk", flat=True))
    below = children(choice.unit, day).filter(pk__in=seen.values("pk"))
    first = dict.fromkeys([own, *around])
    found = [(unit.key, unit.name) for unit in first if unit.pk in allowed]
    return [*found, *((unit.key, f"– {unit.name_then}") for unit in below)]
