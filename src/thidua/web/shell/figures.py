"""A figure never stands alone: what it counts, of what, for which time, from whom."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from thidua.core.provenance import Provenance
from thidua.web.shell import formats


@dataclass(frozen=True)
class Comparison:
    """One comparison or one line of a basis: its label and its words."""

    label: str
    value: str


@dataclass(frozen=True)
class Figure:
    """A figure ready to be shown. Every text is already in the page's language.

    `value` is the formatted number («92,2%», «trên 20»), None where there is none yet; `basis` the numbers it was
    made of («5.027 / 5.452 tỷ đồng»); `period` and `as_of` the time it covers and the day it was true; `source`
    who said so; `accepted_by` who accepted it and when; `note` how it was computed or what to beware of;
    `rows_url` the address of the rows behind it.
    """

    label: str
    value: str | None
    unit: str = ""
    basis: str = ""
    period: str = ""
    as_of: str = ""
    source: str = ""
    accepted_by: str = ""
    note: str = ""
    comparisons: tuple[Comparison, ...] = ()
    provenance: Provenance | str = Provenance.RECORDED
    rows_url: str = ""

    @property
    def no_value(self) -> str:
        """What stands in place of a figure that is not known."""
        return formats.no_figure()

    @property
    def needs_mark(self) -> bool:
        """Whether the figure is invented or for testing."""
        return Provenance(self.provenance).needs_mark

    @property
    def basis_rows(self) -> list[Comparison]:
        """The basis as labelled lines; what is not known is said, not left out, except notes."""
        unknown = _("not known")
        rows = [
            Comparison(_("Computed from"), self.basis),
            Comparison(_("Period"), self.period or unknown),
            Comparison(_("As of"), self.as_of or unknown),
            *self.comparisons,
            Comparison(_("Source"), self.source or unknown),
            Comparison(_("Accepted by"), self.accepted_by or _("nobody yet")),
            Comparison(_("Note"), self.note),
        ]
        return [row for row in rows if row.value]
