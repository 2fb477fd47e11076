"""Case files written in tests: shortest forms, and what was told of them."""

from thidua.core.law.book import LawBook
from thidua.core.law.cases.case import Case
from thidua.core.law.cases.reading import read_cases

ASKED = """\
- name: a case
  award: provincial_emulation_fighter
  on: 2025-12-20
  recipient: individual
"""


def only_case(text: str, book: LawBook) -> Case:
    """Return the only case of a file without faults."""
    read = read_cases(text.encode(), book)
    assert [(fault.path, fault.message.en) for fault in read.all_faults] == []
    (case,) = read.cases
    return case


def with_facts(facts: str, book: LawBook) -> Case:
    """Return a case with these facts (a YAML mapping on one line)."""
    return only_case(f"{ASKED}  facts: {facts}\n", book)


def told(text: str, book: LawBook) -> list[str]:
    """Return «path: message» of every fault of a file, in English."""
    return [f"{fault.path}: {fault.message.en}" for fault in read_cases(text.encode(), book).all_faults]


def told_of_facts(facts: str, book: LawBook) -> list[str]:
    """Return the faults of these facts, without the beginning that all their paths share."""
    return [line.removeprefix("cases[0].facts.") for line in told(f"{ASKED}  facts: {facts}\n", book)]
