"""Promises: written down, confirmed, called off."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.contributions.actions import call_off_pledge, confirm_pledge, take_pledge
from thidua.contributions.content import PledgeContent
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.gift_amounts import exact_amount
from thidua.web.workspace.gifts.find import kept
from thidua.web.workspace.gifts.forms import PledgeDeskForm, ReasonForm, today_for


@right_required(Right.KEEP_GIFTS)
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down a promise that came by telephone or in a letter."""
    drive = kept(request, slug)
    form = PledgeDeskForm(request.POST or None, initial=today_for("promised_on"))
    if request.method == "POST" and form.accepted(
        lambda: take_pledge(drive=drive, content=PledgeContent(**form.cleaned_data), by=signed_in(request))
    ):
        messages.success(request, _("The promise stands under %(code)s.") % {"code": form.outcome.code})
        return redirect("gift-desk", slug)
    return render(request, "gift_desk/pledge.html", {"drive": drive, "form": form})


@right_required(Right.KEEP_GIFTS)
def confirm(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Confirm a visitor's promise after the call."""
    pledge = get_object_or_404(kept(request, slug).pledges, pk=pk)
    return ask_first(
        request,
        question=_("Confirm the promise of %(donor)s?") % {"donor": pledge.donor_name},
        consequence=_("It then counts as promised: %(amount)s. Call first: %(contact)s.")
        % {"amount": exact_amount(pledge.kind, pledge.amount), "contact": pledge.contact or "–"},
        verb=_("Confirm"),
        back=reverse("gift-desk", args=[slug]),
        act=lambda: confirm_pledge(pledge=pledge, by=signed_in(request)),
        done=_("The promise is confirmed."),
    )


@right_required(Right.KEEP_GIFTS)
def call_off(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Call off what is not kept of a promise, with a reason."""
    pledge = get_object_or_404(kept(request, slug).pledges, pk=pk)
    form = ReasonForm(request.POST or None)
    return ask_first(
        request,
        question=_("Call off the promise of %(donor)s?") % {"donor": pledge.donor_name},
        consequence=_("Whoever has its code reads the reason. What was received on it stays."),
        verb=_("Call off"),
        back=reverse("gift-desk", args=[slug]),
        act=lambda: call_off_pledge(pledge=pledge, reason=form.cleaned_data["reason"], by=signed_in(request)),
        done=_("The promise is called off."),
        form=form,
    )
