"""Answering a movement from above with one's own."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.movements.actions import answer_movement
from thidua.movements.models import Movement
from thidua.orgs.models import Unit
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.movements.find import answerable_units, movement_or_404
from thidua.web.workspace.movements.forms.movement import MovementForm, said_in_answer_to


@right_required(Right.ANSWER_MOVEMENT)
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    """Prepare the movement by which one's unit answers the one at `slug`."""
    parent = movement_or_404(request, slug)
    units = answerable_units(request, parent)
    unit = next((unit for unit in units if unit.key == request.GET.get("don-vi")), None)
    if unit is None and len(units) == 1:
        unit = units[0]
    if unit is None:
        return render(request, "movements/answer_for_whom.html", {"movement": parent, "units": units})
    return _write(request, parent, unit)


def _write(request: HttpRequest, parent: Movement, unit: Unit) -> HttpResponse:
    form = MovementForm(request.POST or None, initial=said_in_answer_to(parent))
    if request.method == "POST" and form.accepted(
        lambda: answer_movement(
            parent=parent, unit=unit, content=form.content(), by=signed_in(request), on=timezone.localdate()
        )
    ):
        messages.success(
            request, _("The draft is kept. Launch it when it is complete: only then have you answered.")
        )
        return redirect("movement", form.outcome.slug)
    return render(request, "movements/answer.html", {"form": form, "parent": parent, "unit": unit})
