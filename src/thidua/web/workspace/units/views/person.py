"""The page of a person, and what is written about them."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.rights import Right
from thidua.orgs.access import may_anywhere, may_edit_household, may_edit_person, units_where
from thidua.orgs.models import Person, Position
from thidua.orgs.people_access import households_seen_by, persons_seen_by
from thidua.orgs.personal.rights import may_see_personal_data
from thidua.orgs.queries import addresses_today, names_on, other_spellings
from thidua.support.audit.describe import story
from thidua.support.audit.queries import history_of
from thidua.web.shell.access import require_right, right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.shell.lookups.fields import only_looks_up, without_faults
from thidua.web.workspace.units.eras import era
from thidua.web.workspace.units.forms.people import EndPositionForm, PersonForm, PositionForm

MOST_STORIES = 20


@right_required(Right.SEE_WORKSPACE)
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a person: name, positions in time, households; to those who correct them also what is personal."""
    user = signed_in(request)
    person = persons_seen_by(user).filter(pk=pk).first()
    if person is None:
        merged = get_object_or_404(Person, pk=pk, merged_into__in=persons_seen_by(user))
        return redirect("person", merged.merged_into_id)
    edits = may_edit_person(user, person)
    rows = list(person.positions.select_related("unit").order_by("order", "pk"))
    ending = set(
        units_where(user, Right.MANAGE_PEOPLE)
        .filter(pk__in={row.unit_id for row in rows})
        .values_list("pk", flat=True)
    )
    households = list(households_seen_by(user).filter(head=person).select_related("head", "address_unit"))
    today = timezone.localdate()
    became = addresses_today({row.address_unit_id for row in households if row.address_unit_id}, today)
    context = {
        "person": person,
        "spellings": other_spellings(person),
        "edits": edits,
        "adds": may_anywhere(user, Right.MANAGE_PEOPLE),
        "sees_personal_data": may_see_personal_data(user, person),
        "sees_records": may_anywhere(user, Right.SEE_RECORDS),
        "positions": _in_their_time(rows, ending, today),
        "households": [
            (
                row,
                became[row.address_unit_id].sentence if row.address_unit_id else "",
                may_edit_household(user, row),
            )
            for row in households
        ],
        "stories": [story(entry) for entry in history_of(person)[:MOST_STORIES]] if edits else [],
    }
    return render(request, "units/person.html", context)


def _in_their_time(
    rows: list[Position], ending: set[int], today: date
) -> list[tuple[Position, str, str, bool]]:
    """Return each position with the unit's name of its time, the time, and whether it can be ended."""
    days = {row.pk: row.valid_to or today for row in rows}
    names = names_on((row.unit_id, days[row.pk]) for row in rows)
    return [
        (
            row,
            names[row.unit_id, days[row.pk]].name,
            era(row.valid_from, row.valid_to),
            row.valid_to is None and row.unit_id in ending,
        )
        for row in rows
    ]


@right_required(Right.MANAGE_PEOPLE)
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """Enter a person."""
    form = PersonForm(request.POST or None, user=signed_in(request))
    if request.method == "POST" and form.accepted(form.act_on):
        messages.success(request, _("The person has been entered. Add the position, if one is known."))
        return redirect("person", form.outcome.pk)
    context = {"form": form, "title": _("Enter a person"), "back": reverse("people")}
    return render(request, "units/person_form.html", context)


@right_required(Right.MANAGE_PEOPLE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a person; two people at once are told of each other."""
    user = signed_in(request)
    person = get_object_or_404(persons_seen_by(user), pk=pk)
    if not may_edit_person(user, person):
        raise PermissionDenied(
            _("You have no right to change “%(name)s”. Ask the unit where they hold a position.")
            % {"name": person.full_name}
        )
    form = PersonForm(request.POST or None, user=user, person=person)
    if request.method == "POST" and form.accepted(form.act_on):
        messages.success(request, _("The changes have been saved."))
        return redirect("person", pk)
    context = {"form": form, "title": _("Correct the person"), "person": person, "back": _page_of(person)}
    return render(request, "units/person_form.html", context)


@right_required(Right.MANAGE_PEOPLE)
@require_http_methods(["GET", "POST"])
def add_held(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter a position of the person."""
    user = signed_in(request)
    person = get_object_or_404(persons_seen_by(user), pk=pk)
    form = PositionForm(request.POST or None, user=user, person=person)
    if only_looks_up(request):
        without_faults(form)
    elif request.method == "POST" and form.accepted(form.act_on):
        messages.success(request, _("The position has been entered."))
        return redirect("person", pk)
    context = {"form": form, "title": _("Add a position"), "person": person, "back": _page_of(person)}
    return render(request, "units/person_form.html", context)


@right_required(Right.MANAGE_PEOPLE)
@require_http_methods(["GET", "POST"])
def end_held(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the last day of a position, then end it."""
    user = signed_in(request)
    position = get_object_or_404(Position.objects.select_related("person", "unit"), pk=pk)
    require_right(request, Right.MANAGE_PEOPLE, unit=position.unit)
    form = EndPositionForm(request.POST or None, user=user, position=position)
    told = {"name": position.person.full_name, "title": position.title, "unit": position.unit.name}
    return ask_first(
        request,
        question=_("End the position of %(name)s?") % told,
        consequence=_("%(name)s is “%(title)s” of “%(unit)s” until the day given. Older records keep it.")
        % told,
        verb=_("End the position"),
        back=_page_of(position.person),
        act=form.act_on,
        done=_("The position has ended."),
        form=form,
    )


def _page_of(person: Person) -> str:
    return reverse("person", args=[person.pk])
