"""The round, sheet or indicator that an address names, for the person who asks."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.orgs.access import units_where
from thidua.orgs.models import Unit
from thidua.targets import access
from thidua.targets.models import Indicator, ReportingRound, Sheet
from thidua.web.shell.access import signed_in


def round_or_404(request: HttpRequest, slug: str) -> ReportingRound:
    """Return the round at `slug` if the person may read of it; raises Http404."""
    rows = access.rounds_visible_to(signed_in(request), timezone.localdate())
    return get_object_or_404(rows.select_related("opened_by", "movement"), slug=slug)


def appraised_round(request: HttpRequest, slug: str) -> ReportingRound:
    """Return the round at `slug` if the person appraises it; raises Http404, or PermissionDenied with a sentence."""
    round_ = round_or_404(request, slug)
    if not access.may_appraise(signed_in(request), round_):
        raise PermissionDenied(
            _("Only officers of %(unit)s decide about this round.") % {"unit": round_.opened_by.name}
        )
    return round_


def sheet_or_404(request: HttpRequest, slug: str, unit_key: str) -> Sheet:
    """Return the sheet of a unit in a round if the person may read it; raises Http404."""
    rows = access.sheets_visible_to(signed_in(request), timezone.localdate()).select_related(
        "round__opened_by", "unit", "submitted_by", "accepted_by"
    )
    return get_object_or_404(rows, round__slug=slug, unit__key=unit_key)


def indicator_or_404(code: str) -> Indicator:
    """Return the indicator of that code; whoever sees figures sees indicators. Raises Http404."""
    return get_object_or_404(Indicator.objects.select_related("owner"), code=code)


def own_units(request: HttpRequest, right: Right) -> list[Unit]:
    """Return the units on which the person's own roles with `right` stand, not all below: those they work for."""
    held = units_where(signed_in(request), right).filter(role_assignments__user=signed_in(request))
    return list(held.distinct().order_by("sort_key", "pk"))


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was sent, also when it is empty: a form sent without a word is bound, too."""
    return request.POST if request.method == "POST" else None
