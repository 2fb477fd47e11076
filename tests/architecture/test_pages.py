"""What holds for every page: it only reads, it keeps the security policy, and it is used."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.repository import (
    PACKAGE,
    python_files,
    repository_files,
    shown,
    template_name,
    templates,
    text_of,
    tree_of,
    without_comments,
)

# Django's verbs take no positional argument, unlike their namesakes of dict, set, file or workbook.
KEYWORD_WRITES = {"save", "create", "delete", "get_or_create", "update_or_create"}
ALWAYS_WRITES = {"bulk_create", "bulk_update", "save_base", "acreate", "aupdate", "adelete", "asave"}

INLINE = {
    "inline script": re.compile(r"<script(?![^>]*\bsrc=)", re.IGNORECASE),
    "inline style sheet": re.compile(r"<style\b", re.IGNORECASE),
    "style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "script address": re.compile(r"javascript:", re.IGNORECASE),
    "foreign host": re.compile(
        r"<(?:script|link|img|source|iframe|use)\b[^>]*(?:src|href)=[\"'](?:https?:)?//", re.IGNORECASE
    ),
}
TEXTS = {".py", ".html", ".txt"}
# Found by Django itself, by these names.
FOUND_BY_NAME = {
    *("400.html", "403.html", "404.html", "500.html", "403_csrf.html"),
    # Ours stand in the place of Wagtail's, which start a script inline.
    *(f"wagtailadmin/widgets/{kind}_input.html" for kind in ("date", "time", "datetime")),
    # And these, which say something in English or lead to somebody else's site.
    *(f"wagtailadmin/{name}.html" for name in ("home/account_summary", "shared/headers/_actions")),
}


def test_pages_write_only_through_actions() -> None:
    written = [
        f"{shown(path)}:{node.lineno} {ast.unparse(node)}"
        for path in python_files(PACKAGE / "web")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and is_write(node)
    ]
    assert written == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("unit.save()", True),
        ("form.save(commit=False)", True),
        ("Unit.objects.create(name=name)", True),
        ("Unit.objects.filter(pk=pk).update(name=name)", True),
        ("rows.update(name=name)", True),
        ("unit.delete()", True),
        ("Unit.objects.bulk_create(rows)", True),
        ("workbook.save(stream)", False),
        ("points.update(range(3))", False),
        ("field.widget.attrs.update(rows=3)", False),
    ],
)
def test_a_write_is_told_from_its_namesakes(line: str, expected: bool) -> None:
    assert is_write(ast.parse(line, mode="eval").body) is expected  # type: ignore[arg-type]


def is_write(call: ast.Call) -> bool:
    """Return whether a call writes to the database."""
    if not isinstance(call.func, ast.Attribute):
        return False
    verb, receiver = call.func.attr, call.func.value
    if verb in ALWAYS_WRITES:
        return True
    if verb == "update":
        is_rows = isinstance(receiver, ast.Name) or any(
            isinstance(part, ast.Call) for part in ast.walk(receiver)
        )
        return not call.args and is_rows
    return verb in KEYWORD_WRITES and not call.args


def test_no_page_needs_an_exception_from_the_security_policy() -> None:
    found = [
        f"{shown(path)}: {what}"
        for path in templates()
        for what, pattern in INLINE.items()
        if pattern.search(without_comments(text_of(path)))
    ]
    assert found == []


def test_every_template_is_used() -> None:
    names = {template_name(path): path for path in templates()}
    mentions = "\n".join(
        text_of(path) for path in repository_files() if path.suffix in TEXTS and path.is_relative_to(PACKAGE)
    )
    unused = [
        shown(path)
        for name, path in names.items()
        if name not in FOUND_BY_NAME and not is_mentioned(name, mentions) and not is_composed(name, mentions)
    ]
    assert unused == []


def is_mentioned(name: str, mentions: str) -> bool:
    """Return whether a template is named, or used as a component: cotton/form/field.html is <c-form.field>."""
    if name.startswith("cotton/"):
        component = name.removeprefix("cotton/").removesuffix(".html").removesuffix("/index")
        tag = component.replace("/", ".").replace("_", "[-_]")
        return re.search(rf"<c-{tag}[\s/>]", mentions) is not None
    return f'"{name}"' in mentions or f"'{name}'" in mentions


def is_composed(name: str, mentions: str) -> bool:
    """Return whether an f-string can give this name: f"reports/blocks/{kind}.html"."""
    composed = re.findall(r"""f["']([\w/-]*\{[^"'\n]*\.html)["']""", mentions)
    patterns = ["[^/]+".join(map(re.escape, re.split(r"\{[^}]*\}", text))) for text in composed]
    return any(re.fullmatch(pattern, name) for pattern in patterns)
