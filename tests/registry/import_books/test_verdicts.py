"""The verdicts of rows, case by case."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.utils import translation

from tests.factories.books import award, line, told
from thidua.registry.books.comparing import told_by
from thidua.registry.books.on_record import KnownAward, KnownPaper
from thidua.registry.books.papers import issuer_key, number_key
from thidua.registry.books.verdicts import counts_of, judge

CASES = yaml.safe_load(Path(__file__).with_name("verdicts.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 23)


class Held:
    """A register that holds the awards of a case."""

    def __init__(self, awards: list[KnownAward]) -> None:
        self.awards = awards

    def of_names(self, names: Any, years: Any) -> dict[str, list[KnownAward]]:
        return {
            name: [one for one in self.awards if one.folded == name and one.year in years] for name in names
        }

    def of_numbers(self, numbers: Any) -> dict[str, list[KnownPaper]]:
        wanted = {number_key(number) for number in numbers}
        found: dict[str, list[KnownPaper]] = {}
        for one in self.awards:
            if (key := number_key(one.number)) in wanted:
                issuer = issuer_key(one.authority, one.code)
                paper = KnownPaper(1, one.number, one.day, one.decided_year, issuer, one.code, 1, False)
                found.setdefault(key, []).append(paper)
        return found

    def of_papers(self, papers: Any) -> list[KnownAward]:
        return self.awards


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_each_row_has_the_verdict_that_a_clerk_would_give(case: dict[str, Any]) -> None:
    register = Held(
        [told_by(award(**told(values)), 100 + place) for place, values in enumerate(case.get("register", ()))]
    )
    lines = [line(place, **told(values)) for place, values in enumerate(case["book"], start=2)]

    with translation.override("vi"):
        rows = judge(lines, register, TODAY)

    assert [row.verdict for row in rows] == case["verdicts"]
    if "says" in case:
        assert [[list(fault) for fault in row.faults] for row in rows] == case["says"]


def test_the_counts_name_every_verdict() -> None:
    rows = judge([line(2), line(3), line(4, name="")], Held([]), TODAY)

    assert counts_of(rows) == {
        "new": 1,
        "same": 1,
        "conflict": 0,
        "unreadable": 1,
        "ignored": 0,
        "rows": 3,
    }
