"""The sentences of messages.yaml about case files, with their details filled in."""

from pathlib import Path
from typing import Final

from thidua.core.language import Wording
from thidua.core.law.messages import filled, read_messages

_FILE: Final = Path(__file__).with_name("messages.yaml")


def sentence(code: str, /, **details: object) -> Wording:
    """Return a sentence by its code; a Wording among the details is said in each language."""
    return filled(read_messages(_FILE)[code], details)
