"""Every case of a file put to the engine."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from thidua.core.law.appraisal import Appraisal
from thidua.core.law.book import LawBook
from thidua.core.law.cases.case import Entry
from thidua.core.law.cases.choices import laid_over
from thidua.core.law.cases.difference import Mismatch, differences
from thidua.core.law.engine import appraise


@dataclass(frozen=True)
class Outcome:
    """What became of one element of a file; `appraisal` None: it has faults and was not judged."""

    entry: Entry
    appraisal: Appraisal | None = None
    mismatches: tuple[Mismatch, ...] = ()


def judge(entries: Iterable[Entry], book: LawBook) -> Iterator[Outcome]:
    """Yield the outcome of each; a case's own choices are laid over those of the book."""
    for entry in entries:
        case = entry.case
        if case is None:
            yield Outcome(entry)
            continue
        under = book.with_choices(laid_over(book.choices, case.choices))
        appraisal = appraise(under, case.question, case.facts)
        yield Outcome(entry, appraisal, differences(case.expect, appraisal))
