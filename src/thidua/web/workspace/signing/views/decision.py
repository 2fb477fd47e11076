"""One decision as the office sees it, its files, and its signature."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.decisions.access import nothing_here
from thidua.decisions.enums import IN_EFFECT, OPEN, DecisionState
from thidua.decisions.queries import check_signature, fund_check, open_amounts
from thidua.orgs.access import may
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.signing.downloads import attachment
from thidua.web.workspace.signing.files import ALL, files_of, zip_of
from thidua.web.workspace.signing.find import decision_for
from thidua.web.workspace.signing.reading import reading_of
from thidua.web.workspace.signing.states import decision_tag


@right_required(Right.SEE_DOSSIERS)
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show texts, list and money of a decision, with what can be done now."""
    row = decision_for(request, pk)
    user = signed_in(request)
    may_propose = may(user, Right.PROPOSE, row.unit)
    read = reading_of(row)
    is_open = row.state in OPEN
    context = {
        "decision": row,
        "tag": decision_tag(row),
        "granted": read.granted,
        "refused": read.refused,
        "money": read.money,
        "files": files_of(row),
        "open_lines": list(open_amounts(row)) if is_open else [],
        "may_edit": may_propose and is_open,
        "may_publish": may_propose and row.state == DecisionState.SIGNED,
        "may_sign": row.state == DecisionState.WAITING and may(user, Right.DECIDE, row.unit),
        "in_effect": row.state in IN_EFFECT,
        "is_prize": row.submission.edition_id is not None,
    }
    if row.submission.edition_id is None and (is_open or row.state == DecisionState.WAITING):
        context |= {
            "fund": fund_check(row),
            "differences": read.differences,
            "not_passed": read.not_passed,
            "shares": read.shares,
        }
    return render(request, "signing/decision.html", context)


@right_required(Right.SEE_DOSSIERS)
@require_safe
def download(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Give a file of a decision, or all of them; a draft's Word files are filled as it stands now."""
    row = decision_for(request, pk)
    files = files_of(row)
    if kind == ALL and files:
        return attachment(zip_of(files), f"quyet-dinh-{row.pk}.zip", "application/zip")
    found = next((file for file in files if file.kind == kind), None)
    if found is None:
        raise nothing_here()
    return attachment(found.content(), found.name, found.content_type)


@right_required(Right.SEE_DOSSIERS)
@require_safe
def signature(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the signed file again: who signed, when, and whether it changed since."""
    row = decision_for(request, pk)
    check = check_signature(row)
    if check is None:
        raise nothing_here()
    context = {"decision": row, "check": check, "file": row.signed_file}
    return render(request, "signing/signature.html", context)
