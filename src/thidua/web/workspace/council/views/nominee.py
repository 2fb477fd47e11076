"""The short file of a nominee, as those before whom it stands read it."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.council.access import membership, nothing_here
from thidua.council.enums import RecusalState
from thidua.council.models import AgendaItem, Recusal
from thidua.nominations.access import may_see
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.council.downloads import download_of
from thidua.web.workspace.council.find import item_of, session_for
from thidua.web.workspace.council.states import award_names


@right_required(Right.VOTE, Right.KEEP_COUNCIL)
def page(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Show what the nomination says; a recused member reads only why they do not vote."""
    session = session_for(request, pk)
    row = item_of(session, item)
    user = signed_in(request)
    nomination = row.nomination
    sees_papers = may_see(user, nomination.dossier)
    context = {
        "session": session,
        "item": row,
        "nomination": nomination,
        "award": award_names([nomination.award_code])[nomination.award_code],
        "recusal": _recusal(user, row),
        "sees_papers": sees_papers,
        "papers": nomination.evidence.filter(withdrawn_at=None).order_by("pk") if sees_papers else (),
    }
    return render(request, "council/nominee.html", context)


@right_required(Right.VOTE, Right.KEEP_COUNCIL)
def download(request: HttpRequest, pk: int, item: int, evidence: int) -> FileResponse:
    """Give a paper of the nomination to whoever may read its dossier. Raises NotAllowed."""
    row = item_of(session_for(request, pk), item)
    papers = row.nomination.evidence.select_related("file").filter(withdrawn_at=None, pk=evidence)
    found = papers.first()
    user = signed_in(request)
    if found is None or not may_see(user, row.nomination.dossier) or _recusal(user, row) is not None:
        raise nothing_here()
    return download_of(found.file)


def _recusal(user: User, item: AgendaItem) -> Recusal | None:
    seat = membership(user, item.session)
    if seat is None:
        return None
    return Recusal.objects.filter(item=item, member=seat).exclude(state=RecusalState.DISMISSED).first()
