"""Everything that can be judged without running the product; each check is run even when one fails."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PYTHON: Final = sys.executable
PROGRAMS: Final = Path(PYTHON).parent
CHECKS: Final[dict[str, list[str]]] = {
    "lint": [f"{PROGRAMS}/ruff", "check", "--quiet", "--output-format=concise", "."],
    "format": [f"{PROGRAMS}/ruff", "format", "--check", "--quiet", "--output-format=concise", "."],
    "walls": [f"{PROGRAMS}/lint-imports", "--no-logo"],
    "types": [f"{PROGRAMS}/mypy", "--no-error-summary"],
    "django": [PYTHON, "-m", "django", "check", "--fail-level", "WARNING"],
    "migrations": [PYTHON, "-m", "django", "makemigrations", "--check", "--dry-run"],
    "translations": [PYTHON, "-m", "tools.messages", "check"],
    "law": [PYTHON, "-m", "thidua.core.law.reading"],
    # Sizes, names, templates, locks, machine paths: the tests that read the repository itself.
    "repository": [PYTHON, "-m", "pytest", "-q", "tests/architecture"],
}


def main() -> int:
    """Run every check, print the output of those that fail; return 1 when any did."""
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "thidua.config.settings",
            "THIDUA_VAR": folder,
            "THIDUA_SECRET_KEY": "only-for-checks",
        }
        # Tests choose settings and folder themselves, before Django reads them.
        for_tests = {name: value for name, value in environment.items() if name != "DJANGO_SETTINGS_MODULE"}
        for name, command in CHECKS.items():
            started = time.monotonic()
            done = subprocess.run(
                command, cwd=ROOT, env=for_tests if "pytest" in command else environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            )  # fmt: skip
            print(
                f"{'✓' if done.returncode == 0 else '✗'} {name:<13} {time.monotonic() - started:5.1f} s",
                flush=True,
            )
            if done.returncode:
                failed.append(name)
                print(done.stdout.rstrip(), flush=True)
    print(f"Checks failed: {', '.join(failed)}." if failed else "All checks passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
