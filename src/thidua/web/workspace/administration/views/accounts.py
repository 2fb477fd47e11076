"""The list of accounts, and opening one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.rights import Right
from thidua.orgs.actions import open_account
from thidua.orgs.queries.accounts import accounts
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.administration.forms import OpenAccountForm
from thidua.web.workspace.administration.tables.accounts import ACCOUNTS


@right_required(Right.MANAGE_ACCOUNTS)
@require_safe
def account_list(request: HttpRequest) -> HttpResponse:
    """List every account with the roles it holds today."""
    return ACCOUNTS.respond(request, accounts(timezone.localdate()), "administration/accounts.html")


@right_required(Right.MANAGE_ACCOUNTS)
@require_http_methods(["GET", "POST"])
def new_account(request: HttpRequest) -> HttpResponse:
    """Show the form of a new account, or open the account with its first role."""
    user = signed_in(request)
    form = OpenAccountForm(request.POST or None, user=user)
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(lambda: open_account(by=user, **form.cleaned_data)):
        messages.success(
            request,
            _("The account is open. Give %(name)s the sign-in name and the first password.")
            % {"name": form.outcome.full_name},
        )
        return redirect("account", form.outcome.pk)
    return render(request, "administration/open_account.html", {"form": form})
