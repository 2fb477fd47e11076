"""Put right who follows a unit that has ended, once the act has been read."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line
from thidua.orgs.access import require
from thidua.orgs.actions.ending import ONE_DAY, check_standing, link
from thidua.orgs.actions.naming import logged
from thidua.orgs.enums import Certainty, ChangeKind
from thidua.orgs.models import Unit, UnitChange, UnitSuccession
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def settle_succession(
    *,
    unit: Unit,
    successors: Sequence[tuple[Unit, bool]],
    by: User | None,
    act: str = "",
    certainty: str = Certainty.CONFIRMED,
    note: str = "",
) -> UnitChange:
    """Replace what is known of who follows `unit` by `successors`: (unit, whether only a part goes to it).

    Raises NotAllowed, or Refused when the unit has not ended or a successor does not stand on the next day.
    """
    require(by, Right.MANAGE_UNITS, unit)
    act, note = clean_line(act), clean_line(note)
    if unit.exists_to is None:
        raise Refused(
            {"unit": _("“%(unit)s” has not ended. Merge, split or dissolve it first.") % {"unit": unit.name}}
        )
    if not successors:
        raise Refused({"successors": _("Name at least one unit that follows.")})
    on = unit.exists_to + ONE_DAY
    with transaction.atomic():
        check_standing([successor for successor, _part in successors], on, "successors")
        links = UnitSuccession.objects.filter(predecessor=unit, change__date=on)
        old = list(links.values_list("successor__key", "part", "certainty"))
        emptied = set(links.values_list("change_id", flat=True))
        links.delete()
        UnitChange.objects.filter(pk__in=emptied, successions__isnull=True).delete()
        kind = ChangeKind.MERGE if len(successors) == 1 else ChangeKind.SPLIT
        change = UnitChange.objects.create(date=on, kind=kind, act=act)
        for successor, part in successors:
            link(change, unit, successor, part=part, certainty=certainty, note=note)
        record(
            by=by,
            action="orgs.succession_settled",
            subject=unit,
            details={
                "old": old,
                "new": [(logged(successor), part) for successor, part in successors],
                "act": act,
            },
        )
    return change
