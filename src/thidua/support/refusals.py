"""How an action says no: sentences for the person who reads them, tied to fields."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise

Sentence = str | Promise


class Refused(Exception):
    """An action was not carried out, and nothing was written.

    `faults` maps a field's name to the sentences shown beside it; the empty name holds sentences about
    the whole. Each sentence says what to do next.
    """

    def __init__(self, faults: Mapping[str, Sentence | list[Sentence]] | Sentence) -> None:
        if not isinstance(faults, Mapping):
            faults = {"": faults}
        self.faults: dict[str, list[Sentence]] = {
            field: list(said) if isinstance(said, list) else [said] for field, said in faults.items()
        }
        super().__init__(" ".join(str(sentence) for said in self.faults.values() for sentence in said))


class NotAllowed(Refused):
    """The actor does not hold the right that the action asks for."""
