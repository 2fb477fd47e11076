"""Beginning a registration: for a unit, or for one of its people."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.movements import access
from thidua.movements.actions import RegistrationContent, register
from thidua.movements.models import Movement, Registration
from thidua.orgs.actions import create_person
from thidua.orgs.models import Person, Unit
from thidua.orgs.queries import search_persons
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.movements.find import movement_or_404, units_called_on
from thidua.web.workspace.movements.forms.registration import NEW_PERSON, PERSON, UNIT, PersonForm, StartForm

MOST_OFFERED = 8


@right_required(Right.REGISTER_FOR_MOVEMENT)
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for whom the registration is; begin it, or go on to the one that was begun before."""
    movement = movement_or_404(request, slug)
    if movement.state not in access.RUNNING_STATES:
        raise PermissionDenied(
            _("“%(movement)s” is not running, so it takes no registrations.") % {"movement": movement}
        )
    units = units_called_on(request, movement)
    unit = next(
        (unit for unit in units if unit.key == request.GET.get("don-vi")), units[0] if units else None
    )
    if request.GET.get("ai") == PERSON and unit is not None:
        return _person(request, movement, unit)
    form = StartForm(request.POST or None, units=units, initial={"unit": unit, "who": UNIT})
    if request.method == "POST" and form.is_valid():
        unit = form.cleaned_data["unit"]
        if form.cleaned_data["who"] == PERSON:
            return redirect(f"{reverse('start-registration', args=[slug])}?don-vi={unit.key}&ai={PERSON}")
        if form.accepted(lambda: _begun(request, movement, unit, None)):
            return redirect("registration", form.outcome.pk)
    return render(request, "movements/start.html", {"form": form, "movement": movement, "units": units})


def _person(request: HttpRequest, movement: Movement, unit: Unit) -> HttpResponse:
    form = PersonForm(request.POST or None)
    found = search_persons(request.POST.get("name", ""), on=timezone.localdate(), limit=MOST_OFFERED)
    form.offer(found)
    asks = bool(found) and request.method == "POST" and not request.POST.get("known")
    if (
        request.method == "POST"
        and not asks
        and form.accepted(lambda: _begun(request, movement, unit, _chosen(request, form)))
    ):
        return redirect("registration", form.outcome.pk)
    context = {"form": form, "movement": movement, "unit": unit, "found": found}
    return render(request, "movements/start_person.html", context)


def _chosen(request: HttpRequest, form: PersonForm) -> Person:
    known = form.cleaned_data["known"]
    if known and known != NEW_PERSON:
        return Person.objects.get(pk=int(known))
    return create_person(
        full_name=form.cleaned_data["name"], honorific=form.cleaned_data["honorific"], by=signed_in(request)
    )


def _begun(request: HttpRequest, movement: Movement, unit: Unit, person: Person | None) -> Registration:
    rows = Registration.objects.filter(movement=movement)
    before = rows.filter(person=person) if person else rows.filter(unit=unit, person__isnull=True)
    return before.first() or register(
        movement=movement, unit=unit, person=person, content=RegistrationContent(), by=signed_in(request)
    )
