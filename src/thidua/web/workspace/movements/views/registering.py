"""Writing a registration: which movement, for whom, and then a few questions to a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.core.workflow.registration import EDITABLE
from thidua.movements import access
from thidua.movements.actions import RegistrationContent, content_of, register, send_registration
from thidua.movements.models import Registration
from thidua.movements.queries import invitations
from thidua.targets.models import Indicator
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.movements.find import own_units, registration_or_404
from thidua.web.workspace.movements.forms.registration import (
    ContentForm,
    GroupsForm,
    PledgeFormSet,
    pledge_content,
    pledge_rows,
)
from thidua.web.workspace.movements.forms.rows import Rows
from thidua.web.workspace.movements.forms.versioned import VersionedForm
from thidua.web.workspace.movements.labels import field_labels
from thidua.web.workspace.movements.states import registration_tag

_REGISTER = right_required(Right.REGISTER_FOR_MOVEMENT)


@_REGISTER
def mine(request: HttpRequest) -> HttpResponse:
    """Show every running movement that calls on one's units, and what was registered before."""
    units = own_units(request, Right.REGISTER_FOR_MOVEMENT)
    asked = invitations(units, timezone.localdate())
    rows = Registration.objects.filter(unit__in=units).select_related("movement", "person", "unit")
    context = {
        "asked": [(row, registration_tag(row.registration)) for row in asked],
        "people": _tagged(rows.filter(person__isnull=False, movement__state__in=access.RUNNING_STATES)),
        "past": _tagged(rows.exclude(movement__state__in=access.RUNNING_STATES)),
        "units": units,
    }
    return render(request, "movements/mine.html", context)


@_REGISTER
def content(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what will be done, and in which fields."""
    row = _editable(request, pk)
    form = ContentForm(
        request.POST or None,
        movement=row.movement,
        initial={"version": row.version, "content": row.content, "fields_of_work": row.fields},
    )
    if request.method == "POST" and form.accepted(
        lambda: _save(
            request,
            row,
            form.cleaned_data["version"],
            lambda said: replace(
                said, content=form.cleaned_data["content"], fields=form.cleaned_data["fields_of_work"]
            ),
        )
    ):
        return redirect("registration", row.pk)
    return render(request, "movements/registration_content.html", {"form": form, "registration": row})


@_REGISTER
def groups(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask which content groups."""
    row = _editable(request, pk)
    form = GroupsForm(
        request.POST or None,
        movement=row.movement,
        initial={"version": row.version, "groups": row.groups.all()},
    )
    if request.method == "POST" and form.accepted(
        lambda: _save(
            request,
            row,
            form.cleaned_data["version"],
            lambda said: replace(said, groups=tuple(form.cleaned_data["groups"])),
        )
    ):
        return redirect("registration", row.pk)
    return render(request, "movements/registration_groups.html", {"form": form, "registration": row})


@_REGISTER
def pledges(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what is promised, in words and numbers."""
    row = _editable(request, pk)
    posted = request.POST if request.method == "POST" else None
    offered = Indicator.objects.filter(movements=row.movement, is_active=True)
    choices = [(indicator.code, f"{indicator.name} ({indicator.measure})") for indicator in offered]
    rows = Rows(PledgeFormSet, data=posted, initial=pledge_rows(row), indicators=choices)
    form = VersionedForm(posted, initial={"version": row.version})
    saved = rows.saved
    if saved is not None and form.accepted(
        lambda: _save(
            request,
            row,
            form.cleaned_data["version"],
            lambda said: replace(said, pledges=[pledge_content(pledge) for pledge in saved]),
        )
    ):
        return redirect("registration", row.pk)
    context = {"form": form, "formset": rows.formset, "registration": row, "measured": bool(choices)}
    return render(request, "movements/registration_pledges.html", context)


@_REGISTER
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Show everything that was written, and send it on POST."""
    row = _editable(request, pk)
    form = VersionedForm(request.POST or None, initial={"version": row.version})
    if request.method == "POST" and form.accepted(
        lambda: send_registration(registration=row, by=signed_in(request))
    ):
        return redirect("registration-receipt", row.pk)
    said = content_of(row)
    context = {
        "form": form,
        "registration": row,
        "said": said,
        "has_groups": bool(said.groups) or row.movement.content_groups.exists(),
        "field_labels": field_labels(said.fields),
    }
    return render(request, "movements/registration_send.html", context)


def _save(
    request: HttpRequest,
    row: Registration,
    version: int,
    change: Callable[[RegistrationContent], RegistrationContent],
) -> Registration:
    saved = register(
        movement=row.movement,
        unit=row.unit,
        person=row.person,
        content=change(content_of(row)),
        version=version,
        by=signed_in(request),
    )
    messages.success(request, _("Kept. It is not sent yet."))
    return saved


def _editable(request: HttpRequest, pk: int) -> Registration:
    """Return the registration if the person may write it now; raises Http404, PermissionDenied with a sentence."""
    row = registration_or_404(request, pk)
    if not access.may_register(request.user, row.unit):
        raise PermissionDenied(_("Only officers of %(unit)s register for it.") % {"unit": row.unit})
    if row.state not in EDITABLE:
        raise PermissionDenied(_("This registration was sent. Recall it before you change it."))
    return row


def _tagged(rows: QuerySet[Registration]) -> list[tuple[Registration, object]]:
    return [(row, registration_tag(row)) for row in rows.order_by("-movement__starts_on", "pk")]
