"""The bonus of each nominee of a decision, by the law engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from thidua.core.law.bonus import Bonus
from thidua.core.law.bonuses_together import Grant, bonuses
from thidua.core.law.book import LawBook
from thidua.nominations.models import Nomination
from thidua.registry.enums import RecipientKind


@dataclass(frozen=True)
class WorkedOut:
    """A bonus as it is kept; `amount` None: a person decides. `steps`: Vietnamese sentences, as the list shows them."""

    amount: int | None
    suggested: int | None
    coefficient: Decimal | None
    base: int | None
    steps: tuple[str, ...]


def work_out(
    book: LawBook, nominations: Iterable[Nomination], day: date, issuer: str | None
) -> dict[int, WorkedOut]:
    """Return nomination id → bonus; several titles of one recipient for one period are paid once, the highest."""
    by_recipient: dict[tuple[object, ...], list[Nomination]] = defaultdict(list)
    for one in nominations:
        by_recipient[_recipient(one)].append(one)
    found: dict[int, WorkedOut] = {}
    for own in by_recipient.values():
        grants = [Grant(one.award_code, day, str(one.counting_year), issuer) for one in own]
        paid = bonuses(book, grants, _kind(book, own[0]))
        found |= {one.pk: _kept(bonus) for one, bonus in zip(own, paid, strict=True)}
    return found


def _recipient(one: Nomination) -> tuple[object, ...]:
    linked = (one.person_id, one.unit_id, one.household_id)
    known = any(linked)
    return (one.recipient_kind, *linked) if known else (one.recipient_kind, one.pk)


def _kind(book: LawBook, one: Nomination) -> str:
    if one.worker_kind and one.worker_kind in book.general_kind:
        return one.worker_kind
    individual = one.recipient_kind in (RecipientKind.INDIVIDUAL, RecipientKind.AUTHOR)
    return str(RecipientKind.INDIVIDUAL if individual else one.recipient_kind)


def _kept(bonus: Bonus) -> WorkedOut:
    amounts = {step.kind: step.amount for step in bonus.steps}
    factor = amounts.get("coefficient")
    base = amounts.get("base_salary")
    return WorkedOut(
        amount=bonus.amount,
        suggested=bonus.suggested,
        coefficient=Decimal(factor.numerator) / Decimal(factor.denominator) if factor is not None else None,
        base=int(base) if base is not None else None,
        steps=tuple(bonus.told("vi")),
    )
