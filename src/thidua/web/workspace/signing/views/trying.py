"""A trial signature on a sample, so that device and certificate are tried before the first real one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.decisions.papers.sample import signed_sample
from thidua.decisions.queries import check_bytes
from thidua.support.documents.signing.signer import current_signer
from thidua.support.refusals import Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.signing.downloads import attachment
from thidua.web.workspace.signing.files import PDF


@right_required(Right.DECIDE)
def sample(request: HttpRequest) -> HttpResponse:
    """Say whose certificate signs; on POST sign the sample and tell what the signature says."""
    context: dict[str, object] = {"signer": current_signer().describe()}
    if request.method == "POST":
        try:
            context["check"] = check_bytes(_signed(request))
        except Refused as refused:
            messages.error(request, str(refused))
    return render(request, "signing/trial.html", context)


@right_required(Right.DECIDE)
@require_safe
def sample_file(request: HttpRequest) -> HttpResponse:
    """Give a signed sample."""
    return attachment(_signed(request), "ky-thu.pdf", PDF)


def _signed(request: HttpRequest) -> bytes:
    return signed_sample(signed_in(request).get_full_name(), timezone.localdate())
