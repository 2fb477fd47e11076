"""What a test run says at its end."""

from pathlib import Path

import pytest

from tools import run_tests
from tools.run_tests import Outcome

SQLITE = Outcome("sqlite", passed=412, skipped=1, seconds=48.2)
FAILING = Outcome("browser", code=1, passed=20, failed=2, seconds=31)
NOT_RUN = Outcome("postgresql", not_run="PostgreSQL is not on this machine; install it first")


def test_a_part_that_could_not_run_is_the_last_word_and_no_failure(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_tests.report([SQLITE, NOT_RUN]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "",
        "── summary ──",
        "sqlite         412 passed    0 failed    1 skipped    48 s",
        "postgresql   not run",
        "412 passed, 0 failed",
        "PostgreSQL half NOT RUN: PostgreSQL is not on this machine; install it first.",
    ]


def test_one_failing_part_fails_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_tests.report([SQLITE, FAILING]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "432 passed, 2 failed"


def test_counts_are_read_from_the_results_of_pytest(tmp_path: Path) -> None:
    results = tmp_path / "results.xml"
    results.write_text(
        '<testsuites><testsuite tests="10" failures="2" errors="1" skipped="3"></testsuite></testsuites>'
    )
    assert run_tests.counts(results) == (4, 3, 3)


def test_a_run_that_broke_off_before_its_results_counts_nothing(tmp_path: Path) -> None:
    assert run_tests.counts(tmp_path / "missing.xml") == (0, 0, 0)
