"""Set the plan of an indicator for a unit and a period."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.periods import Period
from thidua.core.vietnamese.hygiene import clean_line
from thidua.movements.actions.moments import past_moment
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.edits import EditedMeanwhile
from thidua.support.provenance import Provenance
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets import access, wording
from thidua.targets.enums import PlanAuthority
from thidua.targets.models import Indicator, Plan


def set_plan(
    *,
    indicator: Indicator,
    unit: Unit,
    period: Period,
    value: Decimal,
    authority: str,
    by: User | None,
    document: str = "",
    provenance: str = Provenance.RECORDED,
    seen: int | None = None,
    at: datetime | None = None,
) -> Plan:
    """Make `value` the plan that `authority` set, and return it; a former one is kept and points to it.

    A plan that says the same already is returned as it is. `seen` is the id of the plan that the person had before
    them, 0 for none; None does not ask. Raises NotAllowed, Refused (EditedMeanwhile when another plan holds by now).
    """
    if not access.may_set_plan(by, unit):
        raise NotAllowed(_("Only officers of the Emulation and Commendation Board set plans."))
    new = Plan(
        indicator=indicator,
        unit=unit,
        starts_on=period.start,
        ends_on=period.end,
        value=value,
        authority=PlanAuthority(authority),
        document=clean_line(document),
        provenance=provenance,
        set_at=past_moment(at, timezone.now(), field="set_at"),
        set_by=by,
    )
    with transaction.atomic():
        former = _current(new)
        if former is not None and _says_the_same(former, new):
            return former
        _require_seen(indicator, former, seen)
        replace_plan(former, new)
        details = {
            "indicator": indicator.code,
            "unit": unit.key,
            "period": period.code,
            "authority": new.authority,
            "value": [former.value if former else None, value],
            "document": new.document,
        }
        record(by=by, action="targets.plan_set", subject=new, details=details)
    return new


def _require_seen(indicator: Indicator, former: Plan | None, seen: int | None) -> None:
    present = former.pk if former else 0
    if seen is None or seen == present:
        return
    said = wording.quantity(indicator, former.value) if former else _("no plan")
    raise EditedMeanwhile(
        {
            "value": [
                _("The plan on record is %(value)s. Save again to put yours in its place.") % {"value": said}
            ]
        },
        present,
    )


def replace_plan(former: Plan | None, new: Plan) -> None:
    """Keep `new` in the place of `former`; call inside a transaction with `former` locked.

    Raises Refused when somebody else fills the same empty place at this moment: there was no row yet to wait for.
    """
    if former is not None:
        former.is_current = False
        former.save(update_fields=["is_current"])
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError as fault:
        raise Refused(
            _("Somebody else set one of these plans at the same moment. Look at it, then save again.")
        ) from fault
    if former is not None:
        former.replaced_by = new
        former.save(update_fields=["replaced_by"])


def _current(new: Plan) -> Plan | None:
    return (
        Plan.objects.select_for_update()
        .filter(
            indicator=new.indicator,
            unit=new.unit,
            starts_on=new.starts_on,
            ends_on=new.ends_on,
            authority=new.authority,
            is_current=True,
        )
        .first()
    )


def _says_the_same(former: Plan, new: Plan) -> bool:
    return (former.value, former.document, former.provenance) == (new.value, new.document, new.provenance)
