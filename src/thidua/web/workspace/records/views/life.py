"""What the law asks of a collective itself."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.orgs.access import units_where
from thidua.registry.actions import describe_unit
from thidua.registry.models import UnitTraits
from thidua.web.shell.access import require_right, right_required, signed_in
from thidua.web.shell.forms import Form, SeenField
from thidua.web.workspace.records.record_form import YearField

_FLAG = {"yes": True, "no": False, "": None}


class TraitsForm(Form):
    """When a collective was founded, and whether it may be given an emulation flag."""

    seen = SeenField(required=False)
    founded = YearField(label=gettext_lazy("Founded in"), required=False, minimum=1945, maximum=2100)
    eligible_for_flag = forms.ChoiceField(
        label=gettext_lazy("May be given an emulation flag"),
        choices=[("", gettext_lazy("not known")), ("yes", gettext_lazy("yes")), ("no", gettext_lazy("no"))],
        required=False,
        widget=forms.RadioSelect,
    )


@right_required(Right.SEE_RECORDS)
@require_http_methods(["GET", "POST"])
def traits(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what the law asks of a collective itself."""
    row = get_object_or_404(units_where(signed_in(request), Right.SEE_RECORDS), pk=pk)
    require_right(request, Right.KEEP_AWARDS, unit=row)
    known = UnitTraits.objects.filter(unit=row).first()
    start = {
        "seen": known.version if known else 0,
        "founded": known.founded if known else None,
        "eligible_for_flag": {True: "yes", False: "no", None: ""}[known.eligible_for_flag if known else None],
    }
    form = TraitsForm(request.POST or None, initial=start)

    def act() -> UnitTraits:
        said = form.cleaned_data
        return describe_unit(
            unit=row,
            founded=None if said["founded"] is None else int(said["founded"]),
            eligible_for_flag=_FLAG[said["eligible_for_flag"]],
            version=said["seen"] or 0,
            by=signed_in(request),
        )

    if request.method == "POST" and form.accepted(act):
        messages.success(request, _("The changes have been saved."))
        return redirect("unit-history", pk)
    return render(request, "records/traits.html", {"form": form, "unit": row})
