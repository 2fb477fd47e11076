"""Households: the list, entering one, and correcting it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere, may_edit_household
from thidua.orgs.people_access import households_seen_by
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.units.forms.people import HouseholdForm
from thidua.web.workspace.units.tables.people import HOUSEHOLDS


@right_required(Right.SEE_WORKSPACE)
@require_safe
def household_list(request: HttpRequest) -> HttpResponse:
    """List the households of the units that the person works in."""
    user = signed_in(request)
    rows = households_seen_by(user).select_related("head")
    context = {"may_add": may_anywhere(user, Right.MANAGE_PEOPLE)}
    return HOUSEHOLDS.respond(request, rows, "units/households.html", context)


@right_required(Right.MANAGE_PEOPLE)
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """Enter a household."""
    form = HouseholdForm(
        request.POST or None, user=signed_in(request), initial={"head": request.GET.get("chu-ho", "")}
    )
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(form.act_on):
        messages.success(request, _("The household has been entered."))
        return redirect("person", form.outcome.head_id)
    context = {"form": form, "title": _("Enter a household"), "back": reverse("households")}
    return render(request, "units/household.html", context)


@right_required(Right.MANAGE_PEOPLE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a household; two people at once are told of each other."""
    user = signed_in(request)
    rows = households_seen_by(user).select_related("head", "address_unit")
    household = get_object_or_404(rows, pk=pk)
    if not may_edit_household(user, household):
        raise PermissionDenied(_("You have no right to change this household. Ask the unit where it lives."))
    form = HouseholdForm(request.POST or None, user=user, household=household)
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(form.act_on):
        messages.success(request, _("The changes have been saved."))
        return redirect("person", form.outcome.head_id)
    context = {"form": form, "title": _("Correct the household"), "back": reverse("households")}
    return render(request, "units/household.html", context)
