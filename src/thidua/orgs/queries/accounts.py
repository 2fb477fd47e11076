"""Accounts with the roles they hold."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from thidua.accounts.models import User
from thidua.accounts.roles import ROLES
from thidua.core.vietnamese.names import sort_key
from thidua.orgs.models import RoleAssignment, Unit
from thidua.orgs.periods import valid_on


@dataclass(frozen=True)
class HeldRole:
    """A role that an account holds on a unit on the day asked for."""

    code: str
    unit_id: int
    unit_name: str

    @property
    def label(self) -> str:
        """«cán bộ đơn vị – Xã Đề Thám»."""
        return f"{ROLES[self.code].name} – {self.unit_name}"


@dataclass(frozen=True)
class AccountRow:
    """An account as a list shows it; `sort_key` orders by the given name, `roles` are those of the day."""

    id: int
    username: str
    full_name: str
    email: str
    phone: str
    is_active: bool
    last_login: datetime | None
    sort_key: str
    roles: tuple[HeldRole, ...]


def accounts(day: date) -> list[AccountRow]:
    """Return every account with the roles it holds on `day`, in the order of the names; two queries."""
    held: dict[int, list[HeldRole]] = defaultdict(list)
    rows = RoleAssignment.objects.filter(valid_on(day), role__in=ROLES).order_by("id")
    for user_id, code, unit_id, unit_name in rows.values_list("user_id", "role", "unit_id", "unit__name"):
        held[user_id].append(HeldRole(code, unit_id, unit_name))
    found = [_row(user, tuple(held[user.pk])) for user in User.objects.order_by("pk")]
    return sorted(found, key=lambda row: (row.sort_key, row.id))


def _row(user: User, roles: tuple[HeldRole, ...]) -> AccountRow:
    return AccountRow(
        id=user.pk,
        username=user.username,
        full_name=user.full_name,
        email=user.email,
        phone=user.phone,
        is_active=user.is_active,
        last_login=user.last_login,
        sort_key=sort_key(str(user)),
        roles=roles,
    )


def role_holders(unit: Unit, day: date) -> list[RoleAssignment]:
    """Return who holds which role on `unit` itself on `day`, open accounts only, with `user`; one query."""
    rows = RoleAssignment.objects.filter(valid_on(day), unit=unit, role__in=ROLES, user__is_active=True)
    return list(rows.select_related("user").order_by("role", "user__full_name", "pk"))


def assignments_of(account: User) -> list[RoleAssignment]:
    """Return every role that `account` holds, will hold or held, the latest first, with `unit`; one query."""
    rows = RoleAssignment.objects.filter(user=account).select_related("unit")
    return list(rows.order_by("-valid_from", "-pk"))
