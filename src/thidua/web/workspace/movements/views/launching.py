"""The launching document, the launch itself, and throwing a draft away."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.rights import Right
from thidua.core.text_checks import TextCode, check_text, sentence
from thidua.movements import access
from thidua.movements.actions import attach_launch_document, discard_movement, launch_movement
from thidua.movements.models import Movement
from thidua.movements.queries import reference_day, span_phrase, units_in_scope
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.formats import page_language
from thidua.web.workspace.movements.acting import carried_out
from thidua.web.workspace.movements.find import movement_or_404, run_by
from thidua.web.workspace.movements.forms.life import DocumentForm

# What can be wrong in a theme; figures and dates in it need no source.
WORTH_TELLING: Final = frozenset(
    {
        TextCode.UNBALANCED_BRACKET,
        TextCode.UNBALANCED_QUOTE,
        TextCode.DOUBLED_WORD,
        TextCode.WRONG_PUNCTUATION,
        TextCode.LOOK_ALIKE_LETTER,
    }
)
_RUN = (Right.MANAGE_MOVEMENTS, Right.ANSWER_MOVEMENT)
_LAUNCH = (Right.LAUNCH_MOVEMENT, Right.ANSWER_MOVEMENT)


@right_required(*_RUN)
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep number, date and file of the launching document."""
    movement = run_by(request, slug)
    said = {
        "version": movement.version,
        "number": movement.launch_number,
        "issued_on": movement.launch_date,
    }
    form = DocumentForm(request.POST or None, request.FILES or None, initial=said)
    if request.method == "POST" and form.accepted(lambda: _attach(request, movement, form)):
        messages.success(request, _("The launching document is kept."))
        return redirect("movement", movement.slug)
    return render(request, "movements/document.html", {"form": form, "movement": movement})


@right_required(*_LAUNCH)
def launch(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what a launch does and what is still missing; launch on POST."""
    movement = movement_or_404(request, slug)
    if not access.may_launch(request.user, movement):
        raise PermissionDenied(
            _("A movement of the province is launched by the Chairman, an answer by its own unit.")
        )
    if request.method == "POST":
        if carried_out(request, lambda: launch_movement(movement=movement, by=signed_in(request))):
            messages.success(
                request, _("“%(movement)s” is launched. Units can register now.") % {"movement": movement}
            )
        return redirect("movement", movement.slug)
    day = reference_day(movement, timezone.localdate())
    context = {
        "movement": movement,
        "span": span_phrase(movement, page_language()),
        "missing": missing_from(movement),
        "in_scope": len(units_in_scope(movement, day)),
    }
    return render(request, "movements/launch.html", context)


@right_required(*_RUN)
def discard(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask before a draft is thrown away; throw it away on POST."""
    movement = run_by(request, slug)
    if request.method == "POST":
        if not carried_out(request, lambda: discard_movement(movement=movement, by=signed_in(request))):
            return redirect("movement", movement.slug)
        messages.success(request, _("The draft “%(movement)s” is gone.") % {"movement": movement})
        return redirect("movements")
    context = {
        "question": _("Throw away the draft “%(movement)s”?") % {"movement": movement},
        "consequence": _(
            "It was never launched, so nobody has registered for it. Its history stays in the log."
        ),
        "verb": _("Throw the draft away"),
        "back": reverse("movement", args=[movement.slug]),
    }
    return render(request, "shell/confirm.html", context)


def missing_from(movement: Movement) -> list[str]:
    """Return, in words, what a careful officer would complete before the launch."""
    missing: list[str] = []
    if not (movement.launch_number or movement.launch_file_id):
        missing.append(_("No launching document is attached. It can be attached later."))
    if movement.starts_on is None:
        missing.append(_("The start is not known."))
    if movement.planned_end is None:
        missing.append(_("No end is planned, so nobody will be told how many days are left."))
    unnamed = movement.content_groups.filter(name="").count()
    if unnamed:
        missing.append(_("%(count)s content groups have no name yet.") % {"count": unnamed})
    found = [each for each in check_text(movement.theme) if each.code in WORTH_TELLING]
    return missing + [sentence(each, page_language()) for each in found]


def _attach(request: HttpRequest, movement: Movement, form: DocumentForm) -> Movement:
    file = form.cleaned_data["file"]
    return attach_launch_document(
        movement=movement,
        version=form.cleaned_data["version"],
        by=signed_in(request),
        number=form.cleaned_data["number"],
        issued_on=form.cleaned_data["issued_on"],
        data=file.read() if file else None,
        file_name=file.name if file else "",
    )
