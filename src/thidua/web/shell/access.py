"""Who may open a page; a refusal says what to do next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.accounts.roles import ROLES, Role, roles_with
from thidua.orgs.access import holdings, may, may_anywhere
from thidua.orgs.models import Unit

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class HeldRole:
    """A role that a person holds, and the name of the unit on which it is held."""

    role: Role
    unit_name: str


def signed_in(request: HttpRequest) -> User:
    """Return the person who is signed in; for views behind `right_required` or `login_required`."""
    if not isinstance(request.user, User):
        raise PermissionDenied(_("Sign in first."))
    return request.user


def roles_held(request: HttpRequest) -> tuple[HeldRole, ...]:
    """Return the roles that the person holds today."""
    return tuple(HeldRole(ROLES[held.role], held.unit_name) for held in holdings(request.user))


def require_right(request: HttpRequest, *rights: Right, unit: Unit | None = None) -> None:
    """Raise PermissionDenied with a sentence unless the person holds one of `rights`, on `unit` or (None) anywhere."""
    user = request.user
    if any(may_anywhere(user, right) if unit is None else may(user, right, unit) for right in rights):
        return
    if unit is not None:
        raise PermissionDenied(
            _("You have no right to do this for %(unit)s. Ask your administrator if it is part of your work.")
            % {"unit": unit.name}
        )
    codes = set().union(*(roles_with(right) for right in rights))
    names = ", ".join(str(role.name) for role in ROLES.values() if role.code in codes)
    raise PermissionDenied(
        _("This page is for: %(roles)s. Ask your administrator if you need it for your work.")
        % {"roles": names}
    )


def right_required(*rights: Right) -> Callable[[View], View]:
    """Let in who holds one of `rights` on some unit; others are asked to sign in, or told which roles may."""

    def decorate(view: View) -> View:
        @wraps(view)
        @login_required
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            require_right(request, *rights)
            return view(request, *args, **kwargs)

        return guarded

    return decorate
