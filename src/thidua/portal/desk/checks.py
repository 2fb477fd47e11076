"""The checks before publication: the list, and taking a finding on oneself."""

from __future__ import annotations

from typing import Final, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from thidua.accounts.models import User
from thidua.portal.actions.accept_finding import accept_finding, withdraw_acceptance
from thidua.portal.actions.repair_finding import repair_finding
from thidua.portal.models import AcceptedFinding, Article
from thidua.portal.queries.findings import checked
from thidua.support.refusals import Refused

_LONGEST_KEY: Final = 19  # digits, so that it fits every database


@require_http_methods(["GET", "POST"])
def checks(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show what the checks find in the article as last written; take in a repair, or an acceptance with its reason."""
    saved = get_object_or_404(Article, pk=page_id)
    article = cast(Article, saved.get_latest_revision_as_object())
    key, reason, said = request.POST.get("key", ""), request.POST.get("reason", ""), ""
    if request.method == "POST":
        try:
            _take_in(request, article)
            return redirect("desk_checks", page_id=page_id)
        except Refused as refused:
            said = " ".join(str(each) for faults in refused.faults.values() for each in faults)
            messages.error(request, said)
    found = checked(article)
    return render(
        request,
        "portal/checks.html",
        {
            "article": saved,
            "found": found,
            "refused_key": key if said and "repair" not in request.POST else "",
            "typed": reason,
            "said": said,
        },
    )


def _take_in(request: HttpRequest, article: Article) -> None:
    by = cast(User, request.user)
    if withdrawn := request.POST.get("withdraw", ""):
        if not (withdrawn.isascii() and withdrawn.isdigit() and len(withdrawn) < _LONGEST_KEY):
            raise Http404
        row = get_object_or_404(AcceptedFinding, pk=withdrawn, article_id=article.pk)
        withdraw_acceptance(accepted=row, by=by)
    elif "repair" in request.POST:
        repaired = repair_finding(article=article, key=request.POST.get("key", ""), by=by)
        words = {"before": repaired.excerpt, "after": repaired.suggestion}
        said = _("“%(before)s” now reads “%(after)s” in the draft.") % words
        history = messages.button(
            reverse("wagtailadmin_pages:history", args=[article.pk]), _("Draft before it")
        )
        messages.success(request, said, buttons=[history])
    else:
        accept_finding(
            article=article, key=request.POST.get("key", ""), reason=request.POST.get("reason", ""), by=by
        )
