"""The proposal or role model that an address names, for the person who asks."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from thidua.accounts.rights import Right
from thidua.movements.models import RoleModel, RoleModelProposal
from thidua.movements.role_model_access import desks_visible_to, proposals_visible_to
from thidua.web.shell.access import right_required, signed_in

at_the_desk = right_required(Right.PUBLISH_ROLE_MODELS, Right.KEEP_RECORDS)


def proposal_or_404(request: HttpRequest, pk: int) -> RoleModelProposal:
    """Return the proposal if the person may read it; raises Http404, whether or not it exists."""
    rows = proposals_visible_to(signed_in(request)).select_related("asked_unit", "role_model")
    return get_object_or_404(rows, pk=pk)


def role_model_or_404(request: HttpRequest, pk: int) -> RoleModel:
    """Return the role model if the person may read its consents and its story; raises Http404."""
    rows = desks_visible_to(signed_in(request))
    related = ("person", "household__head", "unit", "found_by", "story__place", "invited_unit")
    return get_object_or_404(rows.select_related(*related), pk=pk)
