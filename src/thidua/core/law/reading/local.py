"""A province's own regulation, to be laid over the national law."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class LocalLayer:
    """One YAML document with a regulation; `file` is how messages name it."""

    file: str
    content: bytes

    @classmethod
    def open(cls, path: Path) -> "LocalLayer":
        """Read a regulation from a file."""
        return cls(path.name, path.read_bytes())
