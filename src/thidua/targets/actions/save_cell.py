"""Save one cell of a sheet as it was typed."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.core.indicators import IndicatorKind
from thidua.core.vietnamese.hygiene import clean_line
from thidua.core.workflow.reporting import FILL_IN
from thidua.support.audit.actions.record import record
from thidua.support.refusals import NotAllowed, Refused
from thidua.targets import access
from thidua.targets.actions.sheet_moves import lock, require_move
from thidua.targets.models import Cell, CellFault, Indicator, RoundIndicator, Sheet
from thidua.targets.typed import Typed, read

TYPED_LENGTH = 100
_WORDS_LENGTH = {"note": 500, "confirmed": 300}


class CellConflict(Refused):
    """Somebody else saved the cell in between; nothing was written, and both values are told.

    `theirs` is the row as saved, `yours` what was typed now. Saving again with `theirs.version` keeps yours.
    """

    def __init__(self, theirs: Cell, yours: Typed) -> None:
        self.theirs, self.yours = theirs, yours
        sentence = _(
            "%(name)s has saved “%(theirs)s” meanwhile; you typed “%(yours)s”. Choose one of the two."
        )
        who = str(theirs.saved_by or _("Somebody else"))
        super().__init__(
            {"typed": sentence % {"name": who, "theirs": shown(typed_in(theirs)), "yours": shown(yours)}}
        )


def save_cell(
    *,
    sheet: Sheet,
    indicator: Indicator,
    typed: Typed,
    version: int,
    by: User | None,
    note: str | None = None,
    confirmed: str | None = None,
) -> Cell:
    """Keep what was typed, readable or not, and return the cell.

    `version` is the one the person saw, 0 for a cell nobody had filled in. `note` and `confirmed` (the reason for
    an unusual value) stay as they are when None; a new value drops the reason given for the old one. Raises
    CellConflict, Refused, NotAllowed.
    """
    if not access.may_report(by, sheet.unit):
        raise NotAllowed(_("Only officers of %(unit)s fill in its report.") % {"unit": sheet.unit.name})
    typed = typed.cleaned()
    _refuse_long(typed)
    with transaction.atomic():
        row = lock(sheet)
        target = require_move(row, FILL_IN)
        if not RoundIndicator.objects.filter(round=row.round, indicator=indicator).exists():
            raise Refused(
                _("This round does not ask for “%(name)s”. Load the page again.") % {"name": indicator.name}
            )
        cell = Cell.objects.select_related("saved_by").filter(sheet=row, indicator=indicator).first()
        cell = cell or Cell(sheet=row, indicator=indicator, version=0)
        changes = _changes(cell, typed, note, confirmed)
        if not changes:
            return cell
        if cell.version != version:
            raise CellConflict(cell, typed)
        _write(cell, typed, changes, by)
        CellFault.objects.filter(sheet=row, indicator=indicator, settled_at=None).update(
            settled_at=timezone.now()
        )
        if row.state != target:
            row.state = target
            row.save(update_fields=["state"])
        details = {"round": row.round.slug, "unit": row.unit.key, "indicator": indicator.code, **changes}
        record(by=by, action="targets.cell_saved", subject=cell, details=details)
    return cell


def typed_in(cell: Cell) -> Typed:
    """Return the boxes of a cell as typed."""
    return Typed(cell.typed, cell.typed_numerator, cell.typed_denominator)


def shown(typed: Typed) -> str:
    """Return the boxes in one line: «12.422/12.537», «99,08»."""
    parts = f"{typed.numerator}/{typed.denominator}" if typed.numerator or typed.denominator else ""
    return " ".join(part for part in (parts, typed.value) if part) or _("nothing")


def _changes(cell: Cell, typed: Typed, note: str | None, confirmed: str | None) -> dict[str, list[str]]:
    wanted = {
        "typed": typed.value,
        "typed_numerator": typed.numerator,
        "typed_denominator": typed.denominator,
    }
    changes = {
        name: [getattr(cell, name), text] for name, text in wanted.items() if getattr(cell, name) != text
    }
    if changes and confirmed is None:
        confirmed = ""
    for name, words in (("note", note), ("confirmed", confirmed)):
        if words is not None and getattr(cell, name) != (cleaned := clean_line(words)[: _WORDS_LENGTH[name]]):
            changes[name] = [getattr(cell, name), cleaned]
    return changes


def _write(cell: Cell, typed: Typed, changes: dict[str, list[str]], by: User | None) -> None:
    for name, (_before, after) in changes.items():
        setattr(cell, name, after)
    reading = read(IndicatorKind(cell.indicator.kind), typed)
    cell.value, cell.comparator = reading.value, reading.comparator
    cell.numerator, cell.denominator = reading.numerator, reading.denominator
    cell.version += 1
    cell.saved_by = by
    cell.save()


def _refuse_long(typed: Typed) -> None:
    if any(len(text) > TYPED_LENGTH for text in (typed.value, typed.numerator, typed.denominator)):
        raise Refused({"typed": _("This number is too long. Check that only one number was pasted.")})
