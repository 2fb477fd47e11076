"""One decision as the office sees it, and its files."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.decisions.access import nothing_here
from thidua.decisions.actions.files import template_of
from thidua.decisions.enums import IN_EFFECT, OPEN, DecisionState, TemplateKind
from thidua.decisions.models import Decision
from thidua.decisions.papers.decision_letter import annexes, decision_letter
from thidua.decisions.queries import open_amounts
from thidua.orgs.access import may
from thidua.support.documents.letters.rendering import render_docx
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.signing.downloads import download_of
from thidua.web.workspace.signing.find import decision_for
from thidua.web.workspace.signing.states import decision_tag

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@right_required(Right.SEE_DOSSIERS)
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show texts, list and money of a decision, with what can be done now."""
    row = decision_for(request, pk)
    user = signed_in(request)
    may_propose = may(user, Right.PROPOSE, row.unit)
    lines = list(row.lines.order_by("ordinal", "pk"))
    granted = [line for line in lines if not line.refusal]
    known = [line.bonus_amount for line in granted if line.bonus_amount is not None]
    context = {
        "decision": row,
        "tag": decision_tag(row),
        "granted": granted,
        "refused": [line for line in lines if line.refusal],
        "money": sum(known) if len(known) == len(granted) else None,
        "open_lines": list(open_amounts(row)) if row.state in OPEN else [],
        "may_edit": may_propose and row.state in OPEN,
        "may_publish": may_propose and row.state == DecisionState.SIGNED,
        "may_sign": row.state == DecisionState.WAITING and may(user, Right.DECIDE, row.unit),
        "in_effect": row.state in IN_EFFECT,
    }
    return render(request, "signing/decision.html", context)


@right_required(Right.SEE_DOSSIERS)
@require_safe
def download(request: HttpRequest, pk: int, kind: str) -> HttpResponseBase:
    """Give a file of a decision; a draft's Word files are filled as it stands now."""
    row = decision_for(request, pk)
    kept = {
        "ban-ky": row.signed_file,
        "du-thao": row.preview,
        "van-ban": row.docx,
        "danh-sach": row.annex_docx,
    }
    if kind not in kept:
        raise nothing_here()
    if row.state in OPEN and kind in ("van-ban", "danh-sach"):
        return _drawn(row, kind)
    return download_of(kept[kind])


def _drawn(row: Decision, kind: str) -> HttpResponse:
    granted = list(row.lines.filter(refusal="").order_by("ordinal"))
    if kind == "danh-sach" and not granted:
        raise nothing_here()
    of_list = kind == "danh-sach"
    content = annexes(row, granted)[0] if of_list else decision_letter(row)
    letter = TemplateKind.ANNEX if of_list else TemplateKind.DECISION
    made = render_docx(content, template_of(row.unit, letter))
    name = f"du-thao-quyet-dinh-{row.pk}{'-danh-sach' if of_list else ''}.docx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(made, content_type=DOCX, headers=headers)
