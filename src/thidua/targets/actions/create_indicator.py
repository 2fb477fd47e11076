"""Add an indicator."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.support.audit.actions.record import record
from thidua.support.provenance import Provenance
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets import access
from thidua.targets.actions.indicator_content import IndicatorContent, checked, checked_code
from thidua.targets.models import Indicator


def create_indicator(
    *, content: IndicatorContent, by: User | None, provenance: str = Provenance.RECORDED
) -> Indicator:
    """Keep a new indicator and return it; its code never changes afterwards. Raises Refused, NotAllowed."""
    if not access.may_manage_indicator(by, content.owner):
        raise NotAllowed(_("Only officers of the Emulation and Commendation Board add indicators."))
    columns, code = checked(content), checked_code(content)
    if Indicator.objects.filter(code=code).exists():
        raise Refused({"code": _("The code “%(code)s” is taken. Choose another.") % {"code": code}})
    with transaction.atomic():
        indicator = Indicator(code=code, provenance=provenance, **columns)
        indicator.save(force_insert=True)
        indicator.movements.set(content.movements)
        about = {"code": code, "kind": indicator.kind, "owner": content.owner.key}
        record(by=by, action="targets.indicator_created", subject=indicator, details=about)
    return indicator
