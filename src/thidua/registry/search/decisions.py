"""Decisions that a search means: by their number, or by words of the award, the occasion and the achievement."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import and_
from typing import Final

from django.db.models import Q, QuerySet

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.access import holds_everywhere
from thidua.registry.access import conferrals_seen_by
from thidua.registry.content.spelling import words_of
from thidua.registry.models import Conferral
from thidua.registry.models.word_lookup import all_of
from thidua.registry.open_data import PublicField
from thidua.registry.open_data.asking import PublicAsking
from thidua.registry.search.conditions import award_codes, decided_on, decisions_numbered
from thidua.registry.search.counting import Count
from thidua.registry.search.in_public import numbered_in_public
from thidua.registry.search.query import SearchQuery

MOST_COUNTED: Final = 1_000
WINDOW: Final = 4_000  # of the newest decisions, where the words are in too many


def decisions_found(
    query: SearchQuery, *, by: User | None, most: int = 20, public: PublicAsking | None = None
) -> tuple[list[Conferral], Count]:
    """Return the newest decisions that fit, with `deciding_unit`, and how many there are; at most four queries.

    Only number, words, years and awards of the query are asked; a query without any of the first two finds none. The
    public finds decisions by number and day alone: words may stand in what is kept back.
    """
    words = words_of(query.text)[:12] if public is None else []
    if not words and not query.decision and not query.day:
        return [], Count(0, True)
    rows = Conferral.objects.all() if holds_everywhere(by, Right.SEE_RECORDS) else _seen(by)
    if query.decision:
        rows = rows.filter((numbered_in_public if public else decisions_numbered)(query.decision))
    if query.day:
        day = date.fromisoformat(query.day)
        rows = rows.filter(Q(decision_date=day) if public else decided_on(day))
    if public is not None:
        rows = rows.filter(public.papers(PublicField.DECISION))
    if query.awards:
        rows = rows.filter(award_code__in=[code for said in query.awards for code in award_codes(said)])
    rows = _in_years(rows, query)
    found = rows.filter(search_text__words=all_of(words)) if words else rows
    number = found.order_by().values("pk")[: MOST_COUNTED + 1].count()
    if number > MOST_COUNTED and words:
        newest = Conferral.objects.order_by("-pk").values("pk")[:WINDOW]
        holding = reduce(and_, (Q(search_text__contains=word) for word in words))
        found = rows.filter(holding, pk__in=newest)
    shown = found.select_related("deciding_unit").order_by("-pk")[:most]
    return list(shown), Count(min(number, MOST_COUNTED), number <= MOST_COUNTED)


def _seen(by: User | None) -> QuerySet[Conferral]:
    return Conferral.objects.none() if by is None else conferrals_seen_by(by)


def _in_years(rows: QuerySet[Conferral], query: SearchQuery) -> QuerySet[Conferral]:
    first, last = query.years or (None, None)
    dated, other, rough = Q(), Q(decision_date=None), Q(decision_date=None, presented_on=None)
    for bound, year in (("gte", first), ("lte", last)):
        if year is not None:
            dated &= Q(**{f"decision_date__year__{bound}": year})
            other &= Q(**{f"presented_on__year__{bound}": year})
            rough &= Q(**{f"decided_year__{bound}": year})
    return rows.filter(dated | other | rough) if query.years else rows
