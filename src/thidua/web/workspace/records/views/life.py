"""The page of one recipient's history, and what the law asks of a collective itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.rights import Right
from thidua.orgs.access import may, may_anywhere, units_where
from thidua.orgs.models import Household, Person, Unit
from thidua.orgs.people_access import households_seen_by, persons_seen_by
from thidua.orgs.queries import positions_of
from thidua.registry.actions import describe_unit
from thidua.registry.models import UnitTraits
from thidua.registry.queries.identities import spellings_of
from thidua.web.shell.access import require_right, right_required, signed_in
from thidua.web.shell.forms import Form, SeenField
from thidua.web.workspace.records.life import Recipient, life_of
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
@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is recorded of a person."""
    seen = persons_seen_by(signed_in(request))
    row = seen.filter(pk=pk).first()
    if row is None:
        return redirect(
            "person-history", get_object_or_404(Person, pk=pk, merged_into__in=seen).merged_into_id
        )
    today = timezone.localdate()
    titles = list(positions_of([row.pk], today).get(row.pk, ()))
    if spelt := spellings_of(row):
        titles.append(_("also written %(names)s") % {"names": "; ".join(spelt)})
    caption = ", ".join(titles)
    return _page(request, row, row.full_name, caption, reverse("person", args=[pk]))


@right_required(Right.SEE_RECORDS)
@require_safe
def household(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is recorded of a household."""
    row = get_object_or_404(households_seen_by(signed_in(request)).select_related("head"), pk=pk)
    return _page(request, row, str(row), row.address_text, reverse("person", args=[row.head_id]))


@right_required(Right.SEE_RECORDS)
@require_safe
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what is recorded of a collective."""
    row = _seen_unit(request, pk)
    traits = UnitTraits.objects.filter(unit=row).first()
    more = {
        "traits": traits,
        "traits_url": reverse("unit-traits", args=[pk])
        if may(signed_in(request), Right.KEEP_AWARDS, row)
        else "",
    }
    return _page(request, row, row.name, "", reverse("unit", args=[row.key]), more)


@right_required(Right.SEE_RECORDS)
@require_http_methods(["GET", "POST"])
def traits(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what the law asks of a collective itself."""
    row = _seen_unit(request, pk)
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


def _seen_unit(request: HttpRequest, pk: int) -> Unit:
    return get_object_or_404(units_where(signed_in(request), Right.SEE_RECORDS), pk=pk)


def _page(
    request: HttpRequest,
    row: Recipient,
    title: str,
    caption: str,
    own_page: str,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    user, column = signed_in(request), type(row).__name__.lower()
    context = {
        "life": life_of(row, user, timezone.localdate()),
        "title": title,
        "caption": caption,
        "own_page": own_page,
        "adding": f"?{column}={row.pk}",
        "may_add": may_anywhere(user, Right.KEEP_AWARDS) and column != "household",
        "is_unit": isinstance(row, Unit),
        "is_person": isinstance(row, Person),
        "is_household": isinstance(row, Household),
    }
    return render(request, "records/life.html", context | (more or {}))
