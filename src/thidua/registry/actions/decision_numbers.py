"""A decision is recorded once for each form of commendation; one signed here, for each movement, too."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from thidua.orgs.models import Unit
from thidua.registry.models import Conferral
from thidua.support.refusals import Refused


def require_free_decision(
    unit: Unit, values: Mapping[str, object], *, own: Conferral | None = None, of_occasion: bool = False
) -> None:
    """Raise Refused when another conferral than `own` has the number, date and form of `values`.

    `of_occasion`: another occasion of the same decision is no repetition.
    """
    if not values["decision_number"]:
        return
    told = ("decision_number", "decision_date", "award_form", *(("occasion",) if of_occasion else ()))
    columns = {name: values[name] for name in told}
    others = Conferral.objects.filter(deciding_unit=unit, **columns)
    if own is not None:
        others = others.exclude(pk=own.pk)
    if others.exists():
        raise Refused(
            {"decision_number": _("This decision is recorded already. Open it and add to it there.")}
        )
