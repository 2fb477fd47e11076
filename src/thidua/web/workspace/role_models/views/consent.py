"""Writing down what the one who is named said."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.movements.actions.record_consent import record_consent
from thidua.movements.record_access import require_keeping_records
from thidua.web.shell.access import signed_in
from thidua.web.workspace.role_models.find import at_the_desk, role_model_or_404
from thidua.web.workspace.role_models.forms.asking import ConsentForm


@at_the_desk
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for what was said, and let it count at once."""
    row, user = role_model_or_404(request, pk), signed_in(request)
    require_keeping_records(user, row.found_by)
    form = ConsentForm(request.POST or None)
    if request.method == "POST" and form.accepted(
        lambda: record_consent(role_model=row, by=user, **form.cleaned_data)
    ):
        agreed = form.cleaned_data["given"]
        messages.success(
            request,
            _("Their consent is recorded.")
            if agreed
            else _("It is recorded. Nothing about them is public, and their photos are deleted."),
        )
        return redirect("role-model-desk", pk)
    return render(request, "role_model_desk/consent.html", {"form": form, "row": row})
