"""Precision and recall on books whose true persons are known, on either engine, without slowing ordinary pages."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from thidua.config.bench.register_identities import quality
from thidua.config.synth.labelled import LabelledBooks, labelled_books
from thidua.registry.identities.engines import Engine
from thidua.registry.identities.linking import MEASURED, Pair, linked_pairs
from thidua.registry.identities.records import Line, columns_of

ROOT = Path(__file__).resolve().parents[3]


def lines_of(books: LabelledBooks) -> list[Line]:
    """Return the records as lines to link."""
    return [
        Line(
            name=str(one["name"]),
            birth_date=str(one["birth_date"]),
            birth_year=int(str(one["birth_year"])),
            place=int(str(one["unit"])),
            post=str(one["post"]),
            year=int(str(one["year"])),
        )
        for one in books.records()
    ]


def places(pairs: list[Pair]) -> list[tuple[int, int]]:
    """Return which lines were paired."""
    return [(pair.left, pair.right) for pair in pairs]


@pytest.mark.parametrize("seed", [2, 3])
def test_the_model_finds_the_same_people_in_small_books_without_learning(seed):
    books = labelled_books(5_000, seed)
    columns = columns_of(lines_of(books))
    started = time.process_time()  # of this process: others may keep the machine busy
    precision, recall = quality(books, places(linked_pairs(columns)))
    assert time.process_time() - started < 10
    assert precision >= 0.99
    assert recall >= 0.83


def test_a_model_taught_on_the_books_keeps_what_is_promised():
    books = labelled_books(20_000, 4)
    precision, recall = quality(books, places(linked_pairs(columns_of(lines_of(books)))))
    assert precision >= 0.98
    assert recall >= 0.85


def test_two_lines_of_one_person_say_why():
    lines = [
        Line("Hoàng Văn Thụ", birth_year=1975, unit_text="Xã Đề Thám", post="Giáo viên"),
        Line("Ông HOANG VAN THU", birth_year=1975, unit_text="xã Đề Thám", post="Giáo viên"),
    ]
    [pair] = linked_pairs(columns_of(lines))
    assert (pair.left, pair.right) == (0, 1)
    assert {field: level for field, (level, _weight) in pair.levels.items()} == {
        "name": "same_folded",
        "birth": "same_year",
        "unit": "same_text",
        "post": "same",
        "sex": "unknown",
    }


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("Hoàng Văn Hoà", "Hoàng Văn Hòa", "same_marked"),
        ("Hoàng Văn Hoà", "HOANG VAN HOA", "same_folded"),
        ("Hoàng Văn Thụ", "Hoàng Văn Thụu", "one_letter_odd"),
        ("Hoàng Văn Thụ", "Hoàng Vna Thụ", "one_letter_odd"),
    ],
)
def test_the_levels_of_a_name(one, other, level):
    strangers = [
        Line(f"Hoàng Văn {word}", birth_year=1950) for word in ("Hoa", "Thu", "An") for _n in range(9)
    ]
    lines = [Line(name, birth_year=1975, place=7, post="Bác sĩ") for name in (one, other)]
    [pair] = [
        pair for pair in linked_pairs(columns_of([*lines, *strangers])) if (pair.left, pair.right) == (0, 1)
    ]
    found, _weight = pair.levels["name"]
    assert found in {level, "one_letter"} if level == "one_letter_odd" else found == level


def test_no_lines_are_no_pairs():
    assert linked_pairs(columns_of([])) == []


def test_ordinary_pages_load_neither_splink_nor_duckdb():
    code = (
        "import django, sys; django.setup(); import thidua.config.urls, django.urls;"
        "django.urls.get_resolver().url_patterns;"
        "print('loaded:', [name for name in ('splink', 'duckdb', 'pyarrow', 'pyspark') if name in sys.modules])"
    )
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "thidua.config.settings"}
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        env=environment, capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines()[-1] == "loaded: []", told.stderr


def test_what_the_page_says_of_the_measurement_stands_in_the_benchmarks():
    text = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith(f"| {MEASURED.lines:,} |") and line.count("|") == 7
    ]
    assert min(float(row[3]) for row in rows) == pytest.approx(MEASURED.precision / 100)
    assert min(float(row[4]) for row in rows) == pytest.approx(MEASURED.recall / 100)


@pytest.mark.slow
def test_spark_finds_the_pairs_that_duckdb_finds():
    pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'thidua[spark]'")
    books = labelled_books(600, 5)
    columns = columns_of(lines_of(books))
    here = linked_pairs(columns)
    there = linked_pairs(columns, engine=Engine.SPARK)
    assert [(one.left, one.right) for one in there] == [(one.left, one.right) for one in here]
    assert [round(one.probability, 6) for one in there] == [round(one.probability, 6) for one in here]
    assert len(here) > 100
