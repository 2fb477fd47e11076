"""The sentences of messages.yaml, with their details filled in."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from thidua.core.language import Language, Wording


def sentence(code: str, **details: object) -> Wording:
    """Return a sentence by its code; a Wording among the details is said in each language."""
    said = messages()[code]
    return Wording(vi=_filled(said["vi"], "vi", details), en=_filled(said["en"], "en", details))


def _filled(said: str, language: Language, details: Mapping[str, object]) -> str:
    filling = {
        name: detail.say(language) if isinstance(detail, Wording) else detail
        for name, detail in details.items()
    }
    return said.format(**filling)


@cache
def messages() -> Mapping[str, Mapping[str, str]]:
    """Return the sentences by code and language."""
    read: Mapping[str, Mapping[str, str]] = yaml.safe_load(
        Path(__file__).with_name("messages.yaml").read_text(encoding="utf-8")
    )
    return read
