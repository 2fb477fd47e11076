"""The personal data of one person: masked, shown on a press with a reason, entered, erased."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.core.vietnamese.dates import format_date
from thidua.orgs.access import may_anywhere
from thidua.orgs.actions import erase_personal_data
from thidua.orgs.models import Person
from thidua.orgs.people_access import persons_seen_by
from thidua.orgs.personal.rights import may_see_personal_data
from thidua.orgs.queries.personal_data import masked_data_of, personal_data_of
from thidua.registry.actions import extract_person
from thidua.support.audit.describe import story
from thidua.support.audit.queries import history_of
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.privacy.forms import EntryForm, ReadForm, ReasonForm

MOST_STORIES = 20


def person_for(request: HttpRequest, pk: int) -> Person:
    """Return a person whose personal data are the reader's to see; for others there is no such page."""
    user = signed_in(request)
    person = get_object_or_404(persons_seen_by(user), pk=pk)
    if not may_see_personal_data(user, person):
        raise Http404
    return person


@right_required(Right.SEE_PERSONAL_DATA)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the data masked; on a press with a reason one of them whole, in this answer alone."""
    person, user = person_for(request, pk), signed_in(request)
    form = ReadForm(request.POST or None)
    shown = {}
    if request.method == "POST" and form.accepted(lambda: form.act_on(person, user)):
        shown = {form.cleaned_data["field"]: _in_words(form.cleaned_data["field"], form.outcome)}
        form = ReadForm(initial={"reason": form.cleaned_data["reason"]})
    data = masked_data_of(person)
    context = {
        "person": person,
        "form": form,
        "data": data,
        "shown": shown,
        "stories": [story(entry) for entry in history_of(data.row)[:MOST_STORIES]] if data else [],
    }
    return render(request, "privacy/person.html", context)


@right_required(Right.SEE_PERSONAL_DATA)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter or correct them; what does not fit is told, and stored all the same."""
    person, user = person_for(request, pk), signed_in(request)
    form = EntryForm(request.POST or None, person=person, row=personal_data_of(person), user=user)
    if request.method == "POST" and form.accepted(form.act_on):
        doubts = " ".join(str(doubt) for doubt in form.outcome.doubts)
        if doubts:
            messages.warning(request, _("The data have been saved. %(doubts)s") % {"doubts": doubts})
        else:
            messages.success(request, _("The data have been saved."))
        return redirect("personal-data", pk)
    context = {"form": form, "person": person, "data": masked_data_of(person)}
    return render(request, "privacy/entry.html", context)


@right_required(Right.SEE_PERSONAL_DATA)
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then erase."""
    person, user = person_for(request, pk), signed_in(request)
    form = ReasonForm(request.POST or None)
    return ask_first(
        request,
        question=_("Erase the identity number and the day of birth of %(name)s?") % {"name": person},
        consequence=_(
            "They cannot be brought back. Awards, positions and the year of birth stay, and the log keeps that they "
            "were erased, by whom and why."
        ),
        verb=_("Erase"),
        back=reverse("personal-data", args=[pk]),
        act=lambda: erase_personal_data(person=person, reason=form.cleaned_data["reason"], by=user),
        done=_("The personal data have been erased."),
        form=form,
    )


@right_required(Right.SEE_PERSONAL_DATA)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def extract(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask why, then give everything that is held about the person as a file."""
    person, user = person_for(request, pk), signed_in(request)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.accepted(
        lambda: extract_person(person=person, reason=form.cleaned_data["reason"], by=user)
    ):
        response = HttpResponse(form.outcome, content_type="application/zip")
        response["Content-Disposition"] = f'attachment; filename="trich-xuat-{person.pk}.zip"'
        return response
    context = {"form": form, "person": person, "finds": may_anywhere(user, Right.KEEP_AWARDS)}
    return render(request, "privacy/extract.html", context)


def _in_words(field: str, value: str) -> str:
    if field == "birth_date" and value:
        return format_date(date.fromisoformat(value))
    return value
