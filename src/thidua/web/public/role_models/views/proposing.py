"""Proposing a good example without an account: write, check and add photos, send, get a code."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from thidua.movements.enums import FieldOfWork
from thidua.web.public.role_models.forms import SLOTS, WORDS, ProposalForm
from thidua.web.shell.receipts import ask_for_code, code_on, sent_on
from thidua.web.shell.rehearsal import CHANGE, CONFIRM, STEP

KIND: Final = "guong-dien-hinh"
ON_THE_LAST_PAGE: Final = {
    "__all__",
    *(f"{name}_{slot}" for name in ("photo", "alternative") for slot in SLOTS),
}


@never_cache
@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """Take a proposal in two steps: the answers, then a page to check them on, with the photos and the sending."""
    sent = request.POST if request.method == "POST" else None
    form = ProposalForm(sent, request.FILES or None)
    step = request.POST.get(STEP, "")
    if step == CONFIRM and form.sent(request, form.propose):
        return sent_on(request, KIND, form.outcome.follow_up_code, "role-model-proposed")
    if step == CONFIRM and set(form.errors) <= ON_THE_LAST_PAGE:
        return _shown(request, "role_models/check.html", form)
    if sent is not None and not step and form.is_valid():
        return _shown(request, "role_models/check.html", form)
    if step == CHANGE:
        form = ProposalForm(initial={name: form[name].value() for name in WORDS})
    return _shown(request, "role_models/propose.html", form)


@never_cache
@require_safe
def receipt(request: HttpRequest) -> HttpResponse:
    """Show the code of what this browser sent, for a day; later and elsewhere ask for the code."""
    code = code_on(request, KIND)
    if not code:
        return ask_for_code()
    return _unlisted(render(request, "role_models/receipt.html", {"code": code}))


def _shown(request: HttpRequest, template: str, form: ProposalForm) -> HttpResponse:
    context: dict[str, object] = {"form": form}
    if form.is_bound:
        said = getattr(form, "cleaned_data", {})
        context["kind"] = dict(form.fields["subject_kind"].choices).get(said.get("subject_kind"))  # type: ignore[attr-defined]
        context["field"] = dict(FieldOfWork.choices).get(said.get("field", ""))
    response = render(request, template, context, status=429 if form.wait else 200)
    if form.wait:
        response["Retry-After"] = str(form.wait)
    return _unlisted(response)


def _unlisted(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response
