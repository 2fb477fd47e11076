"""Change what is said of an indicator."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.support.audit.actions.record import record
from thidua.support.edits import EditedMeanwhile, apply_edit
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets import access
from thidua.targets.actions.indicator_content import IndicatorContent, checked
from thidua.targets.models import Indicator


def edit_indicator(
    *, indicator: Indicator, content: IndicatorContent, version: int, by: User | None
) -> Indicator:
    """Write `content` to the indicator and return it; its code stays, and its kind once it has figures.

    `version` is what the person had before them. Raises Refused (EditedMeanwhile when somebody else saved in
    between), NotAllowed.
    """
    if not all(access.may_manage_indicator(by, owner) for owner in (indicator.owner, content.owner)):
        raise NotAllowed(_("Only officers of the Emulation and Commendation Board change indicators."))
    columns = checked(content)
    with transaction.atomic():
        row = Indicator.objects.select_for_update().get(pk=indicator.pk)
        if row.kind != columns["kind"] and row.observations.exists():
            raise Refused(
                {"kind": _("This indicator has figures, so its kind stays. Make a new indicator instead.")}
            )
        changes: dict[str, object] = dict(apply_edit(row, columns, seen=version))
        changes |= _movements(row, content, version, already=bool(changes))
        if changes:
            record(by=by, action="targets.indicator_edited", subject=row, details=changes)
    return row


def _movements(row: Indicator, content: IndicatorContent, seen: int, *, already: bool) -> dict[str, object]:
    before = sorted(row.movements.values_list("pk", flat=True))
    after = sorted(movement.pk for movement in content.movements)
    if before == after:
        return {}
    if not already:
        if row.version != seen:
            sentence = _("Somebody else has changed the movements meanwhile. Save again to keep yours.")
            raise EditedMeanwhile({"movements": [sentence]}, row.version)
        row.version += 1
        row.save(update_fields=["version"])
    row.movements.set(content.movements)
    return {"movements": [before, after]}
