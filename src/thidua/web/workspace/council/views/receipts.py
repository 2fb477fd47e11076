"""The published receipts of a closed session."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.accounts.rights import Right
from thidua.council.enums import SessionState
from thidua.council.queries import is_counted, published_receipts
from thidua.web.shell.access import right_required
from thidua.web.workspace.council.find import session_for
from thidua.web.workspace.council.forms.ballot import CodeForm


@right_required(Right.VOTE, Right.KEEP_COUNCIL)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell whether the ballot with a receipt was counted, and list what was published."""
    session = session_for(request, pk)
    form = CodeForm(request.POST if request.method == "POST" else None)
    is_closed = session.state == SessionState.CLOSED
    checked = request.method == "POST" and is_closed and form.is_valid()
    context = {
        "session": session,
        "form": form,
        "is_closed": is_closed,
        "checked": checked,
        "counted": checked and is_counted(session, form.cleaned_data["code"]),
        "receipts": published_receipts(session) if is_closed else [],
    }
    return render(request, "council/receipts.html", context)
