"""What is past its period of retention."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.registry.retention.due import due_counts, due_for
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.privacy.sent_in import sent_in


@right_required(Right.SEE_PERSONAL_DATA)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List each kind of data with its period, and the personal data that are due; each is erased on its own page."""
    day = timezone.localdate()
    by = signed_in(request)
    context = {"counts": due_counts(day), "due": due_for(by, day), "sent_in": sent_in(timezone.now(), by)}
    return render(request, "privacy/retention.html", context)
