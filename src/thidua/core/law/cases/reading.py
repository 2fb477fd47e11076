"""A case file → its cases, each with its faults; the faults of one never stop another."""

from dataclasses import dataclass

import yaml

from thidua.core.law.book import LawBook
from thidua.core.law.cases import question as asked
from thidua.core.law.cases.case import Case, Entry, Expectation
from thidua.core.law.cases.choices import FIELDS as CHOICES
from thidua.core.law.cases.choices import read_choices
from thidua.core.law.cases.document import document
from thidua.core.law.cases.expectation import read_expectation
from thidua.core.law.cases.faults import Fault, Faults
from thidua.core.law.cases.nominee import read_facts
from thidua.core.law.cases.values import text
from thidua.core.law.cases.written import Written
from thidua.core.law.facts import NomineeFacts

FIELDS = ("name", "note", *asked.FIELDS, *CHOICES, "facts", "expect")


@dataclass(frozen=True)
class CaseFile:
    """Everything a file holds. `faults`: those of the file itself, not of one case."""

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases that can be judged."""
        return tuple(entry.case for entry in self.entries if entry.case is not None)

    @property
    def all_faults(self) -> tuple[Fault, ...]:
        """The faults of the file and of all its cases, in order."""
        return (*self.faults, *(fault for entry in self.entries for fault in entry.faults))


def read_cases(written: bytes, book: LawBook) -> CaseFile:
    """Read a case file (UTF-8 YAML: a list of cases, {cases: […]}, or one case alone)."""
    faults = Faults()
    node = document(written, faults)
    if node is None and faults.told:
        return CaseFile((), tuple(faults.told))
    nodes = _case_nodes(node, faults)
    entries = tuple(_read_entry(one, f"cases[{place}]", book) for place, one in enumerate(nodes))
    return CaseFile(entries, tuple(faults.told))


def _case_nodes(node: yaml.Node | None, faults: Faults) -> list[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    if isinstance(node, yaml.MappingNode):
        names = {key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)}
        if "cases" in names:
            listed = Written(node, "", faults).fields(("cases",)).get("cases")
            return [item.node for item in listed.items()] if listed is not None else []
        if names & set(FIELDS):
            return [node]
    mark = node.start_mark if node is not None else None
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    faults.tell("", "no_cases", line, column=column)
    return []


def _read_entry(node: yaml.Node, path: str, book: LawBook) -> Entry:
    faults = Faults()
    written = Written(node, path, faults)
    if written.empty:
        written.tell("not_a_mapping", given="")
    fields = written.fields(FIELDS)
    name = (text(fields["name"]) if "name" in fields else None) or path
    award = (fields["award"].scalar if "award" in fields else None) or ""
    question = asked.read_question(written, fields, book)
    facts = read_facts(fields["facts"], book) if "facts" in fields else NomineeFacts()
    choices = read_choices(fields, book, question.on if question else book.first_day())
    expect = read_expectation(fields["expect"], book) if "expect" in fields else Expectation()
    if "note" in fields:
        text(fields["note"])
    if faults.told or question is None:
        return Entry(name, award, None, tuple(faults.told))
    return Entry(name, award, Case(name, question, facts, choices, expect))
