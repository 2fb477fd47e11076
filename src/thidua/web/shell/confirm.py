"""A page that asks before what cannot be undone; `shell.js` shows it on top of the page it was asked from."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.forms import Form


def ask_first(
    request: HttpRequest,
    *,
    question: str,
    verb: str,
    back: str,
    act: Callable[[], object],
    done: str,
    consequence: str = "",
    form: Form | None = None,
) -> HttpResponse:
    """Ask `question` on GET; on POST carry out `act`, say `done` and return to `back`.

    `verb` is on the button, `consequence` says what will happen, and `form` asks for what the act needs (a reason).
    A refusal is shown on the same page. Raises PermissionDenied where the right is missing.
    """
    faults: list[str] = []
    if request.method == "POST":
        if form is not None:
            carried_out = form.accepted(act)
        else:
            faults = _refusal_of(act)
            carried_out = not faults
        if carried_out:
            messages.success(request, done)
            return redirect(back)
    context = {"question": question, "consequence": consequence, "verb": verb, "back": back}
    return render(request, "shell/confirm.html", context | {"form": form, "has_faults": faults})


def _refusal_of(act: Callable[[], object]) -> list[str]:
    try:
        act()
    except NotAllowed as refused:
        raise PermissionDenied(str(refused)) from refused
    except Refused as refused:
        return [str(sentence) for said in refused.faults.values() for sentence in said]
    return []
