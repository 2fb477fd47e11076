"""What a person was told."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from thidua.support.notices.actions import mark_all_read, mark_read
from thidua.support.notices.models import Notice
from thidua.support.notices.queries import inbox
from thidua.web.shell import formats
from thidua.web.shell.access import signed_in
from thidua.web.workspace.notices.subjects import lead_of
from thidua.web.workspace.notices.tables import INBOX


@login_required
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List what the person was told, the newest first."""
    return INBOX.respond(request, inbox(signed_in(request)), "notices/inbox.html")


@login_required
@require_safe
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one notice with the way to what it speaks of; from then on it counts as read."""
    user = signed_in(request)
    own: QuerySet[Notice] = Notice.objects.filter(user=user)
    # An e-mail leads here by its own number; the notice in the system tells of the same occasion.
    row = inbox(user).filter(key__in=own.filter(pk=pk).values("key")).first()
    if row is None:
        raise Http404
    if row.read_at is None:
        mark_read(notice=row, by=user)
    return render(request, "notices/notice.html", {"notice": row, "lead": lead_of(row, user)})


@login_required
@require_POST
def mark(request: HttpRequest) -> HttpResponse:
    """Mark as read those that were chosen, or all."""
    chosen = {
        int(pk) for pk in request.POST.getlist("chon") if pk.isascii() and pk.isdigit() and len(pk) < 19
    }
    if "tat-ca" not in request.POST and not chosen:
        messages.warning(request, _("Choose at least one notice first."))
        return redirect("notices")
    only = None if "tat-ca" in request.POST else chosen
    count = mark_all_read(by=signed_in(request), only=only)
    done = ngettext("%(count)s notice is marked as read.", "%(count)s notices are marked as read.", count) % {
        "count": formats.number(count)
    }
    messages.success(request, done)
    return redirect("notices")
