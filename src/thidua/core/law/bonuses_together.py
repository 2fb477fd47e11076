"""The bonuses of awards that one recipient receives at the same time.

Of titles for one counting period only the highest is paid; titles of different periods, forms of commendation,
and a title beside a form are each paid.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua.core.law import bonus_words as say
from thidua.core.law.bonus import Bonus, bonus
from thidua.core.law.book import LawBook
from thidua.core.law.stated import Unknown, stated

_RULE = "bonus/titles_of_one_period"
_TITLE = "emulation_title"


@dataclass(frozen=True)
class Grant:
    """One award decided for one recipient. `period`: the counting period it was given for, as one writes it."""

    award: str
    decided_on: date
    period: str
    issuer: str | None = None


def bonuses(book: LawBook, grants: Sequence[Grant], recipient: str) -> tuple[Bonus, ...]:
    """Return the bonus of every grant, in their order; the same recipient receives all of them."""
    found = [bonus(book, grant.award, recipient, grant.decided_on, grant.issuer) for grant in grants]
    groups: dict[tuple[date, str], list[int]] = {}
    for at, grant in enumerate(grants):
        if grant.award in book.awards and book.awards[grant.award].kind == _TITLE:
            groups.setdefault((grant.decided_on, grant.period), []).append(at)
    for (day, _), group in groups.items():
        if len(group) > 1:
            _pay_the_highest(book, found, group, day)
    return tuple(found)


def _pay_the_highest(book: LawBook, found: list[Bonus], group: list[int], day: date) -> None:
    """Leave the highest title of a group as it is and pay nothing for the others."""
    rule = stated(book, _RULE, day)
    amounts = [found[at].amount for at in group]
    if None in amounts or isinstance(rule, Unknown):
        for at in group:
            found[at] = _undecided(found[at])
        return
    kept = max(group, key=lambda at: found[at].amount or 0)
    where = say.places_of(book, rule.source)
    why = say.highest_only(book.awards[found[kept].award].name, where)
    for at in group:
        if at != kept:
            sure = not rule.source.needs_person
            found[at] = replace(found[at], amount=0, reasons=(why,)) if sure else _undecided(found[at])


def _undecided(one: Bonus) -> Bonus:
    return replace(one, amount=None, reasons=(*one.reasons, say.highest_unknown()))
