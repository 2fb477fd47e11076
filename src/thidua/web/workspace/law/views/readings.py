"""Questions that the texts leave open, and the Board's answers."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.accounts.rights import Right
from thidua.lawbook.actions import set_reading, withdraw_reading
from thidua.lawbook.models import BoardSetting
from thidua.lawbook.queries import answers_in_force, current, history_of_readings
from thidua.lawbook.spoken import said
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.confirm import ask_first
from thidua.web.workspace.law.forms.readings import ReadingForm
from thidua.web.workspace.law.readings_shown import scopes_of, shown_reading
from thidua.web.workspace.law.views.awards import frame


@right_required(Right.SEE_WORKSPACE)
@require_safe
def readings(request: HttpRequest) -> HttpResponse:
    """Show every question with its present answer."""
    now = current()
    answers = answers_in_force()
    shown = [shown_reading(now.book, reading, answers) for reading in now.book.readings.values()]
    return render(request, "law/readings.html", frame(request, now, "readings") | {"readings": shown})


@right_required(Right.SEE_WORKSPACE)
@require_http_methods(["GET", "HEAD", "POST"])
def reading(request: HttpRequest, code: str) -> HttpResponse:
    """Show one question, where it is used, and every answer ever given; POST settles it."""
    now = current()
    if code not in now.book.readings:
        raise Http404
    question = now.book.readings[code]
    form = ReadingForm(request.POST or None, book=now.book, reading=question)
    if request.method == "POST" and form.accepted(
        lambda: set_reading(reading=code, by=signed_in(request), **form.cleaned_data)
    ):
        messages.success(request, _("The Board's answer is kept. Every verdict follows it from now on."))
        return redirect("law-reading", code)
    scopes = dict(scopes_of(now.book, question))
    context = frame(request, now, "readings") | {
        "reading": shown_reading(now.book, question, answers_in_force()),
        "form": form,
        "history": [
            (row, said(question.named(row.value)), scopes.get(row.scope, row.scope))
            for row in history_of_readings(code)
        ],
    }
    return render(request, "law/reading.html", context)


@right_required(Right.SEE_WORKSPACE)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then take back an answer."""
    row = get_object_or_404(BoardSetting, pk=pk)
    question = current().book.readings.get(row.reading)
    return ask_first(
        request,
        question=_("Take back the answer “%(answer)s” to “%(question)s”?")
        % {
            "answer": said(question.named(row.value)) if question else row.value,
            "question": said(question.name) if question else row.reading,
        },
        consequence=_("The answer before it holds again, or the one that the law data proposes."),
        verb=_("Take the answer back"),
        back=reverse("law-reading", args=[row.reading]),
        act=lambda: withdraw_reading(setting=row, by=signed_in(request)),
        done=_("The answer is taken back."),
    )
