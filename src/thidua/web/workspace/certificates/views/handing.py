"""Handing the certificates of a decision over: the list to sign, and who received what."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.decisions.actions import hand_over_many
from thidua.decisions.models import Certificate, Decision, HandingOver
from thidua.decisions.papers.handing_list import handing_over_pdf
from thidua.decisions.queries import handing_over_list
from thidua.web.shell import formats
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.certificates.downloads import pdf
from thidua.web.workspace.certificates.find import decision_for
from thidua.web.workspace.certificates.forms.handing import HandOverForm
from thidua.web.workspace.certificates.states import CHOOSING, GIVEN, TO_GIVE, TO_PRINT

ON_A_PAGE = 200


@right_required(Right.ISSUE_CERTIFICATES)
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """List what is printed and still here; record on POST who received what was ticked."""
    row = decision_for(request, pk, Right.ISSUE_CERTIFICATES)
    rows = Certificate.objects.filter(line__decision=row).select_related("line")
    waiting = rows.filter(CHOOSING[TO_GIVE]).order_by("line__ordinal")
    ids = list(waiting.values_list("line", flat=True))
    given = list(rows.filter(CHOOSING[GIVEN]).values_list("line", flat=True))
    chosen = ids if request.GET.get("chon") == "tat-ca" else _asked(request, ids)
    initial = {"on": timezone.localdate(), "lines": chosen}
    form = HandOverForm(request.POST or None, known=[*ids, *given], initial=initial)
    if request.method == "POST" and form.accepted(
        lambda: _given(form, row, ids or given, signed_in(request))
    ):
        count = sum(one.line_id in ids for one in form.outcome)
        told = ngettext(
            "%(count)s certificate is marked as handed over.",
            "%(count)s certificates are marked as handed over.",
            count,
        )
        again = _("These certificates were marked as handed over before. Nothing was changed.")
        messages.success(request, told % {"count": formats.number(count)} if count else again)
        return redirect("decision-certificates", row.pk)
    shown = Paginator(waiting, ON_A_PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "decision": row,
        "waiting": shown,
        "ticked": form.ticked(),
        "to_print": rows.filter(CHOOSING[TO_PRINT]).count(),
        "all_ticked": len(chosen) == len(ids),
    }
    return render(request, "certificates/hand_over.html", context)


@right_required(Right.SEE_DOSSIERS)
@require_safe
def list_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the list with places for signatures as PDF."""
    row = decision_for(request, pk)
    return pdf(
        handing_over_pdf(row, handing_over_list(row)), f"danh-sach-trao-{row.year}-{row.number:02}.pdf"
    )


def _asked(request: HttpRequest, ids: list[int]) -> list[int]:
    asked = request.GET.get("chon", "")
    return [int(asked)] if asked.isdecimal() and len(asked) < 19 and int(asked) in ids else []


def _given(form: HandOverForm, row: Decision, ids: list[int], by: User) -> list[HandingOver]:
    said = dict(form.cleaned_data)
    chosen, everyone = said.pop("lines"), said.pop("everyone")
    lines = row.lines.filter(pk__in=ids if everyone else chosen).select_related(
        "decision__unit", "nomination"
    )
    return hand_over_many(lines=list(lines.order_by("ordinal")), by=by, **said)
