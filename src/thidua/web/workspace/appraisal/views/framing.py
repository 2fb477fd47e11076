"""What stands around every part of a dossier: its head, the outline, and what may be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.nominations.actions import note_visit
from thidua.nominations.models import Dossier
from thidua.nominations.queries import others_reading
from thidua.web.shell.access import signed_in
from thidua.web.workspace.appraisal.steps import extra_steps, steps_of
from thidua.web.workspace.appraisal.walking import filters_kept, walk
from thidua.web.workspace.appraisal.words import dossier_tag, outcome_tag, time_left


@dataclass(frozen=True)
class Part:
    """One line of the outline."""

    label: str
    url: str
    current: bool


def framed(request: HttpRequest, dossier: Dossier, here: str, nominee: int | None = None) -> dict[str, Any]:
    """Return what every page of a dossier shows. `here`: name of the page's address; a fixed number of queries."""
    user, now = signed_in(request), timezone.now()
    if request.method == "GET":
        note_visit(dossier=dossier, by=user, at=now)
    rows = list(dossier.nominations.order_by("ordinal"))
    parts = [
        ("appraisal-dossier", _("Overview")),
        ("appraisal-papers", _("Papers of the dossier")),
        ("appraisal-agencies", _("Opinions of agencies")),
        ("appraisal-public", _("Opinions of the public")),
        ("appraisal-log", _("Log")),
    ]
    return {
        "dossier": dossier,
        "dossier_tag": dossier_tag(dossier),
        "time_left": time_left(dossier, timezone.localdate()),
        "parts": [Part(words, reverse(name, args=[dossier.code]), name == here) for name, words in parts],
        "people": [
            (
                Part(
                    row.recipient_name,
                    reverse("appraisal-nominee", args=[dossier.code, row.pk]),
                    row.pk == nominee,
                ),
                outcome_tag(row),
            )
            for row in rows
        ],
        "nominations": rows,
        "beside": _beside([row.pk for row in rows], nominee),
        "walk": walk(request, dossier.code),
        "queue_filters": filters_kept(request),
        "others": others_reading(dossier, user, now),
        "steps": steps_of(dossier, user, {row.outcome for row in rows}),
        "extra_steps": extra_steps(dossier, user),
        "open_suspensions": list(
            dossier.suspensions.filter(lifted_at__isnull=True).select_related("nomination", "by")
        )
        if dossier.suspended
        else [],
    }


def _beside(nominees: list[int], here: int | None) -> tuple[int | None, int | None]:
    """Return the nominees before and after; from a page of the whole dossier the first one is next."""
    if here not in nominees:
        return None, nominees[0] if nominees else None
    at = nominees.index(here)
    return (nominees[at - 1] if at else None), (nominees[at + 1] if at + 1 < len(nominees) else None)
