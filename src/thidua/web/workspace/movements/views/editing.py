"""Preparing a movement, changing it, and naming its content groups."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.movements.actions import create_movement, edit_movement, name_content_groups
from thidua.orgs.access import units_where
from thidua.orgs.enums import DISTRICT_LEVEL, UnitKind
from thidua.orgs.periods import existing_on
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.movements.find import own_units, run_by
from thidua.web.workspace.movements.forms.groups import GroupFormSet, group_content, rows_of
from thidua.web.workspace.movements.forms.movement import (
    MovementForm,
    NewMovementForm,
    said_of,
    said_of_a_new_one,
)
from thidua.web.workspace.movements.forms.rows import Rows
from thidua.web.workspace.movements.forms.versioned import VersionedForm

# Who launches movements of its own; communes and villages answer instead.
LAUNCHERS: Final = (UnitKind.PROVINCE, UnitKind.BODY, UnitKind.ENTERPRISE, *DISTRICT_LEVEL)


@right_required(Right.MANAGE_MOVEMENTS)
def create(request: HttpRequest) -> HttpResponse:
    """Prepare a movement of one's own unit, or of an authority below it."""
    reached = units_where(signed_in(request), Right.MANAGE_MOVEMENTS)
    units = reached.filter(existing_on(timezone.localdate()), kind__in=LAUNCHERS).order_by("sort_key", "pk")
    own = next(iter(own_units(request, Right.MANAGE_MOVEMENTS)), None)
    form = NewMovementForm(request.POST or None, units=units, initial=said_of_a_new_one(own))
    if request.method == "POST" and form.accepted(
        lambda: create_movement(
            content=form.content(), launched_by=form.cleaned_data["launched_by"], by=signed_in(request)
        )
    ):
        messages.success(request, _("The draft is kept. Nobody outside sees it before it is launched."))
        return redirect("movement-groups", form.outcome.slug)
    return render(request, "movements/create.html", {"form": form})


@right_required(Right.MANAGE_MOVEMENTS, Right.ANSWER_MOVEMENT)
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Change what is said of a movement."""
    movement = run_by(request, slug)
    form = MovementForm(request.POST or None, initial=said_of(movement))
    if request.method == "POST" and form.accepted(
        lambda: edit_movement(
            movement=movement,
            content=form.content(),
            version=form.cleaned_data["version"],
            by=signed_in(request),
        )
    ):
        messages.success(request, _("The changes are kept."))
        return redirect("movement", movement.slug)
    return render(request, "movements/edit.html", {"form": form, "movement": movement})


@right_required(Right.MANAGE_MOVEMENTS, Right.ANSWER_MOVEMENT)
def groups(request: HttpRequest, slug: str) -> HttpResponse:
    """Number, name, order, add and take away content groups."""
    movement = run_by(request, slug)
    posted = request.POST if request.method == "POST" else None
    rows = Rows(GroupFormSet, data=posted, initial=rows_of(movement))
    form = VersionedForm(posted, initial={"version": movement.version})
    saved = rows.saved
    if saved is not None and form.accepted(
        lambda: name_content_groups(
            movement=movement,
            groups=[group_content(row) for row in saved],
            version=form.cleaned_data["version"],
            by=signed_in(request),
        )
    ):
        messages.success(request, _("The content groups are kept."))
        return redirect("movement", movement.slug)
    context = {"form": form, "formset": rows.formset, "movement": movement}
    return render(request, "movements/groups.html", context)
