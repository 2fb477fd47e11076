"""Receiving, assigning and confirming for many dossiers at once."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from thidua.accounts.rights import Right
from thidua.nominations.actions import BulkResult, assign_dossiers, confirm_dossiers, receive_dossiers
from thidua.nominations.models import Dossier
from thidua.nominations.queries import queue_of
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.appraisal.forms.many import ASSIGN, RECEIVE, VERBS, ManyForm
from thidua.web.workspace.appraisal.walking import filters_kept, queue_as_seen

_MOST = 500


@right_required(Right.APPRAISE)
@require_POST
def act(request: HttpRequest) -> HttpResponse:
    """Carry a verb out for the picked dossiers; for all that fit the filters only after they were shown."""
    rows = queue_of(signed_in(request), timezone.localdate())
    form = ManyForm(request.POST, rows=rows)
    verb = request.POST.get("viec", "")
    back = reverse("appraisal-queue") + filters_kept(request)
    if verb not in VERBS or not form.is_valid():
        messages.error(request, _("Choose what is to be done with the dossiers."))
        return redirect(back)
    if verb == ASSIGN and not form.cleaned_data["holder"]:
        messages.error(request, _("Choose the officer who gets the dossiers."))
        return redirect(back)
    if form.cleaned_data["everything"]:
        fitting = queue_as_seen(request)
        found = list(fitting[:_MOST])
        context = {"form": form, "verb": verb, "words": VERBS[verb], "rows": found, "back": back}
        context["left"] = fitting.count() - len(found) if len(found) == _MOST else 0
        context["officer"] = form.cleaned_data["holder"] if verb == ASSIGN else None
        return render(request, "appraisal/many_asked.html", context)
    picked = _picked(rows, request.POST.getlist("ho-so"))
    if not picked:
        messages.error(request, _("Pick at least one dossier."))
        return redirect(back)
    result = _carried_out(request, verb, picked, form)
    if result.refused:
        context = {"result": result, "words": VERBS[verb], "back": back}
        return render(request, "appraisal/many_refused.html", context)
    count = len(result.done)
    said = ngettext("Done for %(count)s dossier: %(verb)s.", "Done for %(count)s dossiers: %(verb)s.", count)
    messages.success(request, said % {"count": count, "verb": VERBS[verb]})
    return redirect(back)


def _picked(rows: QuerySet[Dossier], sent: list[str]) -> list[Dossier]:
    """Return the dossiers that were picked, as far as the person's office has them."""
    keys = [int(one) for one in sent if one.isascii() and one.isdigit() and len(one) < 12]
    return list(rows.filter(pk__in=keys).select_related("deciding_unit")[:_MOST])


def _carried_out(request: HttpRequest, verb: str, picked: list[Dossier], form: ManyForm) -> BulkResult:
    user = signed_in(request)
    if verb == RECEIVE:
        return receive_dossiers(dossiers=picked, by=user)
    if verb == ASSIGN:
        return assign_dossiers(dossiers=picked, officer=form.cleaned_data["holder"], by=user)
    return confirm_dossiers(dossiers=picked, by=user)
