"""Every role with who may hold it and what it may do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from thidua.accounts.right_words import RIGHT_WORDS
from thidua.accounts.rights import Right
from thidua.accounts.roles import ROLES, Role
from thidua.orgs.access import may_anywhere
from thidua.orgs.queries.accounts import accounts
from thidua.web.shell.access import right_required, signed_in


@dataclass(frozen=True)
class ShownRole:
    """A role with its rights in words, and how many open accounts hold it (None: not told to this reader)."""

    role: Role
    rights: list[str]
    holders: int | None


@right_required(Right.SEE_WORKSPACE)
@require_safe
def role_list(request: HttpRequest) -> HttpResponse:
    """Show every role; who keeps accounts also reads how many hold it."""
    keeps_accounts = may_anywhere(signed_in(request), Right.MANAGE_ACCOUNTS)
    held: Counter[str] = Counter()
    if keeps_accounts:
        for account in accounts(timezone.localdate()):
            held.update({role.code for role in account.roles} if account.is_active else ())
    shown = [
        ShownRole(
            role,
            [str(RIGHT_WORDS[right]) for right in Right if right in role.rights],
            held[role.code] if keeps_accounts else None,
        )
        for role in ROLES.values()
    ]
    return render(request, "administration/roles.html", {"roles": shown})
