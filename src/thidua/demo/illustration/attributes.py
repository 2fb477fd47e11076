"""What statistics ask of recipients (class, sex, ethnic group, year of birth): invented, for invented awards only."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import Final

from thidua.accounts.models import User
from thidua.demo.illustration.recipients import is_invented_as_woman
from thidua.orgs.models import Person
from thidua.registry.actions import Described, describe_recipients
from thidua.registry.enums import RecipientClass, RecipientKind
from thidua.registry.models import Award
from thidua.support.provenance import Provenance

REASON: Final = "Thông tin minh họa cho thống kê"
LEADING: Final = ("Phó", "Trưởng", "Giám đốc")
MINORITIES: Final = 0.7  # about the share in the province
UNKNOWN: Final = 10  # of every tenth nothing is told, so that «chưa có số» shows, too


def describe_invented_awards(by: User, seed: int) -> None:
    """Describe the recipients of awards that are invented with their decision; those of 2019 stay as reported."""
    dice = random.Random(seed)  # noqa: S311 -- repeatable invention, not a secret
    people = Person.objects.filter(provenance=Provenance.ILLUSTRATIVE).order_by("pk")
    minorities = {person.pk: dice.random() < MINORITIES for person in people}
    lists: dict[int, list[Award]] = defaultdict(list)
    for award in _invented():
        lists[award.conferral_id].append(award)
    for awards in lists.values():
        said = {award.pk: _described(award, minorities) for award in awards if not _is_left_open(award)}
        describe_recipients(conferral=awards[0].conferral, said=said, reason=REASON, by=by)


def _invented() -> list[Award]:
    rows = Award.objects.filter(
        provenance=Provenance.ILLUSTRATIVE, conferral__provenance=Provenance.ILLUSTRATIVE, book=None
    )
    return list(rows.select_related("conferral__deciding_unit", "person").order_by("conferral", "pk"))


def _is_left_open(award: Award) -> bool:
    return award.person_id is not None and award.person_id % UNKNOWN == 0


def _described(award: Award, minorities: dict[int, bool]) -> Described:
    if award.recipient_kind == RecipientKind.COLLECTIVE:
        return Described(enterprise=False, commendation_type=award.commendation_type)
    if award.person is None:
        return Described(commendation_type=award.commendation_type)
    leads = award.post_then.startswith(LEADING)
    return Described(
        recipient_class=RecipientClass.OTHER_LEADER if leads else RecipientClass.DIRECT_WORKER,
        woman=is_invented_as_woman(award.person.full_name),
        ethnic_minority=minorities.get(award.person.pk),
        birth_year=award.person.birth_year,
        commendation_type=award.commendation_type,
    )
