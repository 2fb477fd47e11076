"""One account: what it may do, and closing it or giving it a new password."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.accounts.roles import ROLES, Role
from thidua.orgs.actions import close_account, reopen_account, reset_password
from thidua.orgs.models import RoleAssignment
from thidua.orgs.queries.accounts import assignments_of
from thidua.support.audit.queries import history_of
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.tags import Tag, Tone
from thidua.web.workspace.administration.forms import PasswordForm
from thidua.web.workspace.administration.log_rows import rows_of
from thidua.web.workspace.administration.tables.accounts import state_tag
from thidua.web.workspace.administration.views.log import covers_everything

MOST_STORIES = 20


@dataclass(frozen=True)
class ShownRole:
    """A role on a unit as the page draws it; `role` is None for one that was taken out of the system."""

    row: RoleAssignment
    role: Role | None
    tag: Tag
    is_over: bool


@right_required(Right.MANAGE_ACCOUNTS)
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an account with its roles past, present and to come."""
    account = get_object_or_404(User, pk=pk)
    user = signed_in(request)
    today = timezone.localdate()
    stories = (
        list(rows_of(history_of(account)[:MOST_STORIES], appraises=False)) if covers_everything(user) else []
    )
    context = {
        "account": account,
        "tag": state_tag(account.is_active),
        "roles": [_shown(row, today) for row in assignments_of(account)],
        "is_own": account.pk == user.pk,
        "is_above": account.is_superuser and not user.is_superuser,
        "stories": stories,
    }
    return render(request, "administration/account.html", context)


def _shown(row: RoleAssignment, today: date) -> ShownRole:
    if row.valid_to and row.valid_to < today:
        tag = Tag(_("ended"), Tone.NEUTRAL)
    elif row.valid_from > today:
        tag = Tag(_("to come"), Tone.INFO)
    else:
        tag = Tag(_("in force"), Tone.SUCCESS)
    return ShownRole(row, ROLES.get(row.role), tag, bool(row.valid_to and row.valid_to < today))


@right_required(Right.MANAGE_ACCOUNTS)
@require_http_methods(["GET", "POST"])
def new_password(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the account a new first password."""
    account = get_object_or_404(User, pk=pk)
    _refuse_the_own_one(request, account)
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.accepted(
        lambda: reset_password(account=account, password=form.cleaned_data["password"], by=signed_in(request))
    ):
        messages.success(
            request,
            _("%(name)s has a new first password. Who was signed in with the old one has been signed out.")
            % {"name": account},
        )
        return redirect("account", pk)
    return render(request, "administration/new_password.html", {"form": form, "account": account})


@right_required(Right.MANAGE_ACCOUNTS)
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then close the account."""
    account = get_object_or_404(User, pk=pk)
    return ask_first(
        request,
        question=_("Close the account of %(name)s?") % {"name": account},
        consequence=_(
            "The person is signed out at once and cannot sign in any more. What they did stays in the records and in "
            "the log. The account can be reopened."
        ),
        verb=_("Close the account"),
        back=reverse("account", args=[pk]),
        act=lambda: close_account(account=account, by=signed_in(request)),
        done=_("The account is closed."),
    )


@right_required(Right.MANAGE_ACCOUNTS)
@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then reopen the account."""
    account = get_object_or_404(User, pk=pk)
    return ask_first(
        request,
        question=_("Reopen the account of %(name)s?") % {"name": account},
        consequence=_("The person can sign in again, with every role below that has not ended."),
        verb=_("Reopen the account"),
        back=reverse("account", args=[pk]),
        act=lambda: reopen_account(account=account, by=signed_in(request)),
        done=_("The account is open again."),
    )


def _refuse_the_own_one(request: HttpRequest, account: User) -> None:
    if account.pk == signed_in(request).pk:
        raise PermissionDenied(_("Change your own password on the page “Change password”."))
