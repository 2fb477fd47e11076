"""The list of persons."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere
from thidua.orgs.people_access import persons_seen_by
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.units.tables.people import PERSONS


@right_required(Right.SEE_WORKSPACE)
@require_safe
def person_list(request: HttpRequest) -> HttpResponse:
    """List the persons of the units that the person works in."""
    user = signed_in(request)
    context = {"may_add": may_anywhere(user, Right.MANAGE_PEOPLE)}
    return PERSONS.respond(request, persons_seen_by(user), "units/people.html", context)
