"""Where a record comes from; what is invented or meant for testing says so wherever it shows."""

from __future__ import annotations

from enum import StrEnum


class Provenance(StrEnum):
    """The origin of a record."""

    RECORDED = "recorded"
    REPORTED = "reported"
    ILLUSTRATIVE = "illustrative"
    TEST = "test"

    @property
    def needs_mark(self) -> bool:
        """Whether every place that shows the record must say that it is not a fact."""
        return self in {Provenance.ILLUSTRATIVE, Provenance.TEST}
