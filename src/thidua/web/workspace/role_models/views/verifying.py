"""The answer of the unit that was asked."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.movements.actions.verify_role_model import doubt_role_model
from thidua.movements.role_model_access import is_office
from thidua.web.shell.access import signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.role_models.find import at_the_desk, proposal_or_404
from thidua.web.workspace.role_models.forms.asking import DoubtForm
from thidua.web.workspace.role_models.forms.verifying import VerifyForm


@at_the_desk
@require_http_methods(["GET", "POST"])
def verify(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it is so, and who it is."""
    row, user = proposal_or_404(request, pk), signed_in(request)
    form = VerifyForm(request.POST or None, proposal=row, user=user)
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(form.verify):
        messages.success(request, _("Verified. Now ask whoever is named whether they agree."))
        return redirect("role-model-desk", form.outcome.pk)
    context = {"form": form, "row": row, "for_unit": is_office(user)}
    return render(request, "role_model_desk/verify.html", context)


@at_the_desk
@require_http_methods(["GET", "POST"])
def doubt(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it is not so."""
    row, user = proposal_or_404(request, pk), signed_in(request)
    form = DoubtForm(request.POST or None)
    follows = _("The Board reads what you found and decides what follows.")
    if is_office(user) and row.asked_unit:
        on_behalf = _("You write down what %(unit)s answered. The log says that you wrote it.")
        follows = on_behalf % {"unit": row.asked_unit.name}
    return ask_first(
        request,
        question=_("Is it not as it was told?"),
        consequence=follows,
        verb=_("Send to the Board"),
        back=reverse("role-model-proposal", args=[pk]),
        act=lambda: doubt_role_model(proposal=row, found=form.cleaned_data["found"], by=user),
        done=_("Your answer has been sent to the Board."),
        form=form,
    )
