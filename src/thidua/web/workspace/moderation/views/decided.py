"""What was decided about comments, and taking it back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from thidua.accounts.rights import Right
from thidua.portal.actions.moderate_comments import take_back_comments
from thidua.portal.queries.comments import moderated_comments, oldest_waiting
from thidua.web.shell import formats
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.keys import key_of
from thidua.web.workspace.moderation.tables import MODERATED
from thidua.web.workspace.moderation.views.waiting import MOST_AT_ONCE


@right_required(Right.MODERATE_COMMENTS)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List the comments that were decided about."""
    context = {"waits": oldest_waiting()}
    return MODERATED.respond(request, moderated_comments(), "moderation/decided.html", context)


@right_required(Right.MODERATE_COMMENTS)
@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Let the picked comments wait again."""
    picked = [key for key in map(key_of, request.POST.getlist("y-kien")[:MOST_AT_ONCE]) if key is not None]
    changed = take_back_comments(comments=picked, by=signed_in(request)) if picked else []
    if not changed:
        messages.warning(request, _("Pick at least one comment first."))
        return redirect("moderated")
    said = ngettext(
        "%(count)s comment waits again, and nobody sees it on the site.",
        "%(count)s comments wait again, and nobody sees them on the site.",
        len(changed),
    )
    messages.success(request, said % {"count": formats.number(len(changed))})
    return redirect("moderation")
