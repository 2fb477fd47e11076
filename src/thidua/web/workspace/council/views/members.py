"""Members of the council and their terms."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.council.access import nothing_here
from thidua.council.actions import add_member, end_term
from thidua.council.queries import declared_ties, other_terms, seats
from thidua.orgs.models import Unit
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.council.find import kept_member, kept_units
from thidua.web.workspace.council.forms.members import EndForm, MemberForm, chosen_unit


def _unit(request: HttpRequest) -> Unit:
    unit = chosen_unit(kept_units(signed_in(request)), request.GET.get("don-vi", ""))
    if unit is None:
        raise nothing_here()
    return unit


@right_required(Right.KEEP_COUNCIL)
def listing(request: HttpRequest) -> HttpResponse:
    """Show the council as it is today, who sits in its standing body, and the terms before and to come."""
    unit, today = _unit(request), timezone.localdate()
    sitting = seats(unit, today)
    ties = declared_ties(seat.member for seat in sitting)
    context = {
        "unit": unit,
        "units": kept_units(signed_in(request)),
        "rows": [(seat, ties.get(seat.member.user_id, [])) for seat in sitting],
        "standing": sum(seat.member.standing for seat in sitting),
        "others": [(member, member.since > today) for member in other_terms(unit, today)],
    }
    return render(request, "council/members.html", context)


@right_required(Right.KEEP_COUNCIL)
def add(request: HttpRequest) -> HttpResponse:
    """Seat a member."""
    unit, by = _unit(request), signed_in(request)
    form = MemberForm(request.POST if request.method == "POST" else None, unit=unit, by=by)
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(
        lambda: add_member(unit=unit, by=by, **form.cleaned_data)
    ):
        messages.success(request, _("%(name)s now sits in the council.") % {"name": form.outcome})
        return redirect(_members(unit))
    context = {
        "form": form,
        "title": _("Add a member"),
        "caption": unit.name,
        "verb": _("Add the member"),
        "back": _members(unit),
    }
    return render(request, "council/form.html", context)


@right_required(Right.KEEP_COUNCIL)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a term."""
    member = kept_member(request, pk)
    form = EndForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.accepted(
        lambda: end_term(member=member, until=form.cleaned_data["until"], by=signed_in(request))
    ):
        messages.success(request, _("The term of %(name)s ends on that day.") % {"name": member})
        return redirect(_members(member.unit))
    context = {
        "form": form,
        "title": _("End the term of %(name)s") % {"name": member},
        "lead": _("What was voted before stays as it is."),
        "verb": _("End the term"),
        "back": _members(member.unit),
    }
    return render(request, "council/form.html", context)


def _members(unit: Unit) -> str:
    return f"{reverse('council-members')}?don-vi={unit.pk}"
