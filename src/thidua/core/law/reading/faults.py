"""What is wrong in a law file, and where."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.core.language import Wording


@dataclass(frozen=True)
class Fault:
    """One fault: `file` relative to the law folder, `line` counted from 1, `message` says what to do."""

    file: str
    line: int
    message: Wording

    @property
    def place(self) -> tuple[str, int, str]:
        """What faults are sorted by."""
        return self.file, self.line, self.message.en

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message.en}"


class LawRefused(ValueError):
    """The law files have faults; all of them are in `faults`."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))
