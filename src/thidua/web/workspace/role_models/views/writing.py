"""Writing and correcting a story."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.movements.role_model_access import require_office
from thidua.web.shell.access import signed_in
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.role_models.find import at_the_desk, role_model_or_404
from thidua.web.workspace.role_models.forms.writing import StoryForm


@at_the_desk
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Store the story; it becomes public only when it is published."""
    row, user = role_model_or_404(request, pk), signed_in(request)
    require_office(user)
    form = StoryForm(request.POST or None, request.FILES or None, role_model=row, user=user)
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(form.write):
        messages.success(request, _("The story is saved."))
        return redirect("role-model-desk", pk)
    return render(request, "role_model_desk/write.html", {"form": form, "row": row})
