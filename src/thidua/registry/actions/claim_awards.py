"""Say whose the awards of an old book are."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.vietnamese.fold import fold
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.actions import create_person
from thidua.orgs.enums import Honorific
from thidua.orgs.models import Person
from thidua.registry.enums import PEOPLE
from thidua.registry.identities.moving import link_awards
from thidua.registry.identities.rights import require_deciding_identities
from thidua.registry.identities.settling import settle
from thidua.registry.models import Award, IdentityCandidate, IdentityMerge
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def claim_awards(
    *,
    awards: Sequence[Award],
    by: User | None,
    person: Person | None = None,
    reason: str = "",
    candidate: IdentityCandidate | None = None,
) -> IdentityMerge:
    """Link awards that lead to nobody yet to `person` and return the merger; without one, a person is made of them.

    The person gets the best spelt name and the year of birth that the awards tell. Raises NotAllowed, or Refused
    when one of the awards is no human being's or has been linked meanwhile.
    """
    with transaction.atomic():
        rows = list(
            Award.objects.select_for_update(of=("self",))
            .filter(pk__in=[one.pk for one in awards])
            .order_by("pk")
        )
        _require_free(rows)
        require_deciding_identities(by, persons=() if person is None else (person,), awards=rows)
        owner = person if person is not None else _made_of(rows, by)
        row = IdentityMerge.objects.create(
            kept=owner,
            kept_name=owner.full_name,
            merged_name=rows[0].recipient_name,
            created=person is None,
            candidate=candidate,
            reason=reason,
            merged_by=by,
            merged_at=timezone.now(),
        )
        link_awards(row, rows, owner)
        settle([owner.pk])
        details: dict[str, object] = {"recipients": [f"{one.recipient_name} ({one.pk})" for one in rows]}
        record(
            by=by,
            action="registry.awards_claimed",
            subject=owner,
            details=details | ({"reason": reason} if reason else {}),
        )
    return row


def _require_free(rows: Sequence[Award]) -> None:
    if not rows:
        raise Refused(_("These awards are no longer in the register. Look for identities again."))
    for row in rows:
        if row.recipient_kind not in PEOPLE:
            raise Refused(
                _("“%(name)s” is listed as another kind of recipient. Correct the list first.")
                % {"name": row.recipient_name}
            )
        if row.person_id is not None:
            raise Refused(_("“%(name)s” has been linked meanwhile.") % {"name": row.recipient_name})


def _made_of(rows: Sequence[Award], by: User | None) -> Person:
    best = max(rows, key=lambda one: (_marks(one.recipient_name), one.birth_year is not None, -one.pk))
    women = {one.woman for one in rows} - {None}
    return create_person(
        full_name=_proper(best.recipient_name),
        honorific=(Honorific.MRS if women == {True} else Honorific.MR if women == {False} else ""),
        birth_year=next((one.birth_year for one in (best, *rows) if one.birth_year), None),
        provenance=best.provenance,
        by=by,
    )


def _marks(name: str) -> int:
    """How many letters bear marks: what lost them is the worse record."""
    return sum(one != other for one, other in zip(clean_line(name).lower(), fold(name), strict=False))


def _proper(name: str) -> str:
    """«HOÀNG VĂN THỤ» as a name is written; other spellings stay as printed."""
    said = clean_line(name)
    return " ".join(word.capitalize() for word in said.split()) if said.isupper() else said
