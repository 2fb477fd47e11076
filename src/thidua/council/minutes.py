"""What the minutes and the tally sheet of a session say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class MemberLine:
    """A member on the roll as printed: name, post in the council, office outside it, reason for absence."""

    name: str
    post: str
    title: str
    reason: str = ""
    wrote: bool = False  # absent, and voted in writing


@dataclass(frozen=True)
class RecusalLine:
    """A member who did not vote on an item, and why."""

    name: str
    ground: str
    explanation: str


@dataclass(frozen=True)
class OpenVotes:
    """Who said what on one item that is voted on openly; names stand as on the roll, the chair's first."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    abstained: tuple[str, ...]


@dataclass(frozen=True)
class NomineeLine:
    """One item with its count. `percent` is yes votes over all members («81,8%»), `rule` what was needed and why."""

    ordinal: int
    name: str
    post: str
    unit: str
    award: str
    ballot: str
    issued: int
    received: int
    valid: int
    invalid: int
    yes: int
    no: int
    abstained: int
    written: int
    recused: tuple[RecusalLine, ...]
    members: int
    needed: int
    percent: str
    rule: str
    by_ballot: bool
    passed: bool
    outcome: str
    by_name: OpenVotes | None = None  # never of a secret ballot


@dataclass(frozen=True)
class SessionPaper:
    """The content of the minutes; the tally sheet is printed from the same."""

    council: str
    parent: str  # the body above the council, as it stands over it in a letterhead
    body: str
    number: str
    title: str
    place: str
    date: str
    opened: str
    closed: str
    counted: str  # when the votes were counted, with its day
    chair: str
    secretary: str
    tellers: tuple[str, ...]
    members: int
    present: tuple[MemberLine, ...]
    absent: tuple[MemberLine, ...]
    quorum: str
    counted_over: str
    nominees: tuple[NomineeLine, ...]
    passed: int
    failed: int
    seal: str
    conclusion: str
