"""The sentences of messages.yaml about law files, with their details filled in."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from thidua.core.language import Wording
from thidua.core.law.messages import filled, read_messages

FILE: Final = Path(__file__).with_name("messages.yaml")


def sentence(code: str, /, **details: object) -> Wording:
    """Return a sentence by its code; a Wording among the details is said in each language."""
    return filled(read_messages(FILE)[code], details)


def quoted(names: Iterable[str]) -> str:
    """Return names as a message lists them: `title`, `titles`."""
    return ", ".join(f"`{name}`" for name in names)
