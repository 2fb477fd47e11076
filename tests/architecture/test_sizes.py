"""Files and functions that are read at a glance."""

from __future__ import annotations

from tests.architecture.repository import ROOT, functions_of, python_files, shown, text_of

LONGEST_FILE = 400
LONGEST_FUNCTION = 70


def test_no_file_is_longer_than_400_lines() -> None:
    files = (*python_files(), *python_files(ROOT / "tools"), *python_files(ROOT / "tests"))
    lengths = {shown(path): text_of(path).count("\n") for path in files}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_longer_than_70_lines() -> None:
    lengths = {
        f"{shown(path)}:{function.name}": (function.end_lineno or 0) - function.lineno + 1
        for path in (*python_files(), *python_files(ROOT / "tools"))
        for function in functions_of(path)
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}
