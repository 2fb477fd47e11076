"""The engine beside a second, plain reading of six awards, on people made at random."""

from collections import Counter

import pytest

from tests.core.law.plain.people import question, rounds
from tests.core.law.plain.verdict import AWARDS, judge
from thidua.core.law.batch import judge_all
from thidua.core.law.gathering import columns_of
from thidua.core.law.reading import load_law


def _disagreements(people: int, size: int, seed: int) -> tuple[list[object], Counter[tuple[str, str, int]]]:
    book = load_law()
    found: list[object] = []
    seen: Counter[tuple[str, str, int]] = Counter()
    for recipient, on, received, type_, nominees in rounds(people, size, seed):
        for award, who in AWARDS:
            if who != recipient:
                continue
            asked = question(award, recipient, on, received, type_)
            verdicts = judge_all(book, asked, columns_of(nominees, asked)).verdict.tolist()
            for facts, engine in zip(nominees, verdicts, strict=True):
                plain = judge(asked, facts)
                seen[award, recipient, plain] += 1
                if plain != engine:
                    found.append((asked, facts, f"engine {engine}, plain {plain}"))
    return found, seen


def test_the_engine_agrees_with_the_plain_reading_on_three_thousand_people() -> None:
    found, seen = _disagreements(3_000, 100, seed=2022)

    assert not found, (len(found), found[:3])
    assert {(award, who) for award, who, _ in seen} == set(AWARDS)


@pytest.mark.slow
def test_the_engine_agrees_with_the_plain_reading_on_thirty_thousand_people() -> None:
    found, seen = _disagreements(30_000, 750, seed=6)

    assert not found, (len(found), found[:3])
    assert all(seen[award, who, verdict] > 30 for award, who in AWARDS for verdict in (0, 1, 2)), seen
