"""Inviting a unit to nominate."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.movements.actions.invite_to_nominate import invite_to_nominate
from thidua.movements.role_model_access import require_office
from thidua.web.shell.access import signed_in
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.role_models.find import at_the_desk, role_model_or_404
from thidua.web.workspace.role_models.forms.asking import InviteForm


@at_the_desk
@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the unit; the one that found the example is proposed."""
    row, user = role_model_or_404(request, pk), signed_in(request)
    require_office(user)
    form = InviteForm(request.POST or None, user=user, initial={"unit": row.found_by})
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(
        lambda: invite_to_nominate(role_model=row, by=user, **form.cleaned_data)
    ):
        messages.success(request, _("The unit is invited. It finds the invitation in its work list."))
        return redirect("role-model-desk", pk)
    return render(request, "role_model_desk/invite.html", {"form": form, "row": row})
