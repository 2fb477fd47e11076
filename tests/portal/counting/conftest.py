"""A folder of its own for the journal of every test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from thidua.portal.counting.journal import JOURNAL, Journal


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> Path:
    settings.VAR = tmp_path
    JOURNAL.__dict__.update(Journal().__dict__)
    return tmp_path / "views"
