"""Marking a provision as checked against the official text, and taking a check back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from thidua.accounts.rights import Right
from thidua.lawbook.access import may_keep_law
from thidua.lawbook.actions import check_provision, withdraw_check
from thidua.lawbook.models import ProvisionCheck
from thidua.lawbook.provisions import award_of, find, name_of
from thidua.lawbook.queries import current, history_of_checks
from thidua.support.refusals import NotAllowed, Refused
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.htmx import asks_for
from thidua.web.workspace.law.check_part import check_part, part_id
from thidua.web.workspace.law.forms.checking import CheckForm
from thidua.web.workspace.law.views.awards import frame

PROVISION, BACK = "dieu", "ve"


@right_required(Right.SEE_WORKSPACE)
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Show who checked a provision, ever; POST marks it as checked."""
    asked = request.POST if request.method == "POST" else request.GET
    provision = asked.get(PROVISION, "")
    if not find(current().book, provision):
        raise Http404
    if request.method != "POST":
        return _shown(request, provision, None)
    form = CheckForm(request.POST, auto_id=f"{part_id(provision)}-%s")
    carried_out = form.accepted(
        lambda: check_provision(provision=provision, by=signed_in(request), **form.cleaned_data)
    )
    if not carried_out or asks_for(request, part_id(provision)):
        return _shown(request, provision, None if carried_out else form)
    messages.success(request, _("Marked as checked against the official text."))
    return redirect(_back(request, provision))


@right_required(Right.SEE_WORKSPACE)
@require_POST
def uncheck(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a check back; it stays in the history."""
    row = get_object_or_404(ProvisionCheck, pk=pk)
    try:
        withdraw_check(check=row, by=signed_in(request))
    except NotAllowed:
        raise
    except Refused as refused:
        messages.warning(request, str(refused))
        return redirect(_back(request, row.provision))
    if asks_for(request, part_id(row.provision)):
        return _shown(request, row.provision, None)
    messages.success(request, _("The check is taken back."))
    return redirect(_back(request, row.provision))


def _shown(request: HttpRequest, provision: str, form: CheckForm | None) -> HttpResponse:
    now = current()
    part = check_part(
        now.book,
        provision,
        check=now.checks.get(provision),
        may_keep=may_keep_law(signed_in(request)),
        back=_back(request, provision, anchored=False),
        form=form,
    )
    if asks_for(request, part.id):
        return render(request, "law/check.html", {"part": part})
    context = frame(request, now, "") | {
        "part": part,
        "form": form,
        "name": name_of(now.book, provision),
        "award": now.book.awards.get(award_of(now.book, provision)),
        "history": history_of_checks(provision),
    }
    return render(request, "law/check_page.html", context)


def _back(request: HttpRequest, provision: str, *, anchored: bool = True) -> str:
    """Return where the person came from, at the part of the provision."""
    asked = request.POST.get(BACK, "")
    if not url_has_allowed_host_and_scheme(asked, allowed_hosts=None):
        asked = f"{reverse('law-check')}?{PROVISION}={provision}"
    return f"{asked}#{part_id(provision)}" if anchored else asked
