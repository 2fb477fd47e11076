"""Entries as the office keeps them: with names, without codes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.contests.actions import enter_on_paper, withdraw_entry
from thidua.contests.actions.bare_file import WORKS
from thidua.contests.models import Edition, Entry
from thidua.support.files.actions import store_file
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.typed import keeps_typed, typed_before
from thidua.web.workspace.contests.find import edition_with_rules, kept_entry
from thidua.web.workspace.contests.forms.entries import PaperEntryForm, WithdrawForm
from thidua.web.workspace.contests.forms.moments import moment
from thidua.web.workspace.contests.tables import ENTRIES


@right_required(Right.KEEP_AWARDS)
@require_safe
def listing(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show the entries with names; the codes stand nowhere here."""
    edition = edition_with_rules(request, pk)
    rows = (
        Entry.objects.filter(category__edition=edition).select_related("category").prefetch_related("authors")
    )
    return ENTRIES.respond(request, rows, "contests/entries.html", {"edition": edition})


@keeps_typed
@right_required(Right.KEEP_AWARDS)
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Register a work that came on paper."""
    edition = edition_with_rules(request, pk)
    form = PaperEntryForm(
        request.POST or None, request.FILES or None, edition=edition, initial=typed_before(request)
    )
    if request.method == "POST" and form.accepted(lambda: _entered(request, edition, form)):
        messages.success(
            request,
            _("“%(title)s” is registered. Code for the entrant to follow it up: %(code)s.")
            % {"title": form.outcome.title, "code": form.outcome.follow_up_code},
        )
        return redirect("contest-entries", edition.pk)
    return render(request, "contests/paper.html", {"form": form, "edition": edition})


def _entered(request: HttpRequest, edition: Edition, form: PaperEntryForm) -> Entry:
    sent = form.cleaned_data["work"]
    by = signed_in(request)
    files = [store_file(data=sent.read(), name=sent.name, by=by, field="files", kinds=WORKS)] if sent else []
    return enter_on_paper(
        category=form.cleaned_data["category"],
        content=form.content(edition),
        files=files,
        stamped_at=moment(form.cleaned_data["stamped_at"], form.cleaned_data["stamped_time"]),
        by=by,
    )


@right_required(Right.KEEP_AWARDS)
def withdraw(request: HttpRequest, pk: int, entry: int) -> HttpResponse:
    """Withdraw an entry at its author's wish."""
    edition = edition_with_rules(request, pk)
    row = kept_entry(edition, entry)
    form = WithdrawForm(request.POST or None)
    return ask_first(
        request,
        question=_("Withdraw “%(title)s”?") % {"title": row.title},
        consequence=_("It takes part no more. The work and its marks are kept."),
        verb=_("Withdraw the work"),
        back=reverse("contest-entries", args=[edition.pk]),
        act=lambda: withdraw_entry(
            entry=row, reason=form.cleaned_data["withdrawn_reason"], by=signed_in(request)
        ),
        done=_("The entry is withdrawn."),
        form=form,
    )
