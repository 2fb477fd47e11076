"""The dossiers of one's units."""

from __future__ import annotations

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.nominations.enums import Outcome
from thidua.nominations.models import Dossier
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.nominations.find import living, own_units
from thidua.web.workspace.nominations.tables import DOSSIERS


@right_required(Right.NOMINATE)
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Show the dossiers of all years: state, who holds them until when, what comes next."""
    units = own_units(signed_in(request))
    rows = (
        Dossier.objects.filter(unit__in=units)
        .select_related("unit", "deciding_unit", "holder")
        .annotate(nominees=Count("nominations", filter=~Q(nominations__outcome=Outcome.WITHDRAWN)))
    )
    context = {
        "begins": bool(living(units)),
        "new_url": reverse("new-dossier"),
        "is_empty": not rows.exists(),
    }
    return DOSSIERS.respond(request, rows, "nominations/mine.html", context)
