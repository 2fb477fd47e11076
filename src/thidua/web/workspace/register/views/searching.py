"""The search page: one box, filters, hits in groups, decisions."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.people_access import persons_seen_by
from thidua.orgs.queries import PersonHit, search_persons
from thidua.registry.models import Conferral
from thidua.registry.queries.searches import saved_by
from thidua.registry.search import (
    FEW_HITS,
    Count,
    Order,
    SearchQuery,
    awards_found,
    count,
    decisions_found,
    near,
    search,
)
from thidua.web.shell import formats
from thidua.web.shell.access import right_required, signed_in
from thidua.web.workspace.register.asked import Asked, chips, conferrals_of_movement, read_asked
from thidua.web.workspace.register.forms import MoreFilters, NameForm
from thidua.web.workspace.register.helping import (
    examples,
    fewer_words,
    last_decisions,
    nearest_spellings,
    token_help,
)
from thidua.web.workspace.register.highlighting import highlighted, words_asked
from thidua.web.workspace.register.shown import groups_of, paper_of, shown_awards

MOST_DECISIONS = 5
MOST_KNOWN = 5


@right_required(Right.SEE_RECORDS)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show what an address asks for; an address of filters, or of tokens in the box, leads to its shareable form."""
    asked, user = read_asked(request.GET), signed_in(request)
    if _has_better_address(request.GET, asked):
        return redirect(asked.address(cursor=asked.cursor))
    context: dict[str, Any] = {
        "asked": asked,
        "line": str(asked.query),
        "filters": (filters := MoreFilters(asked)),
        "carried": asked.carried(filters.fields),
        "chips": list(chips(asked)),
        "faults": list(asked.query.faults),
        "token_help": token_help(),
        "saved": saved_by(user),
    }
    if asked.query.is_empty:
        decisions = last_decisions(user)
        shown = [(one, paper_of(one)) for one in decisions]
        context |= {"decisions": shown, "examples": examples(decisions)}
        return render(request, "register/start.html", context)
    return render(request, "register/found.html", context | _found(asked, user))


def _has_better_address(given: QueryDict, asked: Asked) -> bool:
    """Tell whether the same search has a plainer address; one with a fault stays, or its sentence would be lost."""
    parts = asked.parameters()
    if asked.query.faults or dict(given.items()) == parts:
        return False
    there = QueryDict(mutable=True)
    there.update(parts)
    return read_asked(there) == asked


def _found(asked: Asked, user: User) -> dict[str, Any]:
    query, words = asked.query, words_asked(asked.query.text or asked.query.exact)
    conferrals, fault = conferrals_of_movement(query, user)
    terms: dict[str, Any] = {"by": user, "era": asked.era, "conferrals": conferrals}
    found = search(query, order=asked.order, cursor=asked.cursor, **terms)
    is_whole = not (asked.cursor or found.next or found.is_cut)
    total = Count(len(found.hits), True) if is_whole else count(query, **terms)
    is_few = bool(query.text) and total.number < FEW_HITS and not asked.cursor
    nearly = near(query, **terms) if is_few else ()
    decisions, counted = ([], Count(0, True)) if asked.cursor else decisions_found(query, by=user)
    return {
        "groups": groups_of(found.hits, words),
        "total": total,
        "total_words": in_words(total),
        "near": shown_awards([hit.award for hit in nearly]),
        "spellings": nearest_spellings(nearly, asked) if not found.hits else [],
        "fewer": fewer_words(asked) if not found.hits else [],
        "known": _known(query.text, user) if is_few else [],
        "awards": [] if asked.cursor else _awards(query, terms),
        "decision_hits": [_decision(one, words) for one in decisions[:MOST_DECISIONS]],
        "decision_total": in_words(counted),
        "more_decisions": counted.number > MOST_DECISIONS,
        "decision_word": query.text or query.decision,
        "faults": [*found.faults, *([fault] if fault else [])],
        "units": found.meaning.places.named if found.meaning.places else (),
        "is_cut": found.is_cut,
        "next": asked.address(cursor=found.next) if found.next else "",
        "previous": asked.address(cursor=found.previous) if found.has_previous else "",
        "orders": [
            (words, asked.address(order=order), asked.order is order)
            for order, words in ((Order.NEWEST, _("Newest first")), (Order.NAME, _("By name")))
        ],
        "name_form": NameForm(),
        "stored": asked.stored(),
    }


def _awards(query: SearchQuery, terms: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return the awards that the words name: name, how many were given, and the address that shows them."""
    if query.awards:
        return []  # the hits above are these already
    found = awards_found(query, **terms)
    return [(one.name, in_words(one.count), Asked(one.query).address()) for one in found]


def _known(text: str, user: User) -> list[PersonHit]:
    """Return persons of that name who are known without an award, or under another one; two queries."""
    return search_persons(text, on=timezone.localdate(), within=persons_seen_by(user), limit=MOST_KNOWN)


def in_words(total: Count) -> str:
    """Return a count that does not promise more than is known."""
    number = formats.number(total.number)
    return number if total.exact else _("more than %(number)s") % {"number": number}


def _decision(row: Conferral, words: tuple[str, ...]) -> dict[str, Any]:
    return {
        "row": row,
        "form": highlighted(row.award_form, words),
        "paper": paper_of(row),
        "occasion": highlighted(row.occasion or row.reason, words),
    }
