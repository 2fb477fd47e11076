"""What a text cannot say of itself: which of its figures are bound, and who agreed to be named."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NamedPerson:
    """A person who may occur in the text, and whether they agreed to be named."""

    name: str
    consent: bool


@dataclass(frozen=True)
class TextContext:
    """`bound`: spans (start, end) of figures that are bound to records; `people`: who is known.

    `leads_to_decision`: whether a reader finds the decision about awards beside the text.
    """

    bound: tuple[tuple[int, int], ...] = ()
    people: tuple[NamedPerson, ...] = ()
    leads_to_decision: bool = False

    def is_bound(self, start: int, end: int) -> bool:
        """Tell whether `text[start:end]` touches a bound figure."""
        return any(start < bound_end and bound_start < end for bound_start, bound_end in self.bound)
