"""What forms count: each source gives groups of equal things, and the things behind a set of conditions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from thidua.reports.statistics.sources.awards import Awards
from thidua.reports.statistics.sources.bodies import Bodies
from thidua.reports.statistics.sources.group import Group, Source
from thidua.reports.statistics.sources.movements import Movements
from thidua.reports.statistics.sources.officers import Officers

SOURCES: Final[Mapping[str, Source]] = {
    "movements": Movements(),
    "awards": Awards(),
    "bodies": Bodies(),
    "officers": Officers(),
}

__all__ = ["SOURCES", "Group", "Source"]
