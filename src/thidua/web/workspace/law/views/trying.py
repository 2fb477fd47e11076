"""Trying a case: the engine's answer to facts typed in, nothing is kept."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thidua.accounts.rights import Right
from thidua.core.law.book import LawBook
from thidua.core.law.cases.judging import judge
from thidua.core.law.cases.reading import read_cases
from thidua.lawbook.queries import current
from thidua.lawbook.spoken import said
from thidua.web.shell.access import right_required
from thidua.web.workspace.law.forms.trying import CaseForm, CasesForm
from thidua.web.workspace.law.verdicts import ShownCase, shown_case
from thidua.web.workspace.law.views.awards import frame
from thidua.web.workspace.law.written_case import written

AWARD = "danh-hieu"
FILE = "tep"
MOST_CASES = 20


@right_required(Right.SEE_WORKSPACE)
@require_http_methods(["GET", "HEAD", "POST"])
def trying(request: HttpRequest) -> HttpResponse:
    """Judge what the short form or a case file says."""
    now = current()
    by_file = request.POST.get("buoc") == FILE
    short = CaseForm(
        None if by_file else request.POST or None, book=now.book, initial=_begun(request, now.book)
    )
    file = CasesForm(request.POST if by_file else None)
    found: list[ShownCase] = []
    text = ""
    if request.method == "POST" and by_file and file.is_valid():
        text = file.cleaned_data["cases"]
        found = _judged(now.book, text, file)
    elif request.method == "POST" and not by_file and short.is_valid():
        text = written(short.cleaned_data, now.book, _("A case tried"))
        found = _judged(now.book, text, short)
    if text and not by_file:
        file = CasesForm(initial={"cases": text})
    context = frame(request, now, "try") | {
        "form": file if by_file else short,
        "short": short,
        "file": file,
        "found": found,
        "by_file": by_file,
    }
    return render(request, "law/try.html", context)


def _begun(request: HttpRequest, book: LawBook) -> dict[str, object]:
    code = request.GET.get(AWARD, "")
    chosen = book.awards.get(code)
    return {
        "award": code if chosen else "",
        "on": timezone.localdate(),
        "type": "merit",
        "recipient": chosen.recipients[0] if chosen and chosen.recipients else "individual",
    }


def _judged(book: LawBook, text: str, form: CaseForm | CasesForm) -> list[ShownCase]:
    """Return the answers; what is wrong with the whole file stands in the form."""
    read = read_cases(text.encode(), book)
    field = "cases" if isinstance(form, CasesForm) else None
    for fault in read.faults:
        form.add_error(field, said(fault.message))
    if len(read.entries) > MOST_CASES:
        form.add_error(
            field,
            _("This page judges at most %(limit)s cases at once. Use “thidua appraise” for more.")
            % {"limit": MOST_CASES},
        )
        return []
    return [shown_case(book, outcome) for outcome in judge(read.entries, book)]
