"""The short file of a nominee, as those before whom it stands read it; nobody else's file opens here."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.council.access import may_read_dossier, may_read_file, nothing_here, recusal_of
from thidua.council.actions import find_item
from thidua.council.models import AgendaItem
from thidua.nominations.access import may_see
from thidua.nominations.judging import recipient_of
from thidua.nominations.models import Evidence
from thidua.registry.queries import history_of
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.council.appraised import appraised
from thidua.web.workspace.council.downloads import download_of
from thidua.web.workspace.council.states import award_names


@right_required(Right.VOTE, Right.KEEP_COUNCIL)
def page(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Show what the nomination says and how it was judged; a recused member reads only why they do not vote."""
    user = signed_in(request)
    row = find_item(session=pk, item=item, by=user)
    nomination = row.nomination
    recusal = recusal_of(user, row)
    reads = recusal is None and (may_read_file(user, row) or may_see(user, nomination.dossier))
    recipient = recipient_of(nomination) if reads else None
    context = {
        "session": row.session,
        "item": row,
        "nomination": nomination,
        "award": award_names([nomination.award_code])[nomination.award_code],
        "recusal": recusal,
        "reads": reads,
        "papers": _papers(user, row).order_by("nomination", "pk"),
        "appraised": appraised(nomination) if reads else None,
        "history": history_of(recipient) if recipient else None,
    }
    return render(request, "council/nominee.html", context)


@right_required(Right.VOTE, Right.KEEP_COUNCIL)
def download(request: HttpRequest, pk: int, item: int, evidence: int) -> FileResponse:
    """Give a paper of the nomination to a voter before whom it stands. Raises NotAllowed."""
    user = signed_in(request)
    row = find_item(session=pk, item=item, by=user)
    found = _papers(user, row).filter(pk=evidence).first()
    if found is None:
        raise nothing_here()
    return download_of(found.file)


def _papers(user: User, item: AgendaItem) -> QuerySet[Evidence]:
    """Return the papers that `user` may open: the nominee's own, and the dossier's where they name nobody else."""
    nomination = item.nomination
    rows = Evidence.objects.filter(dossier=nomination.dossier_id, withdrawn_at=None).select_related("file")
    if recusal_of(user, item) is not None:
        return rows.none()
    works_on_it = may_see(user, nomination.dossier)
    if not works_on_it and not may_read_file(user, item):
        return rows.none()
    own = Q(nomination=nomination)
    whole = works_on_it or may_read_dossier(user, item)
    return rows.filter(own | Q(nomination=None)) if whole else rows.filter(own)
