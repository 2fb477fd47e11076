"""Which sentences of the source are for people: gettext calls in Python, translation tags in templates."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from babel.messages.extract import extract
from django.utils.translation.template import templatize

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGE: Final = ROOT / "src" / "thidua"
FALLBACK: Final = PACKAGE / "config"  # the app that holds sentences from folders outside any app
# Apps that translate sentences of installed packages: compiled and read for faults, never collected from our source.
BORROWED: Final = frozenset({PACKAGE / "portal" / "desk_words"})

# Function name → positions of (context, singular, plural); None where there is none.
CALLS: Final[dict[str, tuple[int | None, int, int | None]]] = {
    "_": (None, 0, None),
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
    "npgettext_lazy": (0, 1, 2),
}
TEMPLATE_CALLS: Final = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
TEMPLATE_SUFFIXES: Final = {".html", ".txt", ".xml", ".svg"}
# A component's dynamic attribute, :label="_('Save')", is an expression that Django's own extractor does not see.
DYNAMIC_ATTRIBUTE: Final = re.compile(r""":[\w.-]+\s*=\s*(?:"_\('([^'"]+)'\)"|'_\("([^'"]+)"\)')""")


@dataclass(frozen=True, order=True)
class Message:
    """One sentence to translate; `plural` and `context` are empty where there is none."""

    singular: str
    plural: str = ""
    context: str = ""


class Unreadable(Exception):
    """A source file whose sentences cannot be collected; the text names file, line and fault."""


def apps() -> list[Path]:
    """Return the folders of all apps with sentences of their own (those that hold an `apps.py`), in order."""
    return sorted({found.parent for found in PACKAGE.rglob("apps.py")} - BORROWED)


def sources(app: Path) -> Iterator[Path]:
    """Yield the Python files and templates whose nearest app is `app`."""
    root = PACKAGE if app == FALLBACK else app
    for path in sorted(root.rglob("*")):
        is_source = path.suffix == ".py" or (path.suffix in TEMPLATE_SUFFIXES and "templates" in path.parts)
        if is_source and path.is_file() and nearest_app(path) == app:
            yield path


def nearest_app(path: Path) -> Path:
    """Return the folder of the app that `path` belongs to."""
    for folder in path.parents:
        if folder == PACKAGE:
            break
        if (folder / "apps.py").exists():
            return folder
    return FALLBACK


def messages_of(app: Path) -> set[Message]:
    """Return every sentence of `app`; raises Unreadable."""
    found: set[Message] = set()
    for path in sources(app):
        text = path.read_text(encoding="utf-8")
        try:
            found.update(from_python(text) if path.suffix == ".py" else from_template(text))
        except (SyntaxError, ValueError) as fault:
            raise Unreadable(f"{path.relative_to(ROOT)}: {fault}") from fault
    return found


def from_python(text: str) -> Iterator[Message]:
    """Yield the sentences of gettext calls; raises ValueError where an f-string hides the sentence."""
    tree = ast.parse(text)
    calls = CALLS | renamed(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
        positions = calls.get(name or "")
        if positions is None:
            continue
        parts = [literal(node, position) for position in positions]
        context, singular, plural = parts
        if singular:
            yield Message(singular, plural, context)


def renamed(tree: ast.Module) -> dict[str, tuple[int | None, int, int | None]]:
    """Return the calls that a module imports under a name of its own: `gettext as _now`."""
    return {
        name.asname: CALLS[name.name]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for name in node.names
        if name.asname and name.name in CALLS
    }


def literal(call: ast.Call, position: int | None) -> str:
    """Return the text given at `position`, or "" where it is absent or decided at run time."""
    if position is None or position >= len(call.args):
        return ""
    argument = call.args[position]
    if isinstance(argument, ast.JoinedStr):
        raise ValueError(f"line {call.lineno}: an f-string cannot be translated; use named placeholders")
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else ""


def from_template(text: str) -> Iterator[Message]:
    """Yield the sentences of translation tags, `_("…")` arguments and dynamic component attributes."""
    for one, other in DYNAMIC_ATTRIBUTE.findall(text):
        yield Message((one or other).replace("%", "%%"))
    # The extractor tokenises Python, to which a template's indentation would look like a fault.
    unindented = "\n".join(line.lstrip() for line in templatize(text).splitlines())
    stream = io.BytesIO(unindented.encode("utf-8"))
    for _line, found, _comments, context in extract("python", stream, TEMPLATE_CALLS):
        singular, plural = found if isinstance(found, tuple) else (found, "")
        yield Message(singular, plural, context or "")
