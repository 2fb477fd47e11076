"""Change what the site calls itself, or go back to an earlier edition."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.access import require
from thidua.orgs.models import SiteIdentity
from thidua.orgs.queries.site_identity import TEXTS, tell_all
from thidua.support.audit.actions.record import record
from thidua.support.edits import Faults, misfits
from thidua.support.photos.pictures import Emblem
from thidua.support.refusals import Refused

_EMBLEM: Final = ("emblem", "emblem_key", "emblem_width", "emblem_height")
_PHONE: Final = re.compile(r"[0-9+(). -]+")
_LEAST_DIGITS: Final = 3  # 113 is a number


def change_site_identity(
    *,
    texts: Mapping[str, str],
    by: User | None,
    seen: int,
    emblem: Emblem | None = None,
    without_emblem: bool = False,
) -> SiteIdentity:
    """Make `texts` (all of TEXTS; an empty name takes the environment's) the edition in force, and return it.

    `emblem` None keeps the present one unless `without_emblem`. `seen`: the edition the person had before them, 0 for
    none. Raises NotAllowed; Refused for what cannot be printed so, when nothing changes, and when another edition
    came meanwhile.
    """
    require(by, Right.MANAGE_SITE)
    values = {name: clean_line(texts.get(name, "")) for name in TEXTS}
    faults = faults_of(values)
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        present = _present(seen)
        row = SiteIdentity(saved_by=by, **values)
        if emblem is not None:
            row.emblem, row.emblem_width, row.emblem_height = emblem.png, emblem.width, emblem.height
            row.emblem_key = hashlib.sha256(emblem.png).hexdigest()[:32]
        elif not without_emblem:
            _take(row, present, _EMBLEM)
        return _put_in_force(row, present, "orgs.site_identity_changed", by)


def restore_site_identity(*, former: SiteIdentity | None, by: User | None, seen: int) -> SiteIdentity:
    """Make the values of `former` the edition in force again, and return the new row; raises as the change does.

    `former` None goes back to what the environment says.
    """
    require(by, Right.MANAGE_SITE)
    with transaction.atomic():
        present = _present(seen)
        row = SiteIdentity(saved_by=by, taken_from=former)
        _take(row, former or SiteIdentity(), (*TEXTS, *_EMBLEM))
        return _put_in_force(row, present, "orgs.site_identity_restored", by)


def faults_of(values: Mapping[str, str]) -> Faults:
    """Return a sentence for each of `values` that cannot be shown to readers."""
    faults = misfits(SiteIdentity, values)
    phone, email = values.get("phone", ""), values.get("email", "")
    digits = sum(sign.isdigit() for sign in phone)
    if phone and not (_PHONE.fullmatch(phone) and digits >= _LEAST_DIGITS):
        faults["phone"] = _("Write one telephone number with digits only, for example 0205 3812 345.")
    try:
        if email:
            validate_email(email)
    except ValidationError:
        faults["email"] = _("This is not an e-mail address. Write it as ten@langson.gov.vn.")
    return faults


def _present(seen: int) -> SiteIdentity:
    present = SiteIdentity.objects.select_related("saved_by").first() or SiteIdentity()
    if (present.pk or 0) != seen:
        raise _meanwhile(present.saved_by)
    return present


def _meanwhile(other: User | None) -> Refused:
    said = _(
        "%(name)s saved another identity meanwhile. Open the page again to see it, then make your changes."
    )
    return Refused(said % {"name": other or _("Somebody")})


def _take(row: SiteIdentity, other: SiteIdentity, names: tuple[str, ...]) -> None:
    for name in names:
        setattr(row, name, getattr(other, name))


def _put_in_force(row: SiteIdentity, present: SiteIdentity, action: str, by: User | None) -> SiteIdentity:
    changed: dict[str, list[object]] = {
        name: [getattr(present, name), getattr(row, name)]
        for name in TEXTS
        if getattr(present, name) != getattr(row, name)
    }
    if row.emblem_key != present.emblem_key:
        changed["emblem"] = [present.emblem_key, row.emblem_key]
    if not changed:
        raise Refused(_("Nothing is different from what the site shows now. Change something, then save."))
    row.follows = present.pk or 0
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:  # two at the same moment
        raise _meanwhile(None) from None
    record(by=by, action=action, subject=row, details=changed)
    transaction.on_commit(tell_all)
    return row
