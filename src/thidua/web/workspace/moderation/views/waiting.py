"""What waits, oldest first; publishing and declining by hand, in bulk and by keys."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from thidua.accounts.rights import Right
from thidua.portal.actions.moderate_comments import decline_comments, publish_comments
from thidua.portal.enums import DeclineReason
from thidua.portal.models import Comment
from thidua.portal.queries.comments import moderated_comments, oldest_waiting, waiting_comments
from thidua.support.refusals import Refused
from thidua.web.shell import formats
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.keys import key_of
from thidua.web.workspace.moderation.marks import marked

MOST_AT_ONCE: Final = 100
PUBLISH, DECLINE = "dang", "khong-dang"


@right_required(Right.MODERATE_COMMENTS)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Show the comments that have waited longest, and what was just done, with the way back."""
    rows = marked(list(waiting_comments()[:MOST_AT_ONCE]))
    waits = oldest_waiting()
    just = _keys(request.GET.get("vua", "").split("-"))
    done = moderated_comments().filter(pk__in=just).order_by("pk") if just else Comment.objects.none()
    context = {
        "rows": rows,
        "waits": waits,
        "overdue": waits is not None and waits.due < timezone.localdate(),
        "rest": waits.count - len(rows) if waits else 0,
        "done": list(done),
        "reasons": _reasons(),
    }
    return render(request, "moderation/waiting.html", context)


@right_required(Right.MODERATE_COMMENTS)
@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Publish or decline those that were picked, then show the list with what was done."""
    picked = _keys(request.POST.getlist("y-kien"))
    verb, _colon, reason = request.POST.get("viec", "").partition(":")
    if not picked or verb not in (PUBLISH, DECLINE):
        messages.warning(request, _("Pick at least one comment first."))
        return redirect("moderation")
    try:
        changed = _carried_out(request, verb, reason, picked)
    except Refused as refused:
        return _refused(request, refused, picked)
    if left := len(picked) - len(changed):
        said = ngettext(
            "%(count)s comment had been decided about meanwhile and stays as it is.",
            "%(count)s comments had been decided about meanwhile and stay as they are.",
            left,
        )
        messages.warning(request, said % {"count": formats.number(left)})
    just = "-".join(str(row.pk) for row in changed)
    return redirect(f"{reverse('moderation')}?{urlencode({'vua': just})}")


def _carried_out(request: HttpRequest, verb: str, reason: str, picked: Collection[int]) -> list[Comment]:
    user = signed_in(request)
    if verb == PUBLISH:
        return publish_comments(comments=picked, by=user)
    note = request.POST.get("ghi-chu", "")
    return decline_comments(comments=picked, reason=reason, note=note, by=user)


def _refused(request: HttpRequest, refused: Refused, picked: Collection[int]) -> HttpResponse:
    waits = oldest_waiting()
    context = {
        "rows": marked(list(waiting_comments()[:MOST_AT_ONCE])),
        "waits": waits,
        "rest": 0,
        "has_faults": [str(said) for sentences in refused.faults.values() for said in sentences],
        "picked": set(picked),
        "note": request.POST.get("ghi-chu", ""),
        "reasons": _reasons(),
    }
    return render(request, "moderation/waiting.html", context)


def _reasons() -> list[tuple[int, str, str]]:
    """Return (key to press, code, words) of each reason."""
    return [(number, code, str(words)) for number, (code, words) in enumerate(DeclineReason.choices, start=1)]


def _keys(typed: Collection[str]) -> list[int]:
    return [key for key in map(key_of, list(typed)[:MOST_AT_ONCE]) if key is not None]
