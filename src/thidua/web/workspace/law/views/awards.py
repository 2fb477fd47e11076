"""The awards of a day, and one of them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.core.law.book import LawBook
from thidua.core.law.summaries.award import summarise
from thidua.lawbook.access import may_keep_law
from thidua.lawbook.queries import Current, current
from thidua.lawbook.spoken import said
from thidua.web.shell.access import right_required, signed_in
from thidua.web.shell.htmx import render_page_or_part
from thidua.web.workspace.law.day import NAME, DayForm, shown_again
from thidua.web.workspace.law.list_on_day import list_on
from thidua.web.workspace.law.unloaded import unloaded_on

LIST, AWARD = "danh-sach-luat", "quy-dinh"
RECIPIENTS = ("individual", "collective", "enterprise", "household", "external")


class ListForm(DayForm):
    """The day, and for whom."""

    doi_tuong = forms.ChoiceField(label=_("For"), required=False)

    def __init__(self, *args: Any, book: LawBook, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = [(code, capfirst(said(book.word("recipient_kinds", code)))) for code in RECIPIENTS]
        self.fields["doi_tuong"].choices = [("", _("all")), *told]  # type: ignore[attr-defined]


@right_required(Right.SEE_WORKSPACE)
@require_safe
def awards(request: HttpRequest) -> HttpResponse:
    """Show every award of a day, by kind."""
    now = current()
    form, day = shown_again(ListForm, request, book=now.book)
    recipient = form.cleaned_data.get("doi_tuong", "") if form.is_bound else ""
    context = frame(request, now, "awards") | {
        "form": form,
        "day": day,
        "asked_day": NAME in request.GET and not form.errors,
        "found": list_on(now.book, day, recipient),
        "unloaded": unloaded_on(now.book, day),
        "first_day": now.book.first_day(),
    }
    return render_page_or_part(
        request, "law/awards.html", context, part=LIST, part_template="law/awards_part.html"
    )


@right_required(Right.SEE_WORKSPACE)
@require_safe
def award(request: HttpRequest, code: str) -> HttpResponse:
    """Show one award as the law has it on a day."""
    now = current()
    if code not in now.book.awards:
        raise Http404
    form, day = shown_again(DayForm, request)
    shown = summarise(now.book, code, day)
    context = frame(request, now, "awards") | {
        "form": form,
        "day": day,
        "asked_day": NAME in request.GET and not form.errors,
        "award": shown,
        # What nobody could read in full, and what the province itself does not use.
        "unread": [way for way in shown.disabled if not way.standing.certainty.stands_alone],
        "switched_off": [way for way in shown.disabled if way.standing.certainty.stands_alone],
        "unloaded": unloaded_on(now.book, day, code),
    }
    return render_page_or_part(
        request, "law/award.html", context, part=AWARD, part_template="law/award_part.html"
    )


def frame(request: HttpRequest, now: Current, tab: str) -> dict[str, Any]:
    """Return what every page of the desk has: its tab, the book, the checks, and whether the person keeps them."""
    return {
        "tab": tab,
        "book": now.book,
        "checks": now.checks,
        "faulty": now.faulty,
        "may_keep": may_keep_law(signed_in(request)),
    }
