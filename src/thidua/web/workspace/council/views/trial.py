"""A trial ballot: the same steps with invented nominees. It touches no session, writes nothing and counts nowhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from thidua.accounts.rights import Right
from thidua.web.shell.access import right_required
from thidua.web.workspace.council.forms.trial import TrialForm

_STEPS = {"xem": "check", "gui": "receipt"}


@never_cache
@right_required(Right.VOTE)
def page(request: HttpRequest) -> HttpResponse:
    """Show the trial ballot, its check page, or the specimen of a receipt."""
    form = TrialForm(request.POST if request.method == "POST" else None)
    step = _STEPS.get(request.POST.get("lam", ""), "ballot")
    if step != "ballot" and not form.is_valid():
        step = "ballot"
    elif step == "ballot" and form.is_bound:
        form.full_clean()
        form.errors.clear()
    return render(request, "council/trial.html", {"form": form, "step": step, "rows": form.rows()})
