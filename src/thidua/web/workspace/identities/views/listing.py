"""The queue, and the mergers that stand."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.registry.actions import unmerge_persons
from thidua.registry.queries.identities import last_answered_by, merges_seen_by
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.identities.forms.answer import AnswerForm
from thidua.web.workspace.identities.queue import base_queue, filters_kept, queue_as_seen
from thidua.web.workspace.identities.tables import CANDIDATES, MERGES


@right_required(Right.KEEP_AWARDS)
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """List the pairs that wait for an answer, the most useful first."""
    context = {
        "first": queue_as_seen(request).values_list("pk", flat=True).first(),
        "kept": filters_kept(request),
        "last": last_answered_by(signed_in(request)),
    }
    return CANDIDATES.respond(request, base_queue(request), "identities/queue.html", context)


@right_required(Right.KEEP_AWARDS)
@require_safe
def merged(request: HttpRequest) -> HttpResponse:
    """List the mergers that stand."""
    return MERGES.respond(request, merges_seen_by(signed_in(request)), "identities/merged.html", {})


@right_required(Right.KEEP_AWARDS)
def unmerge(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then separate two that were put together."""
    user = signed_in(request)
    row = get_object_or_404(merges_seen_by(user), pk=pk)
    form = AnswerForm(request.POST or None)
    names = {"one": row.kept_name, "other": row.merged_name}
    return ask_first(
        request,
        question=_("Separate %(other)s from %(one)s again?") % names,
        consequence=_(
            "Everything that was about %(other)s before goes back there. What was written of %(one)s since then stays."
        )
        % names,
        verb=_("Separate"),
        back=reverse("merged-persons"),
        act=lambda: unmerge_persons(merge=row, by=user, reason=form.cleaned_data["reason"]),
        done=_("They are separate again, as before."),
        form=form,
    )
