"""What is wrong with the translations, in one sentence per fault."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tools.messages import catalogues
from tools.messages.extraction import BORROWED, PACKAGE, Message, Unreadable, apps, messages_of

# %(name)s, %s, {name}; a doubled %% or {{ is a sign, not a placeholder.
PLACEHOLDER: Final = re.compile(r"(?<!%)%\(\w+\)[a-z]|(?<!%)%[sd]|(?<!\{)\{\w*\}(?!\})")


def faults() -> list[str]:
    """Return one line per fault in any catalogue, empty when every sentence is translated."""
    found: list[str] = []
    seen: dict[Message, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for app in apps():
        name = ".".join(app.relative_to(PACKAGE).parts)
        try:
            wanted = messages_of(app)
            translations, fuzzy = catalogues.read(catalogues.catalogue_path(app))
        except (Unreadable, ValueError) as fault:
            found.append(f"{name}: {fault}")
            continue
        found.extend(f"{name}: {fault}" for fault in app_faults(wanted, translations, fuzzy))
        for message in wanted & translations.keys():
            seen[message][translations[message]].append(name)
    return found + disagreements(seen) + borrowed_faults()


def borrowed_faults() -> list[str]:
    """Return the faults of the catalogues that translate installed packages: what is there must be whole."""
    found: list[str] = []
    for path in sorted(found for app in BORROWED for found in app.rglob("locale/*/LC_MESSAGES/*.po")):
        name = ".".join(path.relative_to(PACKAGE).parts)
        try:
            translations, fuzzy = catalogues.read(path)
        except ValueError as fault:
            found.append(f"{name}: {fault}")
            continue
        found.extend(f"{name}: {fault}" for fault in app_faults(set(translations), translations, fuzzy))
    return found


def app_faults(wanted: set[Message], translations: dict[Message, str], fuzzy: set[Message]) -> Iterator[str]:
    """Yield the faults of one app's catalogue."""
    for message in sorted(wanted - translations.keys()):
        yield f"not in the catalogue, run `make messages`: {shown(message)}"
    for message in sorted(translations.keys() - wanted):
        yield f"no longer used, run `make messages`: {shown(message)}"
    for message in sorted(wanted & translations.keys()):
        text = translations[message]
        if not text:
            yield f"not translated: {shown(message)}"
        elif message in fuzzy:
            yield f"marked fuzzy, read it again: {shown(message)}"
        elif strange := unknown_or_lost(message, text):
            yield f"placeholders differ ({', '.join(strange)}): {shown(message)}"


def unknown_or_lost(message: Message, translation: str) -> list[str]:
    """Return the placeholders that only the source or only the translation has.

    Vietnamese has one form for all numbers: its count may stand in the plural source only.
    """
    source = set(PLACEHOLDER.findall(message.plural or message.singular))
    optional = set(PLACEHOLDER.findall(message.singular)) ^ source if message.plural else set()
    return sorted((source ^ set(PLACEHOLDER.findall(translation))) - optional)


def disagreements(seen: dict[Message, dict[str, list[str]]]) -> list[str]:
    """Return a line for each sentence that two apps translate differently: Django would keep only one."""
    lines = []
    for message, readings in sorted(seen.items()):
        readings.pop("", None)
        if len(readings) > 1:
            said = "; ".join(f"«{text}» in {', '.join(names)}" for text, names in sorted(readings.items()))
            lines.append(f"translated in two ways: {shown(message)} → {said}")
    return lines


def shown(message: Message) -> str:
    """Return a sentence as a person finds it in the source."""
    context = f" [{message.context}]" if message.context else ""
    return f"“{message.singular}”{context}"


def app_named(name: str) -> Path:
    """Return the folder of the app `name` ("orgs", "web.shell"); raises SystemExit with the known names."""
    folder = PACKAGE.joinpath(*name.removeprefix("thidua.").split("."))
    if folder not in apps():
        known = ", ".join(".".join(app.relative_to(PACKAGE).parts) for app in apps())
        raise SystemExit(f"There is no app “{name}”. Apps: {known}")
    return folder
