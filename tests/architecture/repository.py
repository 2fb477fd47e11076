"""The repository as data for the tests of this folder."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGE: Final = ROOT / "src" / "thidua"
NOT_OURS: Final = {".venv", ".git", "var", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"}


def shown(path: Path) -> str:
    """Return a path as a person names it."""
    return path.relative_to(ROOT).as_posix()


@cache
def repository_files() -> tuple[Path, ...]:
    """Return every file that is or would be committed."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode == 0:
        found = [ROOT / name for name in done.stdout.split("\0") if name]
    else:  # an unpacked archive has no git
        found = [path for path in ROOT.rglob("*") if not NOT_OURS & set(path.relative_to(ROOT).parts)]
    return tuple(sorted(path for path in found if path.is_file()))


@cache
def text_of(path: Path) -> str:
    """Return the text of a file, or "" where it holds no text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def python_files(folder: Path = PACKAGE) -> tuple[Path, ...]:
    """Return the Python files that people write below `folder`: all but migrations."""
    return tuple(
        path
        for path in repository_files()
        if path.suffix == ".py" and path.is_relative_to(folder) and "migrations" not in path.parts
    )


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the parsed module."""
    return ast.parse(text_of(path), filename=str(path))


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method of a module."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def templates() -> tuple[Path, ...]:
    """Return every page and part of a page."""
    return tuple(path for path in repository_files() if path.suffix == ".html" and "templates" in path.parts)


def template_name(path: Path) -> str:
    """Return the name under which Django finds a template: "shell/base.html"."""
    parts = path.parts
    return "/".join(parts[parts.index("templates") + 1 :])


def without_comments(markup: str) -> str:
    """Return markup without template and HTML comments."""
    markup = re.sub(r"\{#.*?#\}|<!--.*?-->", "", markup, flags=re.DOTALL)
    return re.sub(r"\{%\s*comment\b.*?\{%\s*endcomment\s*%\}", "", markup, flags=re.DOTALL)
