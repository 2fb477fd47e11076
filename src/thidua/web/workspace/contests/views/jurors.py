"""Jurors of an edition: appoint, release, and note a conflict that the office knows of."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.contests.actions import appoint_juror, record_conflict, release_juror
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.contests.find import edition_with_rules, kept_juror
from thidua.web.workspace.contests.forms.entries import AppointForm, OfficeConflictForm, ReasonForm


@right_required(Right.KEEP_AWARDS)
def appoint(request: HttpRequest, pk: int) -> HttpResponse:
    """Appoint a juror."""
    edition = edition_with_rules(request, pk)
    form = AppointForm(request.POST or None, edition=edition)
    if request.method == "POST" and form.accepted(
        lambda: appoint_juror(edition=edition, by=signed_in(request), **form.cleaned_data)
    ):
        messages.success(request, _("%(name)s is on the jury.") % {"name": form.outcome.user.full_name})
        return redirect("contest-edition", edition.pk)
    return render(request, "contests/appoint.html", {"form": form, "edition": edition})


@right_required(Right.KEEP_AWARDS)
def release(request: HttpRequest, pk: int, juror: int) -> HttpResponse:
    """Take a juror off the jury."""
    edition = edition_with_rules(request, pk)
    row = kept_juror(edition, juror)
    form = ReasonForm(request.POST or None)
    name = row.user.full_name
    return ask_first(
        request,
        question=_("Release %(name)s from the jury?") % {"name": name},
        verb=_("Release"),
        back=reverse("contest-edition", args=[edition.pk]),
        act=lambda: release_juror(juror=row, reason=form.cleaned_data["reason"], by=signed_in(request)),
        done=_("%(name)s is released.") % {"name": name},
        form=form,
    )


@right_required(Right.KEEP_AWARDS)
def conflict(request: HttpRequest, pk: int, juror: int) -> HttpResponse:
    """Note a conflict of a juror with an entry."""
    edition = edition_with_rules(request, pk)
    row = kept_juror(edition, juror)
    form = OfficeConflictForm(request.POST or None, juror=row)
    if request.method == "POST" and form.accepted(
        lambda: record_conflict(juror=row, by=signed_in(request), **form.cleaned_data)
    ):
        messages.success(request, _("The juror does not judge this work."))
        return redirect("contest-edition", edition.pk)
    return render(request, "contests/conflict.html", {"form": form, "edition": edition, "juror": row})
