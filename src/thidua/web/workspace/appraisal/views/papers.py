"""The papers of a dossier: listed, read on the page, handed out."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from csp.decorators import csp, csp_update
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.nominations.models import Evidence
from thidua.web.shell.access import View, right_required
from thidua.web.shell.htmx import render_page_or_part
from thidua.web.shell.kept_files import handed_out
from thidua.web.workspace.appraisal.find import dossier_or_404
from thidua.web.workspace.appraisal.paper_shown import DRAWN, ShownPaper, shown_paper
from thidua.web.workspace.appraisal.views.framing import framed

SHOWN_PART = "to-giay"
# A page with this policy may show our own papers in a frame, and nothing else.
may_show_papers = cast("Callable[[View], View]", csp_update({"frame-src": ["'self'"]}))
# What stands in such a frame may draw itself, and run nothing.
_in_our_frames = cast(
    "Callable[[View], View]",
    csp(
        {
            "default-src": ["'none'"],
            "style-src": ["'unsafe-inline'"],
            "img-src": ["'self'"],
            "object-src": ["'self'"],
            "frame-ancestors": ["'self'"],
        }
    ),
)


@right_required(Right.APPRAISE)
@require_safe
@may_show_papers
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show the papers of the dossier and of each nominee, and read one of them."""
    row = dossier_or_404(request, code)
    context = framed(request, row, "appraisal-papers")
    papers = list(row.evidence.filter(withdrawn_at__isnull=True).select_related("file", "nomination"))
    context |= {"papers": papers, "shown": chosen_paper(request, papers)}
    return render_page_or_part(
        request,
        "appraisal/papers.html",
        context,
        part=SHOWN_PART,
        part_template="appraisal/paper_shown.html",
    )


def chosen_paper(request: HttpRequest, papers: list[Evidence]) -> ShownPaper | None:
    """Return the one of `papers` that the address asks to read («?giay=7»)."""
    wanted = request.GET.get("giay", "")
    return next((shown_paper(one) for one in papers if str(one.pk) == wanted), None)


@right_required(Right.APPRAISE)
@require_safe
def download(request: HttpRequest, code: str, pk: int) -> FileResponse:
    """Hand out a paper under the name with which it came."""
    return handed_out(_paper(request, code, pk).file)


@right_required(Right.APPRAISE)
@require_safe
@xframe_options_sameorigin
@_in_our_frames
def shown(request: HttpRequest, code: str, pk: int) -> FileResponse:
    """Give a PDF or a picture to the browser's own viewer, inside our pages only; 404 for any other kind."""
    stored = _paper(request, code, pk).file
    if stored.content_type not in DRAWN:
        raise Http404
    return FileResponse(
        stored.content.open("rb"), filename=stored.original_name, content_type=stored.content_type
    )


def _paper(request: HttpRequest, code: str, pk: int) -> Evidence:
    dossier = dossier_or_404(request, code)
    return get_object_or_404(dossier.evidence.select_related("file"), pk=pk)
