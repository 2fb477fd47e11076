"""Whom visitors of the demonstration may ask: a number and an address that reach nobody, and say so."""

from __future__ import annotations

from thidua.accounts.models import User
from thidua.orgs.actions.change_site_identity import change_site_identity
from thidua.orgs.models import SiteIdentity

# No telephone has this number.
CONTACT = {
    "phone": "0205 000 0000",
    "email": "hoi-dap@thidua.example",
    "hours": "7 giờ 30 – 17 giờ, thứ Hai đến thứ Sáu (liên hệ minh họa)",
    "hours_en": "7:30–17:00, Monday to Friday (illustrative contact)",
}


def name_a_contact(administrator: User) -> SiteIdentity | None:
    """Put the contact at the foot of every page, unless the site was given an identity before; return the edition."""
    if SiteIdentity.objects.exists():
        return None
    return change_site_identity(texts=CONTACT, by=administrator, seen=0)
