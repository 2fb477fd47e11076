"""The dossier or nomination that an address names, for the person who asks."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.workflow.dossier import EDITABLE
from thidua.nominations import access
from thidua.nominations.models import Dossier, Nomination
from thidua.orgs.access import units_where
from thidua.orgs.models import Unit
from thidua.orgs.periods import Span
from thidua.web.shell.access import signed_in


def dossier_or_404(request: HttpRequest, code: str) -> Dossier:
    """Return the dossier with that code if the person may read it; raises Http404, whether or not it exists."""
    rows = access.visible_to(signed_in(request), timezone.localdate())
    related = ("unit", "deciding_unit", "movement", "holder", "declared_by")
    return get_object_or_404(rows.select_related(*related), code=code)


def written_dossier(request: HttpRequest, code: str) -> Dossier:
    """Return the dossier if the person writes it; raises Http404, or PermissionDenied with a sentence.

    Its state is asked before the page is shown only: what was typed already goes to the action, which says what
    has changed, and is kept on the page.
    """
    row = dossier_or_404(request, code)
    if not access.may_write(signed_in(request), row):
        raise PermissionDenied(_("Only officers of %(unit)s change its dossiers.") % {"unit": row.unit.name})
    if request.method != "POST" and row.state not in EDITABLE:
        raise PermissionDenied(_("This dossier was sent in. Recall it before you change it."))
    return row


def nomination_or_404(dossier: Dossier, pk: int) -> Nomination:
    """Return a nomination of `dossier`; raises Http404."""
    rows = dossier.nominations.select_related("person", "unit", "household")
    row = get_object_or_404(rows, pk=pk)
    row.dossier = dossier
    return row


def own_units(user: User) -> list[Unit]:
    """Return the units for which the person nominates by a role that stands on them, not all below."""
    held = units_where(user, Right.NOMINATE).filter(role_assignments__user=user)
    return list(held.distinct().order_by("sort_key", "pk"))


def begun_for(user: User) -> list[Unit]:
    """Return those of `own_units` for which a dossier can be begun."""
    return living(own_units(user))


def living(units: list[Unit]) -> list[Unit]:
    """Return those of `units` that exist today: one that ended begins no dossier."""
    today = timezone.localdate()
    return [unit for unit in units if Span(unit.exists_from, unit.exists_to).holds(today)]


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was sent, also when it is empty: a form sent without a word is bound, too."""
    return request.POST if request.method == "POST" else None
