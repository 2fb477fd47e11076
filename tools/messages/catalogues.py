"""The Vietnamese catalogue of each app: read, brought up to date, written without noise, compiled.

Entries are sorted and carry neither line numbers nor dates, so that a diff shows only what was translated.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tools.messages.extraction import PACKAGE, Message

LANGUAGE: Final = "vi"
HEADER: Final = """\
msgid ""
msgstr ""
"Language: vi\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"""


Translations = dict[Message, str]


def catalogue_path(app: Path) -> Path:
    """Return where the catalogue of `app` lies."""
    return app / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"


def read(path: Path) -> tuple[Translations, set[Message]]:
    """Return (translations, those marked fuzzy) of a catalogue; both empty when there is no file."""
    if not path.exists():
        return {}, set()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=LANGUAGE, ignore_obsolete=True, abort_invalid=True)
    translations: Translations = {}
    fuzzy = set()
    for entry in catalogue:
        if not entry.id:
            continue
        singular, plural = entry.id if isinstance(entry.id, list | tuple) else (entry.id, "")
        message = Message(singular, plural, entry.context or "")
        forms = [entry.string] if isinstance(entry.string, str) else entry.string
        translations[message] = forms[0] if forms else ""
        if entry.fuzzy:
            fuzzy.add(message)
    return translations, fuzzy


def merged(wanted: Iterable[Message], kept: Translations, elsewhere: Translations) -> Translations:
    """Return a translation for each wanted sentence: the kept one, else another app's, else an empty one."""
    return {message: kept.get(message) or elsewhere.get(message, "") for message in wanted}


def written(translations: Translations) -> str:
    """Return the text of a catalogue."""
    entries = [HEADER]
    for message in sorted(translations):
        lines = []
        if message.context:
            lines.append(f"msgctxt {quoted(message.context)}")
        lines.append(f"msgid {quoted(message.singular)}")
        if message.plural:
            lines.append(f"msgid_plural {quoted(message.plural)}")
        key = "msgstr[0]" if message.plural else "msgstr"
        lines.append(f"{key} {quoted(translations[message])}")
        entries.append("\n".join(lines) + "\n")
    return "\n".join(entries)


def quoted(text: str) -> str:
    """Return `text` as a catalogue writes it: one quoted line, or one for each of its lines."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\r", "\\r")
    lines = escaped.split("\n")
    if len(lines) == 1:
        return f'"{escaped}"'
    parts = [f'"{line}\\n"' for line in lines[:-1]] + ([f'"{lines[-1]}"'] if lines[-1] else [])
    return "\n".join(['""', *parts])


def save(path: Path, translations: Translations) -> bool:
    """Write a catalogue if it changed; return whether it did. An app without sentences keeps no file."""
    text = written(translations)
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    if not translations and not path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    replace(path, text.encode("utf-8"))
    return True


def compile_all() -> int:
    """Compile each catalogue that is newer than its compiled twin; return how many."""
    count = 0
    for path in sorted(PACKAGE.rglob("locale/*/LC_MESSAGES/*.po")):
        compiled = path.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= path.stat().st_mtime:
            continue
        with path.open("rb") as file:
            catalogue: Catalog = read_po(file, locale=path.parts[-3], ignore_obsolete=True)
        with tempfile.TemporaryFile() as output:
            write_mo(output, catalogue)
            output.seek(0)
            replace(compiled, output.read())
        count += 1
    return count


def replace(path: Path, content: bytes) -> None:
    """Write a file in one step, so that nobody reads half of it."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(path)
