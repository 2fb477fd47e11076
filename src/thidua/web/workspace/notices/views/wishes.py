"""How a person wants to be told."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.actions import change_address
from thidua.accounts.models import User
from thidua.support.notices.actions import ask_to_confirm, choose_kinds, confirm_address, send_now
from thidua.support.notices.actions.wishes import MAY_BE_SILENT, address_token
from thidua.support.notices.enums import NoticeState
from thidua.support.notices.queries import has_confirmed, silenced_kinds
from thidua.support.refusals import Refused
from thidua.web.shell.access import signed_in
from thidua.web.shell.forms import Form
from thidua.web.workspace.notices.forms import AddressForm, WishesForm


@login_required
def page(request: HttpRequest) -> HttpResponse:
    """Choose by kind what also comes by e-mail, and see where it goes."""
    user = signed_in(request)
    silent = silenced_kinds(user)
    wanted = [kind.value for kind in MAY_BE_SILENT if kind not in silent]
    form = WishesForm(request.POST if request.method == "POST" else None, initial={"kinds": wanted})
    if request.method == "POST" and form.accepted(
        lambda: choose_kinds(wanted=form.cleaned_data["kinds"], by=user)
    ):
        messages.success(request, _("Your choice is saved."))
        return redirect("notice-wishes")
    context = {"form": form, "address": user.email, "confirmed": has_confirmed(user)}
    return render(request, "notices/wishes.html", context)


@login_required
def address(request: HttpRequest) -> HttpResponse:
    """Enter the own address, and have a letter sent there that proves it."""
    user = signed_in(request)
    form = AddressForm(request.POST if request.method == "POST" else None, initial={"email": user.email})
    if request.method == "POST" and form.accepted(
        lambda: _asked(request, change_address(email=form.cleaned_data["email"], by=user))
    ):
        return redirect("notice-wishes")
    return render(request, "notices/address.html", {"form": form})


@login_required
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Ask before the address is kept as confirmed: programs that open the links of a letter only read the question."""
    form = Form(request.POST if request.method == "POST" else None)
    user = signed_in(request)
    if request.method == "POST" and form.accepted(lambda: confirm_address(token=token, by=user)):
        messages.success(request, _("Your address is confirmed. From now on you are told by e-mail, too."))
        return redirect("notice-wishes")
    return render(request, "notices/confirm_address.html", {"form": form, "address": user.email})


def _asked(request: HttpRequest, user: User) -> None:
    link = request.build_absolute_uri(reverse("confirm-address", args=[address_token(user)]))
    try:
        letter = send_now(notice=ask_to_confirm(link=link, by=user))
    except Refused as refused:
        raise Refused({"email": [text for said in refused.faults.values() for text in said]}) from refused
    if letter.state == NoticeState.SENT:
        messages.success(
            request,
            _("A letter is on its way to %(address)s. Open the link in it.") % {"address": user.email},
        )
    else:
        messages.warning(request, str(letter.get_fault_display()))
