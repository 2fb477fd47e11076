"""What may be meant, while somebody types."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.orgs.queries import search_units
from thidua.registry.search import read_query, search
from thidua.registry.search.query import LONGEST
from thidua.registry.search.tokens import bare, tokens
from thidua.web.shell.access import right_required, signed_in

MOST: Final = 8
_LAST: Final = re.compile(r'(?P<before>.*?)(?P<key>[^\W\d][\w-]*):"?(?P<value>[^":]*)$', re.DOTALL)


@dataclass(frozen=True)
class Suggestion:
    """One line of the list: what is put into the box, what is shown of it, and a hint beside it."""

    text: str
    shown: str
    hint: str = ""


@right_required(Right.SEE_RECORDS)
@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """List names, tokens, and what may stand behind a token that was begun."""
    typed = request.GET.get("q", "")[:LONGEST].replace("\x00", "")
    found = (
        _values(typed) if _LAST.fullmatch(typed) else [*_names(typed, signed_in(request)), *_tokens(typed)]
    )
    return render(request, "register/suggestions.html", {"suggestions": found[:MOST]})


def _names(typed: str, user: User) -> list[Suggestion]:
    query = read_query(typed)
    if len(query.text.strip()) < 2:
        return []
    found: dict[str, Suggestion] = {}
    for hit in search(query, by=user, size=3 * MOST).hits:
        award = hit.award
        hint = award.post_then or award.unit_then or str(award.year)
        found.setdefault(award.recipient_name, Suggestion(award.recipient_name, award.recipient_name, hint))
    return list(found.values())[: MOST - 2]


def _tokens(typed: str) -> list[Suggestion]:
    before, _space, last = typed.rpartition(" ")
    begun = bare(last)
    if len(begun) < 2:
        return []
    written = tokens().written.values()
    fitting = [one for one in (*written, "xã", "sở") if bare(one).startswith(begun)]
    return [Suggestion(f"{before} {one}:".strip(), f"{one}:", _("narrow the search")) for one in fitting[:2]]


def _values(typed: str) -> list[Suggestion]:
    match = _LAST.fullmatch(typed)
    assert match is not None
    token = tokens().read.get(bare(match["key"]))
    start, value = f"{match['before']}{match['key']}:", match["value"]
    if token == "place":
        hits = (
            search_units(f"{match['key']} {value}" if _is_level(match["key"]) else value, limit=MOST)
            if value
            else []
        )
        return [Suggestion(f'{start}"{hit.name}"', hit.name, hit.where) for hit in hits]
    known = tokens().said.get(token or "", {})
    fitting = [said for said in known.values() if bare(said).startswith(bare(value))]
    return [Suggestion(start + (f'"{said}"' if " " in said else said), said) for said in fitting]


def _is_level(key: str) -> bool:
    return bare(key) in {"xa", "phuong", "huyen", "so"}
