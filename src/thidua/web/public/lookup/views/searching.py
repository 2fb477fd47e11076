"""The page of the look-up: one box, filters, hits, and all of them as CSV."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.registry.open_data.asking import PublicAsking, public_asking
from thidua.registry.search import FEW_HITS, Count, count, decisions_found, near, search
from thidua.registry.search.query import PARAMETERS
from thidua.web.public.lookup.asked import (
    CURSOR,
    FROM_YEAR,
    TO_YEAR,
    Asked,
    chips,
    conferrals_of_movement,
    read_asked,
)
from thidua.web.public.lookup.downloads import MOST_ROWS, awards_csv
from thidua.web.public.lookup.drawing import drawn
from thidua.web.public.lookup.filters import FIELDS, filters_of
from thidua.web.public.lookup.helping import (
    examples,
    fewer_words,
    last_decisions,
    nearest_spellings,
    shown_decisions,
)
from thidua.web.public.lookup.shown import shown_awards
from thidua.web.shell import formats
from thidua.web.shell.drawn import Told
from thidua.web.shell.known_parameters import knows
from thidua.web.shell.remembered import remembered

FORMAT: Final = "dinh-dang"
MOST_DECISIONS: Final = 5
LONGEST_REMEMBERED: Final = 100  # signs; what is longer is hardly asked for twice


@knows(*PARAMETERS.values(), CURSOR, FROM_YEAR, TO_YEAR, FORMAT)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show what an address asks for, by what is public of each award alone."""
    asked = read_asked(request.GET)
    if request.GET.get(FORMAT) == "csv" and not asked.query.is_empty:
        return awards_csv(request, asked, _terms(asked, public_asking())[0])
    read = partial(_start if asked.query.is_empty else _found, asked)
    told = remembered("look-up", asked, formats.page_language(), read=read) if may_recur(asked) else read()
    if asked.query.is_empty:
        return render(request, "lookup/start.html", told.page())
    response = render(request, "lookup/found.html", told.page(today=timezone.localdate()))
    response["X-Robots-Tag"] = "noindex"
    return response


def may_recur(asked: Asked) -> bool:
    """Return whether others may ask the same: after a ceremony many look for one decision and its recipients.

    What could not be understood is told to the one who typed it; queries do not differ by it.
    """
    return len(asked.query.text) <= LONGEST_REMEMBERED and not asked.query.faults


def _terms(asked: Asked, public: PublicAsking) -> tuple[dict[str, Any], list[str]]:
    """Return what the search is given besides the query, and what is wrong with the movement it names."""
    conferrals, fault = conferrals_of_movement(asked.query)
    return {"by": None, "public": public, "conferrals": conferrals}, [fault] if fault else []


def _asked(asked: Asked) -> dict[str, Any]:
    """Return what the box says again of what was asked."""
    return {
        "asked": asked,
        "filters": filters_of(asked),
        "carried": asked.carried(FIELDS),
        "chips": list(chips(asked)),
    }


def _start(asked: Asked) -> Told:
    public = public_asking()
    decisions = last_decisions(public)
    return Told(
        _asked(asked),
        decisions=decisions,
        examples=examples(decisions, public),
        faults=asked.query.faults,
    )


def _found(asked: Asked) -> Told:
    query, public = asked.query, public_asking()
    terms, faults = _terms(asked, public)
    found = search(query, cursor=asked.cursor, **terms)
    is_whole = not (asked.cursor or found.next or found.is_cut)
    total = Count(len(found.hits), True) if is_whole else count(query, **terms)
    is_few = bool(query.text) and total.number < FEW_HITS and not asked.cursor
    nearly = shown_awards([hit.award for hit in near(query, **terms)], public.choices) if is_few else []
    decisions, _counted = ([], None) if asked.cursor else decisions_found(query, by=None, public=public)
    rows = shown_awards([hit.award for hit in found.hits], public.choices)
    return Told(
        _asked(asked),
        rows=drawn(rows) if rows else "",
        total=total,
        total_words=in_words(total),
        near=drawn(nearly) if nearly else "",
        spellings=nearest_spellings([one.name for one in nearly], asked) if not rows else [],
        fewer=fewer_words(asked, lambda less: count(less, **terms).number > 0) if not rows else [],
        decisions=shown_decisions(decisions[:MOST_DECISIONS]),
        faults=[*found.faults, *faults],
        units=found.meaning.places.named if found.meaning.places else (),
        is_cut=found.is_cut,
        next=asked.address(cursor=found.next) if found.next else "",
        previous=asked.address(cursor=found.previous) if found.has_previous else "",
        csv=asked.address(**{FORMAT: "csv"}),
        csv_rows=formats.number(min(total.number, MOST_ROWS)),
        csv_is_part=total.number > MOST_ROWS,
    )


def in_words(total: Count) -> str:
    """Return a count that does not promise more than is known."""
    number = formats.number(total.number)
    return number if total.exact else _("more than %(number)s") % {"number": number}
