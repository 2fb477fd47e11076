"""Ties of members with people and units: declared once, looked at for every nominee, withdrawn with a reason."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.council.access import may_keep, nothing_here
from thidua.council.actions import declare_interest, withdraw_interest
from thidua.council.models import CouncilMember
from thidua.council.queries import declared_ties
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.council.find import member_or_self
from thidua.web.workspace.council.forms.members import InterestForm, WithdrawForm


@right_required(Right.VOTE)
def mine(request: HttpRequest) -> HttpResponse:
    """Show a member the ties that they declared, or that the secretary declared for them."""
    user = signed_in(request)
    seats = CouncilMember.objects.filter(user=user).select_related("unit").order_by("-since", "pk")
    ties = declared_ties(seats).get(user.pk, [])
    return render(request, "council/ties.html", {"seats": seats, "ties": ties})


@right_required(Right.VOTE, Right.KEEP_COUNCIL)
def declare(request: HttpRequest, pk: int) -> HttpResponse:
    """Declare a tie of a member; a member declares their own."""
    member, by = member_or_self(request, pk), signed_in(request)
    form = InterestForm(request.POST if request.method == "POST" else None, by=by)
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(
        lambda: declare_interest(member=member, by=by, **form.cleaned_data)
    ):
        messages.success(request, _("The tie is kept and is looked at for every nominee."))
        return redirect(_back(request, member))
    context = {
        "form": form,
        "title": _("Declare a tie of %(name)s") % {"name": member},
        "verb": _("Keep the declaration"),
        "back": _back(request, member),
    }
    return render(request, "council/form.html", context)


@right_required(Right.VOTE, Right.KEEP_COUNCIL)
def withdraw(request: HttpRequest, pk: int, tie: int) -> HttpResponse:
    """Withdraw a tie that was declared by mistake or no longer is one."""
    member, by = member_or_self(request, pk), signed_in(request)
    row = member.declared_interests.select_related("member__unit", "person", "unit").filter(pk=tie).first()
    if row is None:
        raise nothing_here()
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.accepted(
        lambda: withdraw_interest(declaration=row, reason=form.cleaned_data["withdrawn_reason"], by=by)
    ):
        messages.success(request, _("The declaration no longer holds; it stays in the history."))
        return redirect(_back(request, member))
    context = {
        "form": form,
        "title": _("Withdraw the tie of %(name)s?") % {"name": member},
        "lead": f"{row.relation}: {row.person or row.unit}",
        "warning": _("Recusals that are in force stay, until the secretary dismisses them with a reason."),
        "verb": _("Withdraw the declaration"),
        "back": _back(request, member),
    }
    return render(request, "council/form.html", context)


def _back(request: HttpRequest, member: CouncilMember) -> str:
    if not may_keep(signed_in(request), member.unit):
        return reverse("my-council-ties")
    return f"{reverse('council-members')}?don-vi={member.unit_id}"
