"""How figures of a jury are written."""

from __future__ import annotations

from decimal import Decimal

from django import template

from thidua.web.workspace.contests.standing import signed as with_sign

register = template.Library()


@register.filter
def signed(value: Decimal | None) -> str:
    """Return the number with its sign."""
    return with_sign(value)
