"""What a decision signed here has granted is not edited by hand: certificates and the fund rest on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from django.utils.translation import gettext as _

from thidua.registry.models import Conferral
from thidua.support.refusals import Refused

# What the signed paper says; the ceremony and the source may still be written beside it.
SIGNED: Final = ("award_form", "award_code", "decision_number", "decision_date", "decided_year", "reason")


def require_entered_by_hand(conferral: Conferral, field: str = "") -> None:
    """Raise Refused on `field` for awards that a decision of this house granted."""
    if conferral.from_decision:
        raise Refused({field: refusal()})


def require_signed_words(conferral: Conferral, values: Mapping[str, object]) -> None:
    """Raise Refused where `values` would change what the signed decision says."""
    if conferral.from_decision and (changed := list(_changed(conferral, values))):
        raise Refused(dict.fromkeys(changed, refusal()))


def refusal() -> str:
    """Return what to do instead."""
    return _(
        "A decision signed in this system granted these awards, and certificates rest on it. "
        "For a wrong name, correct the certificate; for a wrong award, cancel it by a decision. "
        "Both are done on the page of the decision."
    )


def _changed(conferral: Conferral, values: Mapping[str, object]) -> Iterable[str]:
    return (name for name in SIGNED if name in values and getattr(conferral, name) != values[name])
