"""The cases of `cells/*.yaml`: what a clerk would say that a cell means."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def cases(name: str) -> list[dict[str, Any]]:
    """Return the cases of a file."""
    path = Path(__file__).parent / "cells" / f"{name}.yaml"
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def label(case: dict[str, Any]) -> str:
    """Return what a failing case is called."""
    said = case.get("cell", case.get("heading", case.get("name", "")))
    return f"{said} [{case['among']}]" if "among" in case else str(said)
