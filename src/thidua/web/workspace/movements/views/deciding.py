"""The office decides: one registration, or many at once."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from thidua.accounts.rights import Right
from thidua.movements import access, queries
from thidua.movements.actions import (
    accept_registration,
    accept_registrations,
    content_of,
    return_registration,
)
from thidua.movements.enums import RegistrationState
from thidua.movements.models import Movement, Registration
from thidua.web.shell import formats
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.movements.acting import carried_out
from thidua.web.workspace.movements.find import movement_or_404, registration_or_404
from thidua.web.workspace.movements.forms.life import ReasonForm
from thidua.web.workspace.movements.labels import field_labels
from thidua.web.workspace.movements.states import movement_tag
from thidua.web.workspace.movements.tables import DECIDABLE, REGISTRATIONS

_DECIDE = right_required(Right.ACCEPT_REGISTRATION, Right.ANSWER_MOVEMENT)


@right_required(Right.SEE_MOVEMENTS)
def board(request: HttpRequest, slug: str) -> HttpResponseBase:
    """List the registrations for a movement; who decides may choose those to accept."""
    movement = movement_or_404(request, slug)
    today = timezone.localdate()
    decides = access.may_decide(request.user, movement)
    context = {
        "movement": movement,
        "tag": movement_tag(movement),
        "is_public": access.is_public(movement),
        "sees_history": access.may_see_history(request.user, movement),
        "decides": decides,
        "counts": queries.counts_by_state(movement, request.user, today),
    }
    rows = queries.board(movement, request.user, today)
    table = DECIDABLE if decides else REGISTRATIONS
    return table.respond(request, rows, "movements/registrations.html", context)


@_DECIDE
@require_POST
def accept_chosen(request: HttpRequest, slug: str) -> HttpResponse:
    """Accept the registrations chosen on the board."""
    movement = movement_or_404(request, slug)
    chosen = set(request.POST.getlist("dang-ky"))
    return _accept(request, movement, [row for row in _waiting(request, movement) if str(row.pk) in chosen])


@_DECIDE
def accept_all(request: HttpRequest, slug: str, count: int) -> HttpResponse:
    """Ask before all that wait are accepted; accept them on POST, if they are still as many as were seen."""
    movement = movement_or_404(request, slug)
    waiting = _waiting(request, movement)
    board_url = reverse("registrations", args=[movement.slug])
    if len(waiting) != count:
        messages.warning(request, _("Others wait now than you have seen. Look at them, then accept."))
        return redirect(board_url)
    if request.method == "POST":
        return _accept(request, movement, waiting)
    question = ngettext(
        "Accept the %(count)s registration that waits?",
        "Accept all %(count)s registrations that wait?",
        count,
    )
    context = {
        "question": question % {"count": formats.number(count)},
        "consequence": _(
            "Each unit sees at once that it is accepted. You can return one later, with a reason."
        ),
        "verb": _("Accept all"),
        "back": board_url,
    }
    return render(request, "shell/confirm.html", context)


@_DECIDE
@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept one registration."""
    row = registration_or_404(request, pk)
    if not carried_out(request, lambda: accept_registration(registration=row, by=signed_in(request))):
        return redirect("registration", row.pk)
    messages.success(request, _("The registration of %(who)s is accepted.") % {"who": row.person or row.unit})
    return redirect(f"{reverse('registrations', args=[row.movement.slug])}?buoc={RegistrationState.SENT}")


@_DECIDE
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Return one registration with a reason."""
    row = registration_or_404(request, pk)
    if not access.may_decide(request.user, row.movement):
        raise PermissionDenied(_("Only those who run this movement return registrations."))
    hint = _("The unit reads these words. Say what is missing and what to write instead.")
    form = ReasonForm(request.POST or None, hint=hint)
    if request.method == "POST" and form.accepted(
        lambda: return_registration(
            registration=row, reason=form.cleaned_data["reason"], by=signed_in(request)
        )
    ):
        messages.success(request, _("Returned. It is now with %(who)s.") % {"who": row.unit})
        return redirect("registrations", row.movement.slug)
    context = {
        "form": form,
        "registration": row,
        "said": content_of(row),
        "field_labels": field_labels(row.fields),
    }
    return render(request, "movements/return.html", context)


def _accept(request: HttpRequest, movement: Movement, chosen: list[Registration]) -> HttpResponse:
    if not chosen:
        messages.warning(request, _("Choose at least one registration that waits, then accept."))
    elif carried_out(request, lambda: accept_registrations(registrations=chosen, by=signed_in(request))):
        said = ngettext("%(count)s registration accepted.", "%(count)s registrations accepted.", len(chosen))
        messages.success(request, said % {"count": formats.number(len(chosen))})
    return redirect("registrations", movement.slug)


def _waiting(request: HttpRequest, movement: Movement) -> list[Registration]:
    rows = access.waiting_for(request.user, timezone.localdate()).filter(movement=movement)
    return list(rows.select_related("movement__launched_by", "unit"))
