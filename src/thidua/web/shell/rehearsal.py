"""Forms whose act is rehearsed first: the person reads what it will do, then carries it out or changes the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from thidua.web.shell.forms import Form
from thidua.web.shell.lookups.fields import FIND, only_looks_up, without_faults

STEP: Final = "buoc"  # the name of the buttons of the second page
CONFIRM: Final = "xac-nhan"
CHANGE: Final = "sua"


@dataclass(frozen=True)
class Plan:
    """What the second page says: the question, what will happen, and the verb on the button."""

    question: str
    consequences: Sequence[str]
    verb: str


def rehearsed(act: Callable[[], object]) -> object:
    """Carry `act` out and take everything back; return its result. Raises what `act` raises."""
    with transaction.atomic():
        outcome = act()
        transaction.set_rollback(True)
    return outcome


def in_two_steps(
    request: HttpRequest,
    form: Form,
    *,
    act: Callable[[], object],
    plan: Callable[[Any], Plan],
    done: str,
    then: Callable[[Any], str],
    template: str,
    context: Mapping[str, Any],
) -> HttpResponse:
    """Show `form`; rehearse `act` and show the `plan` of its result; carry it out once that is confirmed.

    `then` returns the address to go to with the result. A refusal shows on the form, in either step.
    """
    step = request.POST.get(STEP, "")
    if only_looks_up(request) or step == CHANGE:
        without_faults(form)
    elif request.method == "POST" and step == CONFIRM:
        if form.accepted(act):
            messages.success(request, done)
            return redirect(then(form.outcome))
    elif request.method == "POST" and form.accepted(lambda: rehearsed(act)):
        return render(
            request, "shell/rehearsed.html", {"plan": plan(form.outcome), "answers": _answers(request)}
        )
    return render(request, template, {**context, "form": form})


def _answers(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what was sent, to be sent once more."""
    left_out = {"csrfmiddlewaretoken", STEP, FIND}
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in left_out
        for value in values
        if isinstance(value, str)
    ]
