"""Sentences kept in a messages.yaml, one per code and language, with their places filled in."""

from collections.abc import Mapping
from functools import cache
from numbers import Integral
from pathlib import Path

import yaml

from thidua.core.language import Language, Wording

Messages = Mapping[str, Mapping[Language, str]]


@cache
def read_messages(file: Path) -> Messages:
    """Return the sentences of a file by code and language."""
    read: Messages = yaml.safe_load(file.read_text(encoding="utf-8"))
    return read


def filled(said: Mapping[Language, str], details: Mapping[str, object]) -> Wording:
    """Return one sentence with its places filled; a Wording among the details is said in each language."""
    return Wording(vi=_in(said["vi"], "vi", details), en=_in(said["en"], "en", details))


def _in(said: str, language: Language, details: Mapping[str, object]) -> str:
    return said.format(**{name: filling(detail, language) for name, detail in details.items()})


class _Count(int):
    """A number that also picks its noun: «{count} {count:line|lines}»."""

    def __format__(self, spec: str) -> str:
        one, bar, many = spec.partition("|")
        if not bar:
            return int.__format__(self, spec)
        return one if self == 1 else many


def filling(detail: object, language: Language) -> object:
    """Return a detail as it is put into a sentence: a Wording in the language, a number that picks its noun."""
    if isinstance(detail, Wording):
        return detail.say(language)
    if isinstance(detail, Integral) and not isinstance(detail, bool):
        return _Count(int(detail))
    return detail
