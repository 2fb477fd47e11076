"""Nominees beside each other, and shared passages of two reports side by side."""

from __future__ import annotations

from itertools import pairwise

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.nominations.queries import compare
from thidua.nominations.queries.comparison import MOST
from thidua.registry.enums import Grade
from thidua.web.shell.access import right_required
from thidua.web.shell.award_names import award_names
from thidua.web.workspace.appraisal.find import dossier_or_404, nomination_or_404
from thidua.web.workspace.appraisal.views.framing import framed
from thidua.web.workspace.appraisal.views.nominee import visible_copies
from thidua.web.workspace.appraisal.words import outcome_tag, verdict_tag


@right_required(Right.APPRAISE)
@require_safe
def compared(request: HttpRequest, code: str) -> HttpResponse:
    """Compare the two to four nominees that were ticked."""
    dossier = dossier_or_404(request, code)
    context = framed(request, dossier, "")
    wanted = set(request.GET.getlist("n"))
    chosen = [row for row in context["nominations"] if str(row.pk) in wanted]
    if not 2 <= len(chosen) <= MOST:
        messages.error(request, _("Tick two to four nominees to compare them."))
        return redirect("appraisal-dossier", code)
    columns = compare(chosen, timezone.localdate(), restricted=True)
    held = {award for one in columns for award, _count in one.awards}
    names = award_names(held | {one.nomination.award_code for one in columns})
    context["columns"] = [
        {
            "row": one.nomination,
            "award": names[one.nomination.award_code],
            "outcome": outcome_tag(one.nomination),
            "verdict": verdict_tag(one.appraisal.verdict.code) if one.appraisal else None,
            "grades": [(year, Grade(grade).label if grade else "") for year, grade in one.grades],
            "awards": [(names[award], count) for award, count in one.awards],
            "initiatives": sum(count for _scope, count in one.initiatives),
            "papers": one.papers,
            "words": one.report_words,
        }
        for one in columns
    ]
    return render(request, "appraisal/compare.html", context)


@right_required(Right.APPRAISE)
@require_safe
def passages(request: HttpRequest, code: str, pk: int, other: int) -> HttpResponse:
    """Show two reports side by side with what they share marked; 404 for a report of another office."""
    dossier = dossier_or_404(request, code)
    row = nomination_or_404(dossier, pk)
    found = next((one for one in visible_copies(request, row) if one.other.pk == other), None)
    if found is None:
        raise Http404
    spans = found.overlap.passages
    context = framed(request, dossier, "", nominee=row.pk) | {
        "row": row,
        "found": found,
        "first": _marked(row.report, [(one.first_start, one.first_end) for one in spans]),
        "second": _marked(found.other.report, [(one.second_start, one.second_end) for one in spans]),
    }
    return render(request, "appraisal/passages.html", context)


def _marked(text: str, spans: list[tuple[int, int]]) -> SafeString:
    """Return the text with each span as a `mark`; overlapping spans are one."""
    inside = [False] * (len(text) + 1)
    for start, end in spans:
        inside[start:end] = [True] * (end - start)
    cuts = [0, *(at for at in range(1, len(text)) if inside[at] != inside[at - 1]), len(text)]
    pieces = [(text[start:end], inside[start]) for start, end in pairwise(cuts)]
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", piece) if marked else piece,) for piece, marked in pieces)
    )
