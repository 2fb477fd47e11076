"""Preliminary and final reviews, and taking a final one back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.movements.actions import reopen_movement, review_movement
from thidua.movements.enums import RegistrationState, ReviewKind
from thidua.movements.models import Movement, Review
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.movements.find import run_by
from thidua.web.workspace.movements.forms.life import ReasonForm, ReviewForm

_RUN = (Right.MANAGE_MOVEMENTS, Right.ANSWER_MOVEMENT)


@right_required(*_RUN)
def review(request: HttpRequest, slug: str) -> HttpResponse:
    """Record a review; a final one closes the movement."""
    movement = run_by(request, slug)
    form = ReviewForm(
        request.POST or None,
        request.FILES or None,
        initial={"kind": request.GET.get("loai", ReviewKind.FINAL)},
    )
    if request.method == "POST" and form.accepted(lambda: _keep(request, movement, form)):
        closed = form.outcome.kind == ReviewKind.FINAL
        messages.success(
            request,
            _("The final review is kept, and the movement closed.") if closed else _("The review is kept."),
        )
        return redirect("movement", movement.slug)
    waiting = movement.registrations.filter(state=RegistrationState.SENT).count()
    return render(request, "movements/review.html", {"form": form, "movement": movement, "waiting": waiting})


@right_required(*_RUN)
def reopen(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a final review back, with a reason."""
    movement = run_by(request, slug)
    hint = _("Kept in the history. Example: the final review was recorded for another movement.")
    form = ReasonForm(request.POST or None, hint=hint)
    if request.method == "POST" and form.accepted(
        lambda: reopen_movement(movement=movement, reason=form.cleaned_data["reason"], by=signed_in(request))
    ):
        messages.success(request, _("The movement runs again."))
        return redirect("movement", movement.slug)
    return render(request, "movements/reopen.html", {"form": form, "movement": movement})


def _keep(request: HttpRequest, movement: Movement, form: ReviewForm) -> Review:
    said = form.cleaned_data
    return review_movement(
        movement=movement,
        kind=said["kind"],
        held_on=said["held_on"],
        ended_on=said["ended_on"] if said["kind"] == ReviewKind.FINAL else None,
        findings=said["findings"],
        data=said["file"].read() if said["file"] else None,
        file_name=said["file"].name if said["file"] else "",
        by=signed_in(request),
    )
