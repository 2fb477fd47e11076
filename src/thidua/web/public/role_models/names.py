"""How a story names whom it is about."""

from __future__ import annotations

from thidua.movements.models import RoleModel


def name_of(role_model: RoleModel) -> str:
    """Return «bà Lương Thị Bình», «hộ ông Vi Thanh Liêm», or the name of the collective."""
    return role_model.person.addressed_name if role_model.person else str(role_model.subject)
