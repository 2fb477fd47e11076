"""Why a table is refused: one sentence per fault, with its cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import get_language

from thidua.core.language import Language
from thidua.core.vietnamese.numbers import format_number
from thidua.support.spreadsheets.codes import FaultCode
from thidua.support.spreadsheets.sentences import OTHERS, SENTENCES


@dataclass(frozen=True)
class CellFault:
    """One fault: its cell («C7», a range «A1:B2», or None for the whole file) and the values of its sentence.

    `others` is not zero for the fault that stands for the cells of the same kind that are not named.
    """

    cell: str | None
    code: FaultCode
    values: Mapping[str, str | int] = field(default_factory=dict)
    others: int = 0

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, in the language that is active."""
        language: Language = "vi" if (get_language() or "").startswith("vi") else "en"
        if self.others:
            return str(OTHERS[self.code]) % {"count": format_number(self.others, 0, language)}
        limit = self.values.get("limit")
        grouped = {"limit": format_number(limit, 0, language)} if isinstance(limit, int) else {}
        return str(SENTENCES[self.code]) % {**self.values, **grouped}


class TableRefused(Exception):
    """A file that is not read; nothing of it is used. `faults` is never empty."""

    def __init__(self, *faults: CellFault) -> None:
        self.faults = faults
        super().__init__(", ".join(f"{fault.code}@{fault.cell or 'file'}" for fault in faults))


def file_fault(code: FaultCode, **values: str | int) -> TableRefused:
    """Return the refusal for one fault of the whole file."""
    return TableRefused(CellFault(None, code, values))


def named(code: FaultCode, cells: Iterable[str], most: int) -> list[CellFault]:
    """Return a fault for each of the first `most` cells, and one that counts the others."""
    places = list(cells)
    faults = [CellFault(cell, code, {"cell": cell}) for cell in places[:most]]
    if len(places) > most:
        faults.append(CellFault(None, code, others=len(places) - most))
    return faults
