"""award, on, received, proposed, recipient, worker_kind, type → the question."""

from datetime import date
from functools import partial

from thidua.core.law.book import LawBook
from thidua.core.law.cases import vocabulary
from thidua.core.law.cases.optional import part
from thidua.core.law.cases.values import day
from thidua.core.law.cases.written import Written
from thidua.core.law.facts import Question
from thidua.core.vietnamese.dates import format_date

FIELDS = ("award", "on", "received", "proposed", "recipient", "worker_kind", "type")


def read_question(case: Written, fields: dict[str, Written], book: LawBook) -> Question | None:
    """Return the question; None when a part of it that it cannot do without is missing or wrong."""
    case.require(fields, "award", "on", "recipient")

    kind = partial(vocabulary.word, book=book, vocabulary="recipient_kinds")
    lawful_day = partial(_day_of_the_law, book=book)
    award = part(fields, "award", partial(vocabulary.award, book=book))
    on, received, proposed = (part(fields, name, lawful_day) for name in ("on", "received", "proposed"))
    recipient, worker_kind = part(fields, "recipient", kind), part(fields, "worker_kind", kind)
    type_ = part(fields, "type", partial(vocabulary.word, book=book, vocabulary="commendation_types"))
    if award is None or on is None or recipient is None:
        return None
    if worker_kind and not _fits(worker_kind, recipient, book):
        names = {name: book.word("recipient_kinds", code) for name, code in
                 (("given", worker_kind), ("recipient", recipient))}  # fmt: skip
        fields["worker_kind"].tell("other_recipient", **names)
        return None
    return Question(award, on, recipient, received, proposed, worker_kind or "", type_ or "merit")


def _fits(kind: str, recipient: str, book: LawBook) -> bool:
    """Tell whether a special kind can be one of these: no household is a farmer.

    Foreigners and overseas Vietnamese come as persons and as collectives; an enterprise is a collective too.
    """
    own, asked = (book.general_kind.get(code, code) for code in (kind, recipient))
    return own == asked or "external" in {own, asked} or {own, asked} == {"collective", "enterprise"}


def _day_of_the_law(written: Written, book: LawBook) -> date | None:
    found = day(written)
    if found is not None and found < book.first_day():
        written.tell("before_the_law", given=format_date(found), first=format_date(book.first_day()))
        return None
    return found
