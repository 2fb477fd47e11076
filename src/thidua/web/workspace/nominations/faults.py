"""The faults of a return, each with the place where it is mended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from thidua.core.workflow.dossier import RETURNED
from thidua.nominations.models import Dossier, Nomination, ReturnedFault
from thidua.web.workspace.nominations.parts import address_of


@dataclass(frozen=True)
class ToldFault:
    """One fault: whom it is about, what to mend, and where."""

    fault: ReturnedFault
    about: str
    url: str

    @property
    def is_mended(self) -> bool:
        """Whether the unit has mended it."""
        return self.fault.mended_at is not None


def faults_told(dossier: Dossier) -> list[ToldFault]:
    """Return all faults of the last return, mended ones too, in the office's order; two queries."""
    last = dossier.moves.filter(verb="return").order_by("-ordinal").first()
    if last is None:
        return []
    rows = last.faults.select_related("nomination").order_by("ordinal")
    return [
        ToldFault(
            fault=row,
            about=row.nomination.recipient_name if row.nomination else "",
            url=address_of(dossier, row.field, row.nomination_id),
        )
        for row in rows
    ]


def faults_asked(
    dossier: Dossier, fields: Iterable[str], nomination: Nomination | None = None
) -> list[ReturnedFault]:
    """Return the open faults about `fields`, to be shown where these are written; no query unless it was returned."""
    if dossier.state != RETURNED:
        return []
    rows = dossier.faults.filter(nomination=nomination, mended_at__isnull=True, field__in=list(fields))
    return list(rows.order_by("ordinal"))
