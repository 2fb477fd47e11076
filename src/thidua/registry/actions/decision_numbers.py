"""A decision is recorded once for each form of commendation."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from thidua.orgs.models import Unit
from thidua.registry.models import Conferral
from thidua.support.refusals import Refused


def require_free_decision(unit: Unit, values: Mapping[str, object], *, own: Conferral | None = None) -> None:
    """Raise Refused when another conferral than `own` has the number, date and form of `values`."""
    if not values["decision_number"]:
        return
    columns = {name: values[name] for name in ("decision_number", "decision_date", "award_form")}
    others = Conferral.objects.filter(deciding_unit=unit, **columns)
    if own is not None:
        others = others.exclude(pk=own.pk)
    if others.exists():
        raise Refused(
            {"decision_number": _("This decision is recorded already. Open it and add to it there.")}
        )
