"""Who may import whom: the contracts of pyproject.toml, kept, and able to break."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.repository import PACKAGE, ROOT

LINTER = Path(sys.executable).parent / "lint-imports"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(LINTER), "--no-logo", "--no-cache"]
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


def test_every_room_imports_only_what_stands_below_it() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


BREAKS = {
    "a lower room reaches up": ("accounts/roles.py", "import thidua.movements", "Data flows one way"),
    "the core learns Django": ("core/provenance.py", "import django.db", "The core knows neither"),
    "services meet": ("support/files/kinds.py", "import thidua.support.audit", "Technical services"),
    "the shell learns a page": ("web/shell/tags.py", "import thidua.web.public", "The public site"),
    "areas meet": ("web/workspace/first/views.py", "import thidua.web.workspace.second", "Areas of the"),
    "a query writes": ("movements/queries/added.py", "import thidua.movements.actions", "Inside a data app"),
    "a room nobody planned": ("misplaced/__init__.py", "", "Data flows one way"),
}


@pytest.mark.parametrize(("path", "line", "contract"), BREAKS.values(), ids=BREAKS.keys())
def test_a_forbidden_import_breaks_its_contract(tmp_path: Path, path: str, line: str, contract: str) -> None:
    copy = tmp_path / "src" / "thidua"
    ignored = shutil.ignore_patterns("*.yaml", "*.csv", "__pycache__", "static", "templates", "locale")
    shutil.copytree(PACKAGE, copy, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for room in (
        "web/workspace/first",
        "web/workspace/second",
        "web/public",
        "movements/queries",
        "movements/actions",
    ):
        (copy / room).mkdir(parents=True, exist_ok=True)
        (copy / room / "__init__.py").touch()
    (copy / "web/workspace/__init__.py").touch()
    target = copy / path
    target.parent.mkdir(exist_ok=True)
    target.write_text(f"{target.read_text() if target.exists() else ''}\n{line}\n")
    broken = [row for row in lint(tmp_path).stdout.splitlines() if row.endswith(" BROKEN")]
    assert [row for row in broken if row.startswith(contract)] != [], broken
