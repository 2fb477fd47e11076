"""How a measurement is told."""

import json

from django.utils import translation

from thidua.config.bench.measurement import Measurement, json_line, median_ms, table

KEPT = Measurement("roll-up", 192.2, "ms", "226 × 30 × 12", "postgresql", limit=300)
BROKEN = Measurement("closing report", 1500.0, "ms", "1 năm", "sqlite", limit=1000)
FAST = Measurement("people", 2340000, "/s", "3,000,000", "-", at_least=500_000)
SLOW = Measurement("people", 340000, "/s", "3,000,000", "-", at_least=500_000)
FREE = Measurement("rows", 81360, "dòng", "1 năm", "sqlite")


def test_a_measurement_is_one_line_of_json() -> None:
    line = json_line(KEPT)
    assert "\n" not in line
    assert json.loads(line) == {
        "name": "roll-up",
        "value": 192.2,
        "unit": "ms",
        "size": "226 × 30 × 12",
        "database": "postgresql",
        "limit": 300,
        "at_least": None,
    }


def test_the_table_tells_which_promise_holds() -> None:
    with translation.override("en"):
        assert table([KEPT, BROKEN, FREE]).splitlines() == [
            "measurement     value       promised      data           database",
            "roll-up         192.2 ms    ≤ 300 ms   ✓  226 × 30 × 12  postgresql",
            "closing report  1500 ms     ≤ 1000 ms  ✗  1 năm          sqlite",
            "rows            81360 dòng                1 năm          sqlite",
        ]


def test_a_promise_may_be_the_least_that_is_reached() -> None:
    with translation.override("en"):
        assert [line.split() for line in table([FAST, SLOW]).splitlines()[1:]] == [
            ["people", "2340000", "/s", "≥", "500000", "/s", "✓", "3,000,000", "-"],
            ["people", "340000", "/s", "≥", "500000", "/s", "✗", "3,000,000", "-"],
        ]


def test_the_first_run_is_not_counted() -> None:
    runs: list[int] = []
    assert median_ms(lambda: runs.append(1), repeats=3) >= 0
    assert len(runs) == 4
