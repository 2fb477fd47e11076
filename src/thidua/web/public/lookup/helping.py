"""What the look-up says when nothing was typed yet, or nothing was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.core.vietnamese.fold import fold
from thidua.registry.models import Award, Conferral
from thidua.registry.open_data import PublicField
from thidua.registry.open_data.asking import PublicAsking
from thidua.registry.search import SearchQuery, read_query
from thidua.registry.search.statements import through
from thidua.web.public.lookup.asked import Asked
from thidua.web.public.lookup.shown import paper_words

LAST_SHOWN: Final = 10
AWARDS_READ: Final = 4  # rows of the register for one line shown: a decision may grant several awards
MOST_OFFERED: Final = 5
# Not by entry: old books are entered last, and what they tell is not news.
NEWEST: Final = F("decision_date").desc(nulls_last=True)


@dataclass(frozen=True)
class Offered:
    """A search that somebody may try: what is typed, what it finds, and its address."""

    text: str
    means: str
    url: str


@dataclass(frozen=True)
class ShownDecision:
    """A decision in a list: its awards, number and day, who decided, and its address."""

    row: Conferral
    paper: str
    url: str
    awards: str


def last_decisions(public: PublicAsking) -> list[ShownDecision]:
    """Return the newest decisions that are public, by the day they bear; one query."""
    rows = Conferral.objects.filter(public.papers(PublicField.DECISION)).select_related("deciding_unit")
    return shown_decisions(rows.order_by(NEWEST, "-pk")[: LAST_SHOWN * AWARDS_READ])[:LAST_SHOWN]


def shown_decisions(rows: Iterable[Conferral]) -> list[ShownDecision]:
    """Return decisions as a list shows them: one line for a decision, however many awards it grants."""
    papers: dict[tuple[object, ...], list[Conferral]] = {}
    for row in rows:
        number, day = row.decision_number, row.decision_date
        key = (row.deciding_unit_id, number, day, row.authority) if number and day else (row.pk,)
        papers.setdefault(key, []).append(row)
    return [_shown_decision(sorted(paper, key=lambda row: row.pk)) for paper in papers.values()]


def _shown_decision(paper: list[Conferral]) -> ShownDecision:
    first = paper[0]
    return ShownDecision(
        first,
        paper_words(first.decision_number, first.decision_date),
        reverse("public-decision", args=[first.pk]),
        "; ".join(dict.fromkeys(row.award_form for row in paper)),
    )


def examples(decisions: list[ShownDecision], public: PublicAsking) -> list[Offered]:
    """Return three searches that find something here; one query."""
    shown = through("conferral__", public.papers(PublicField.NAME))
    rows = Award.objects.filter(shown).filter(conferral__in=[one.row.pk for one in decisions])
    newest = rows.order_by("-pk").first()
    said = []
    if newest is not None:
        said.append(
            (fold(newest.recipient_name), _("a name: marks are not needed, nor the order of its words"))
        )
        said.append((f"khen:{newest.year}", _("all awards of a year")))
    number = next((one.row.decision_number for one in decisions if one.row.decision_number), "")
    if number:
        said.append((f"quyết-định:{number}", _("a decision by its number")))
    return [Offered(text, means, Asked(read_query(text)).address()) for text, means in said]


def nearest_spellings(names: list[str], asked: Asked) -> list[Offered]:
    """Return the names nearest to what was typed, as searches; `names` are those that may be read."""
    return [Offered(name, "", asked.asking(text=name)) for name in list(dict.fromkeys(names))[:MOST_OFFERED]]


def fewer_words(asked: Asked, finds: Callable[[SearchQuery], bool]) -> list[Offered]:
    """Return the same search without its filters, with one word less, or else a word alone: what `finds` something."""
    words, query = asked.query.text.split(), asked.query
    only_text = SearchQuery(text=query.text)
    offered = []
    if query.text and replace(query, faults=()) != only_text and finds(only_text):
        offered.append(Offered(query.text, _("without the filters"), Asked(only_text).address()))
    shorter = [" ".join(words[:place] + words[place + 1 :]) for place in reversed(range(len(words)))]
    for texts in (shorter, words):
        tried = [text for text in dict.fromkeys(texts) if text and text != query.text][:MOST_OFFERED]
        found = [text for text in tried if finds(replace(query, text=text, faults=()))]
        if found:
            return offered + [Offered(text, "", asked.asking(text=text)) for text in found]
    return offered
