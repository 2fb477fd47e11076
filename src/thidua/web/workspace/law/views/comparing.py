"""What changed for an award between two days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from thidua.accounts.rights import Right
from thidua.core.law.book import LawBook
from thidua.core.law.summaries.diff import compare
from thidua.lawbook.queries import current
from thidua.web.shell.access import right_required
from thidua.web.shell.forms import DateField, Form
from thidua.web.shell.htmx import render_page_or_part
from thidua.web.workspace.law.views.awards import frame

PART = "so-sanh"
FROM, TO = "tu", "den"


class DaysForm(Form):
    """Two days in order."""

    tu = DateField(label=gettext_lazy("From the day"))
    den = DateField(label=gettext_lazy("To the day"))

    def clean(self) -> dict[str, Any]:
        """Two days in the wrong order are told apart, not turned round."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get(FROM) and cleaned.get(TO) and cleaned[TO] < cleaned[FROM]:
            self.add_error(TO, _("The second day lies before the first. Change one of them."))
        return cleaned


@right_required(Right.SEE_WORKSPACE)
@require_safe
def comparison(request: HttpRequest, code: str) -> HttpResponse:
    """Show, as a lawyer would put it, what changed from one day to a later one."""
    now = current()
    if code not in now.book.awards:
        raise Http404
    asked = FROM in request.GET or TO in request.GET
    days = _last_change(now.book, timezone.localdate())
    form = DaysForm(request.GET) if asked else DaysForm(initial=dict(zip((FROM, TO), days, strict=True)))
    found = None
    if not asked:
        found = compare(now.book, code, *days)
    elif form.is_valid():
        found = compare(now.book, code, form.cleaned_data[FROM], form.cleaned_data[TO])
    context = frame(request, now, "awards") | {
        "form": form,
        "award": now.book.awards[code],
        "found": found,
        "turns": _turns(now.book),
    }
    return render_page_or_part(
        request, "law/compare.html", context, part=PART, part_template="law/compare_part.html"
    )


def _turns(book: LawBook) -> list[tuple[str, date, date]]:
    """Return the days on which a law or decree began to hold, newest first: (number, the day before, that day)."""
    found = {
        text.validity.since: text.number for text in book.texts.values() if text.kind in {"law", "decree"}
    }
    first = book.first_day()
    return [(found[day], day - timedelta(days=1), day) for day in sorted(found, reverse=True) if day > first][
        :6
    ]


def _last_change(book: LawBook, today: date) -> tuple[date, date]:
    """Return the days around the last law or decree that has begun to hold."""
    return next(
        ((before, day) for _number, before, day in _turns(book) if day <= today),
        (today - timedelta(days=365), today),
    )
