"""Entering a contest without an account, the receipt, and taking an entry back."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from thidua.contests.actions import withdraw_own_entry
from thidua.contests.enums import EditionStage
from thidua.contests.models import Entry
from thidua.contests.queries.stages import stage_of
from thidua.web.public.contests.forms import EntryForm, WithdrawOwnForm
from thidua.web.public.contests.views.editions import edition_for_all
from thidua.web.shell.follow_up import read
from thidua.web.shell.public_forms import PublicForm
from thidua.web.shell.receipts import ask_for_code, code_on, forget, sent_on

KIND: Final = "giai-thuong"
WITHDRAWN: Final = "rut-bai"
ON_THE_WAY: Final = 60  # seconds in which the code waits for the page that asks whether to withdraw


@never_cache
def enter(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a work; outside the days of entry say when they are, and refuse late ones with what was typed."""
    edition = edition_for_all(pk)
    stage = stage_of(edition)
    if stage == EditionStage.RECORDED:
        raise Http404
    is_sent = request.method == "POST"
    form = EntryForm(request.POST if is_sent else None, request.FILES if is_sent else None, edition=edition)
    if is_sent and form.sent(request, form.enter):
        return sent_on(request, KIND, form.outcome.follow_up_code, "contest-receipt")
    context = {
        "edition": edition,
        "rules": edition.rules,
        "form": form,
        "is_open": stage == EditionStage.OPEN,
        "conditions": [line for line in edition.rules.eligibility.splitlines() if line.strip()],
    }
    return _answered(request, "public_contests/enter.html", context, form)


@require_safe
@never_cache
def receipt(request: HttpRequest) -> HttpResponse:
    """Show what this browser sent, with the code to keep, for a day; later and elsewhere ask for the code."""
    found = Entry.objects.select_related("category__edition__competition", "category__edition__rules")
    code = code_on(request, KIND)
    entry = found.filter(follow_up_code=code).first() if code else None
    if entry is None:
        return ask_for_code()
    context = {"entry": entry, "edition": entry.category.edition, "rules": entry.category.edition.rules}
    response = render(request, "public_contests/receipt.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


@never_cache
def withdraw(request: HttpRequest) -> HttpResponse:
    """Take an entry back by its code, which stands there already for who comes from following it up."""
    carried = code_on(request, WITHDRAWN, ON_THE_WAY)
    form = WithdrawOwnForm(request.POST if request.method == "POST" else None, initial={"ma": carried})
    if request.method == "POST" and form.sent(
        request, lambda: withdraw_own_entry(code=read(form.answers["ma"]))
    ):
        messages.success(request, _("“%(title)s” is withdrawn.") % {"title": form.outcome.title})
        return redirect("contest", form.outcome.category.edition_id)
    response = _answered(request, "public_contests/withdraw.html", {"form": form}, form)
    if carried:
        forget(response, WITHDRAWN)
    return response


@csrf_exempt  # changes nothing: the page it leads to asks; readers of the public pages get no cookie
@require_POST
@never_cache
def withdraw_this(request: HttpRequest) -> HttpResponse:
    """Lead to the withdrawal of the entry with the code that was followed up; the code stands in no address."""
    code = request.POST.get("ma", "")
    return sent_on(request, WITHDRAWN, code, "withdraw-own-entry", seconds=ON_THE_WAY)


def _answered(
    request: HttpRequest, template: str, context: dict[str, object], form: PublicForm
) -> HttpResponse:
    response = render(request, template, context, status=429 if form.wait else 200)
    if form.wait:
        response["Retry-After"] = str(form.wait)
    return response
