"""One nominee of a draft: the amount, leaving out, putting back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.decisions.actions import refuse_line, restore_line, set_bonus
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.signing.find import line_for
from thidua.web.workspace.signing.forms.editing import BonusForm, RefuseForm, bonus_as_typed


@right_required(Right.PROPOSE)
def bonus(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Set the amount of a bonus, with the reason."""
    row = line_for(request, pk, line)
    form = BonusForm(request.POST or None, initial=bonus_as_typed(row))
    if request.method == "POST" and form.accepted(
        lambda: set_bonus(
            line=row,
            amount=int(form.cleaned_data["amount"]),
            reason=form.cleaned_data["reason"],
            by=signed_in(request),
        )
    ):
        messages.success(request, _("The amount of %(name)s is kept.") % {"name": row.recipient_name})
        return redirect("decision", pk)
    heading = _("Bonus of %(name)s") % {"name": row.recipient_name}
    context = {"form": form, "decision": row.decision, "heading": heading, "steps": row.bonus_steps}
    return render(request, "signing/form.html", context)


@right_required(Right.PROPOSE)
def refuse(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Leave a nominee out, with the reason."""
    row = line_for(request, pk, line)
    form = RefuseForm(request.POST or None)
    return ask_first(
        request,
        question=_("Do not grant the award to %(name)s?") % {"name": row.recipient_name},
        consequence=_("The others are numbered again. The unit reads the reason after signing."),
        verb=_("Do not grant"),
        back=reverse("decision", args=[pk]),
        act=lambda: refuse_line(line=row, reason=form.cleaned_data["reason"], by=signed_in(request)),
        done=_("%(name)s is not in the list any more.") % {"name": row.recipient_name},
        form=form,
    )


@right_required(Right.PROPOSE)
def restore(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """Put a nominee back into the list."""
    row = line_for(request, pk, line)
    return ask_first(
        request,
        question=_("Put %(name)s back into the list?") % {"name": row.recipient_name},
        verb=_("Put back"),
        back=reverse("decision", args=[pk]),
        act=lambda: restore_line(line=row, by=signed_in(request)),
        done=_("%(name)s is in the list again.") % {"name": row.recipient_name},
    )
