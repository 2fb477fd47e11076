"""How the source is written: names that say something, reasons beside dependencies, nothing left for later."""

from __future__ import annotations

import ast
import re

from tests.architecture.repository import (
    PACKAGE,
    ROOT,
    python_files,
    repository_files,
    shown,
    text_of,
    tree_of,
)

NAMES_THAT_SAY_NOTHING = {
    "common", "helper", "helpers", "manager", "managers", "misc", "miscellaneous", "util", "utils",
}  # fmt: skip
# Put together here, so that this file does not find itself.
LEFT_FOR_LATER = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X")) + r")\b")
PLACES_OF_A_MACHINE = re.compile(
    "|".join(
        (
            "/wo" + "rk/",
            "/ro" + "ot/",
            "/ho" + r"me/\w",
            r"\.\./sha" + "red",
            "pythonho" + "sted",
            r"pypi\.o" + "rg",
        )
    )
)


def test_every_module_name_says_what_is_inside() -> None:
    parts = {shown(path): {*path.relative_to(ROOT).parts[:-1], path.stem} for path in repository_files()}
    assert [name for name, words in parts.items() if words & NAMES_THAT_SAY_NOTHING] == []


def test_nothing_is_left_for_later() -> None:
    assert [shown(path) for path in repository_files() if LEFT_FOR_LATER.search(text_of(path))] == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    found = {shown(path): PLACES_OF_A_MACHINE.findall(text_of(path)) for path in repository_files()}
    assert {name: places for name, places in found.items() if places} == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path for path in python_files() if text_of(path).strip() and not ast.get_docstring(tree_of(path))
    ]
    assert [shown(path) for path in silent] == []


def test_every_public_function_and_class_of_the_core_is_explained() -> None:
    silent = [
        f"{shown(path)}:{node.name}"
        for path in python_files(PACKAGE / "core")
        for node in tree_of(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_every_dependency_says_why_it_is_here() -> None:
    text = text_of(ROOT / "pyproject.toml")
    listed = re.findall(
        r"^dependencies = \[\n(.*?)^\]|^dev = \[\n(.*?)^\]", text, flags=re.MULTILINE | re.DOTALL
    )
    lines = [line.strip() for group in listed for block in group for line in block.splitlines()]
    assert len(lines) > 20
    assert [line for line in lines if not re.fullmatch(r'".+",\s+# \w.+', line)] == []
