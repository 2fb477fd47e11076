"""What is wrong in a case file, and where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from thidua.core.language import Wording


@dataclass(frozen=True)
class Fault:
    """One fault: `path` in the file («cases[3].facts.grades.2024»; empty: the whole file), `line` from 1."""

    path: str
    message: Wording
    line: int | None = None


@dataclass
class Faults:
    """The faults of one case or file, in the order in which they are met."""

    told: list[Fault] = field(default_factory=list)

    def tell(self, path: str, code: str, line: int | None = None, **details: object) -> None:
        """Note a fault by the code of its sentence in messages.yaml; the sentence may name the line."""
        fault = Fault(path, sentence(code, line=line, **details), line)
        if fault not in self.told:
            self.told.append(fault)


def sentence(code: str, **details: object) -> Wording:
    """Return a sentence of messages.yaml with its details; a Wording among them is said in each language."""
    said = messages()[code]
    return Wording(
        vi=said["vi"].format(**{name: _say(value, "vi") for name, value in details.items()}),
        en=said["en"].format(**{name: _say(value, "en") for name, value in details.items()}),
    )


def _say(value: object, language: str) -> object:
    if isinstance(value, Wording):
        return value.vi if language == "vi" else value.en
    return value


@cache
def messages() -> Mapping[str, Mapping[str, str]]:
    """Return the sentences by code and language."""
    read: Mapping[str, Mapping[str, str]] = yaml.safe_load(
        Path(__file__).with_name("messages.yaml").read_text(encoding="utf-8")
    )
    return read
