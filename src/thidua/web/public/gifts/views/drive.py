"""The public page of a drive."""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from thidua.contributions.models import Drive
from thidua.contributions.queries import is_running, works_of
from thidua.movements import access
from thidua.web.public.gifts.states import drive_tag
from thidua.web.public.gifts.sums import sums_of, target_bar
from thidua.web.public.gifts.works import shown_works
from thidua.web.shell.gifts_told import told_of
from thidua.web.shell.known_parameters import knows

MOST_WORKS: Final = 12


@knows()
@require_safe
def drive(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show what is collected for, what came and went, and the newest works with their photos."""
    row, today = found(slug), timezone.localdate()
    works = works_of(row)
    context = {
        "drive": row,
        "tag": drive_tag(row, today),
        "running": is_running(row, today),
        "movements": access.public().filter(drives=row),
        "target": target_bar(row),
        "sums": sums_of(row),
        "told": told_of(row),
        "works": shown_works(slug, works[:MOST_WORKS]),
        "work_count": works.count(),
        "today": today,
    }
    return render(request, "gifts/drive.html", context)


def found(slug: str) -> Drive:
    """Return the drive with this address; raises Http404."""
    row = Drive.objects.select_related("unit").filter(slug=slug).first()
    if row is None:
        raise Http404
    return row
