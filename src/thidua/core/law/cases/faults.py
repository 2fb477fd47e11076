"""What is wrong in a case file, and where."""

from dataclasses import dataclass, field

from thidua.core.language import Wording
from thidua.core.law.cases.sentences import sentence


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
