"""Run all tests: on SQLite, on PostgreSQL, and in the browser; say at the end what ran and what could not.

.venv/bin/python -m tools.run_tests                  everything
.venv/bin/python -m tools.run_tests --fast           SQLite only, without slow and browser tests
.venv/bin/python -m tools.run_tests --only browser   one of the three: sqlite, postgresql, browser
.venv/bin/python -m tools.run_tests tests/orgs -k split    anything else is handed to pytest
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from tools import chromium, postgres

ROOT: Final = Path(__file__).resolve().parent.parent
RESULTS: Final = ROOT / "var" / "test-results"
WORKERS: Final = "2"
# They open no database, or ask who may see what, which no database answers differently: once is enough. So it is of
# what the offices' pages say (tests/web, but for those of the public, the shell and the search): they read by the
# queries and write by the actions of the rooms, which tests/<room> runs on both databases. That PostgreSQL answers
# whatever a page asks, by each filter and in each order, is asked in tests/demo/loaded/test_every_page.py.
RUN_ONCE: Final = (
    "tests/core",
    "tests/architecture",
    "tests/tools",
    "tests/config/test_appraise.py",
    "tests/config/test_law_command.py",
    "tests/config/test_migrations.py",  # walks the history on a SQLite of its own
    "tests/config/test_verify_certificate.py",
    "tests/demo/test_lang_son_units.py",
    "tests/registry/books/test_books_by_case.py",
    "tests/registry/books/test_cells_awards.py",
    "tests/registry/books/test_cells_papers.py",
    "tests/registry/books/test_cells_people.py",
    "tests/registry/books/test_cells_without_end.py",
    "tests/registry/identities/test_linking.py",
    "tests/registry/search/test_reading.py",
    "tests/support/documents",
    "tests/support/spreadsheets",
    "tests/targets/test_typed.py",
    "tests/web/administration",
    "tests/web/appraisal",
    "tests/web/certificates",
    "tests/web/contests",
    "tests/web/council",
    "tests/web/figures",
    "tests/web/law",
    "tests/web/movements",
    "tests/web/news",
    "tests/web/nominations",
    "tests/web/notices",
    "tests/web/public/test_budgets.py",
    "tests/web/public/test_portal_budgets.py",
    "tests/web/records",
    "tests/web/reports",
    "tests/web/shell/test_fonts.py",
    "tests/web/signing",
    "tests/web/statistics",
    "tests/web/targets",
    "tests/web/units",
    "tests/web/workspace/books",
    "tests/web/workspace/gifts",
    "tests/web/workspace/home",
    "tests/web/workspace/moderation",
    "tests/web/workspace/privacy",
    "tests/web/workspace/readership",
    "tests/web/workspace/role_models",
    "tests/web/workspace/strangers",
)
NOTHING_COLLECTED: Final = 5  # pytest's exit code when no test matches


@dataclass(frozen=True)
class Outcome:
    """What came of one part: pytest's exit code and counts, or the reason why it did not run."""

    part: str
    code: int = 0
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0
    not_run: str = ""


def main() -> int:
    """Run the parts that were asked for; return 1 when any of them failed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--fast", action="store_true", help="SQLite only, without slow and browser tests")
    parser.add_argument("--only", choices=PARTS, help="one part")
    given, rest = parser.parse_known_args()
    signal.signal(signal.SIGTERM, postgres.end_politely)
    RESULTS.mkdir(parents=True, exist_ok=True)
    if given.fast:
        outcomes = [run("sqlite", ["-n", WORKERS, "-m", "not browser and not slow", *rest])]
    else:
        outcomes = [PARTS[part](rest) for part in ([given.only] if given.only else PARTS)]
    return report(outcomes)


def on_sqlite(rest: list[str]) -> Outcome:
    """Run unit and integration tests on SQLite."""
    return run("sqlite", ["-n", WORKERS, "-m", "not browser", *rest])


def on_postgresql(rest: list[str]) -> Outcome:
    """Run the same tests on a private PostgreSQL cluster, without those that one database answers for both."""
    chosen = rest or [f"--ignore={path}" for path in RUN_ONCE]
    try:
        with postgres.private_cluster() as url:
            return run("postgresql", ["-n", WORKERS, "-m", "not browser", *chosen], THIDUA_DATABASE_URL=url)
    except postgres.Unavailable as reason:
        return Outcome("postgresql", not_run=str(reason))


def in_browser(rest: list[str]) -> Outcome:
    """Run the browser tests on SQLite."""
    path, why_not = chromium.find_or_install()
    if path is None:
        return Outcome("browser", not_run=why_not)
    return run(
        "browser", ["-n", WORKERS, "--dist", "loadfile", "-m", "browser", *(rest or ["tests/browser"])]
    )


PARTS: Final[dict[str, Callable[[list[str]], Outcome]]] = {
    "sqlite": on_sqlite,
    "postgresql": on_postgresql,
    "browser": in_browser,
}


def run(part: str, arguments: list[str], **extra: str) -> Outcome:
    """Run pytest once and read its counts."""
    print(f"\n── tests: {part} ──", flush=True)
    environment = {name: value for name, value in os.environ.items() if name != "THIDUA_DATABASE_URL"} | extra
    results = RESULTS / f"{part}.xml"
    results.unlink(missing_ok=True)
    started = time.monotonic()
    command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={results}", *arguments]
    code = subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL).returncode
    seconds = time.monotonic() - started
    if code == NOTHING_COLLECTED:
        return Outcome(part, seconds=seconds)
    passed, failed, skipped = counts(results)
    return Outcome(part, code, passed, max(failed, int(code != 0)), skipped, seconds)


def counts(results: Path) -> tuple[int, int, int]:
    """Return (passed, failed, skipped) of a JUnit file; zeros when pytest ended before writing it."""
    if not results.exists():
        return 0, 0, 0
    suites = ElementTree.parse(results).getroot().iter("testsuite")  # noqa: S314  (pytest wrote it just now)
    total = failed = skipped = 0
    for suite in suites:
        total += int(suite.get("tests", 0))
        failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped += int(suite.get("skipped", 0))
    return total - failed - skipped, failed, skipped


def report(outcomes: list[Outcome]) -> int:
    """Print one line per part, the total, and last what was not run; return the exit code."""
    print("\n── summary ──")
    for outcome in outcomes:
        if outcome.not_run:
            print(f"{outcome.part:<12} not run")
            continue
        told = f"{outcome.passed:>5} passed  {outcome.failed:>3} failed  {outcome.skipped:>3} skipped"
        print(f"{outcome.part:<12} {told}  {outcome.seconds:>4.0f} s")
    passed, failed = sum(o.passed for o in outcomes), sum(o.failed for o in outcomes)
    print(f"{passed} passed, {failed} failed")
    for outcome in outcomes:
        if outcome.not_run:
            name = "PostgreSQL half" if outcome.part == "postgresql" else "Browser tests"
            print(f"{name} NOT RUN: {outcome.not_run}.")
    return 1 if any(outcome.code for outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
