"""What a flow is made of, and the one function that says whether a move is allowed.

A state carries two labels: what the office calls it and what the applicant reads. Labels are English source
strings; the screens translate them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class State:
    """A state: its stored value and its two labels."""

    value: str
    office_label: str
    applicant_label: str
    is_final: bool = False


@dataclass(frozen=True)
class Move:
    """A move: its verb, where it may start, where it ends, the right it needs, and what it is grounded on.

    `guard` names what must be true besides; the room that keeps the rows checks it.
    """

    verb: str
    sources: tuple[str, ...]
    target: str
    right: str
    needs_reason: bool = False
    ground: str = ""
    guard: str = ""


class MoveRefused(ValueError):
    """The flow knows no such move from the present state."""

    def __init__(self, verb: str, state: str) -> None:
        self.verb, self.state = verb, state
        super().__init__(f"{verb} is not possible from {state}")


@dataclass(frozen=True)
class Flow:
    """A whole flow; checks itself when made, so that a table with a dead end in its spelling cannot load."""

    name: str
    states: tuple[State, ...]
    moves: tuple[Move, ...]

    def __post_init__(self) -> None:
        known = {state.value for state in self.states}
        if len(known) != len(self.states):
            raise ValueError(f"{self.name}: a state stands twice")
        for move in self.moves:
            strangers = {*move.sources, move.target} - known
            if strangers:
                raise ValueError(f"{self.name}: {move.verb} names unknown states {sorted(strangers)}")

    def state(self, value: str) -> State:
        """Return the state stored as `value`; raises KeyError when the flow has none such."""
        for state in self.states:
            if state.value == value:
                return state
        raise KeyError(value)

    def move(self, verb: str, state: str) -> Move:
        """Return the move `verb` from `state`; raises MoveRefused when there is none."""
        for move in self.moves:
            if move.verb == verb and state in move.sources:
                return move
        raise MoveRefused(verb, state)

    def moves_from(self, state: str) -> tuple[Move, ...]:
        """Return the moves possible from `state`, in table order."""
        return tuple(move for move in self.moves if state in move.sources)

    def diagram(self) -> str:
        """Return the flow as a Mermaid state diagram."""
        lines = ["stateDiagram-v2"]
        lines += [f"    {state.value}: {state.office_label}" for state in self.states]
        lines += [
            f"    {source} --> {move.target}: {move.verb}" for move in self.moves for source in move.sources
        ]
        return "\n".join(lines)
