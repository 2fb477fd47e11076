"""Granting a role to an account, and revoking one."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.accounts.models import User
from thidua.accounts.right_words import RIGHT_WORDS
from thidua.accounts.rights import Right
from thidua.accounts.roles import ROLES
from thidua.orgs.actions import grant_role, revoke_role
from thidua.orgs.models import RoleAssignment
from thidua.web.shell import formats
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.rehearsal import Plan, in_two_steps
from thidua.web.workspace.administration.forms import GrantForm


@right_required(Right.MANAGE_ACCOUNTS)
@require_http_methods(["GET", "POST"])
def grant(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for role, unit and days; show what the person may do then; grant it."""
    account = get_object_or_404(User, pk=pk)
    user = signed_in(request)
    form = GrantForm(request.POST or None, user=user)
    return in_two_steps(
        request,
        form,
        act=lambda: grant_role(user=account, by=user, **form.cleaned_data),
        plan=lambda row: _plan(account, row),
        done=_("The role has been granted."),
        then=lambda _row: reverse("account", args=[pk]),
        template="administration/grant_role.html",
        context={"account": account},
    )


def _plan(account: User, row: RoleAssignment) -> Plan:
    role = ROLES[row.role]
    said = {"name": account, "role": role.name, "unit": row.unit.name}
    may = [str(RIGHT_WORDS[right]) for right in Right if right in role.rights]
    return Plan(
        question=_("Grant %(name)s the role “%(role)s” on “%(unit)s”?") % said,
        consequences=[
            _("The role reaches “%(unit)s” and every unit below it.") % said,
            _days(row.valid_from, row.valid_to),
            _("The person may: %(rights)s.") % {"rights": "; ".join(may)},
        ],
        verb=_("Grant the role"),
    )


def _days(first: date, last: date | None) -> str:
    if last is None:
        return _("It runs from %(first)s until it is revoked.") % {"first": formats.day(first)}
    return _("It runs from %(first)s to %(last)s.") % {"first": formats.day(first), "last": formats.day(last)}


@right_required(Right.MANAGE_ACCOUNTS)
@require_http_methods(["GET", "POST"])
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then take a role away at once."""
    row = get_object_or_404(RoleAssignment.objects.select_related("user", "unit"), pk=pk)
    user = signed_in(request)
    role = ROLES.get(row.role)
    said = {
        "name": row.user,
        "role": capfirst(str(role.name)) if role else row.role,
        "unit": row.unit.name,
        "today": formats.day(timezone.localdate()),
    }
    return ask_first(
        request,
        question=_("Revoke the role “%(role)s” of %(name)s on “%(unit)s”?") % said,
        consequence=_(
            "From %(today)s on the person can do none of what this role allowed. What they did stays as it is."
        )
        % said,
        verb=_("Revoke the role"),
        back=reverse("account", args=[row.user_id]),
        act=lambda: revoke_role(assignment=row, by=user),
        done=_("The role has been revoked."),
    )
