"""Roles as choices, named in the language of the page."""

from __future__ import annotations

from typing import Any

from django.utils.text import capfirst

from thidua.accounts.roles import ROLES


def role_choices() -> list[tuple[str, Any]]:
    """Return each role's code and its name as a sentence begins; the name is translated when it is shown."""
    return [(role.code, capfirst(role.name)) for role in ROLES.values()]  # type: ignore[type-var]
