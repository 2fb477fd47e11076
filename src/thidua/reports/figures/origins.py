"""Where the rows behind a figure come from, and which of them may stand together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from thidua.support.provenance import Provenance
from thidua.targets.measured import weakest as weakest_of


class HasOrigin(Protocol):
    """A row that says where it comes from."""

    @property
    def provenance(self) -> str: ...


R = TypeVar("R", bound=HasOrigin)


def weakest(origins: Iterable[Provenance | str]) -> Provenance:
    """Return the origin that a figure made of these has; recorded when there are none."""
    return weakest_of(*origins)


def without_invented(rows: Iterable[R]) -> list[R]:
    """Return the rows that may stand in one figure: invented ones only where there are no others.

    A figure made of nothing but invented rows is invented itself, and is marked.
    """
    known = list(rows)
    real = [row for row in known if row.provenance != Provenance.ILLUSTRATIVE]
    return real or known
