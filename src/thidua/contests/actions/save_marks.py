"""Save a juror's marks of one entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import has_conflict, require_judging, require_juror
from thidua.contests.actions.declare_conflict import coded_entry
from thidua.contests.models import Edition, Entry, HandedIn, JudgingCriterion, JudgingRound, Juror, Mark
from thidua.contests.queries.rounds import open_round_of
from thidua.core.vietnamese.numbers import format_number
from thidua.support.audit.actions.record import record
from thidua.support.edits import Faults, in_words, misfits
from thidua.support.refusals import NotAllowed, Refused


@dataclass(frozen=True, kw_only=True)
class MarkLine:
    """A mark by the criterion number `ordinal`, None to leave it open; `seen` is the version before the juror."""

    ordinal: int
    points: Decimal | None
    seen: int = 0


class MarkedMeanwhile(Refused):
    """The same juror saved other marks from another page; nothing was written. `versions` are the present ones."""

    def __init__(self, faults: Faults, versions: Mapping[int, int]) -> None:
        self.versions = dict(versions)
        super().__init__(faults)


def save_marks(*, edition: Edition, code: str, marks: Sequence[MarkLine], by: User) -> int:
    """Store the juror's own marks of the entry `code` and return how many changed; all of them or none.

    Raises NotAllowed to who is no juror of it or has a conflict; Refused on `criterion_<ordinal>` for a mark
    outside its range, between rounds, before conflicts are declared, and after handing in; MarkedMeanwhile when
    a mark differs that was saved after `seen`.
    """
    juror = require_juror(by, edition)
    entry = coded_entry(edition, code)
    require_judging(juror, entry)
    criteria = {one.ordinal: one for one in edition.criteria.all()}
    if any(line.ordinal not in criteria for line in marks):
        raise Refused(_("The criteria have changed. Load the page again."))
    if faults := mark_faults(marks, criteria):
        raise Refused(faults)
    with transaction.atomic():
        # A round is closed under the locks of all its jurors, so it cannot close between this and the write.
        juror = Juror.objects.select_for_update(of=("self",)).get(pk=juror.pk)
        current = _require_taking(juror, entry)
        stored = {
            one.criterion_id: one for one in Mark.objects.filter(round=current, juror=juror, entry=entry)
        }
        changed = [line for line in marks if (_points(stored.get(criteria[line.ordinal].pk))) != line.points]
        _require_seen(changed, criteria, stored)
        told: dict[str, list[object]] = {}
        for line in changed:
            criterion = criteria[line.ordinal]
            before = stored.get(criterion.pk)
            told[criterion.name] = [_points(before), line.points]
            _write(before, current, juror, entry, criterion, line.points)
        if told:
            # The juror is the subject, not the entry: the log must not tie a code to the row that bears a name.
            details = {"code": code, "round": current.name, **told}
            record(by=by, action="contests.marks_saved", subject=juror, details=details)
    return len(told)


def mark_faults(marks: Sequence[MarkLine], criteria: Mapping[int, JudgingCriterion]) -> Faults:
    """Return what is wrong with marks by themselves, on `criterion_<ordinal>`; `criteria` are by their ordinal."""
    faults: Faults = {}
    for line in marks:
        if line.points is None:
            continue
        criterion = criteria[line.ordinal]
        field = f"criterion_{line.ordinal}"
        if said := misfits(Mark, {"points": line.points}).get("points"):
            faults[field] = said
        if not 0 <= line.points <= criterion.top:
            faults[field] = _("Write a mark from 0 to %(top)s.") % {"top": format_number(criterion.top)}
    return faults


def _require_taking(juror: Juror, entry: Entry) -> JudgingRound:
    current = open_round_of(juror.edition)
    if current is None:
        raise Refused(_("No round is open: marks can be neither given nor changed."))
    if not current.entries.filter(entry=entry).exists():
        raise Refused(_("This entry is not in the round that is open."))
    if has_conflict(juror, entry, current):
        raise NotAllowed(_("A conflict is declared for this entry: you do not judge it."))
    if juror.declared_at is None:
        raise Refused(_("Say first whether you have a conflict with any of the entries."))
    if HandedIn.objects.filter(round=current, juror=juror).exists():
        raise Refused(_("Your marks of this round are handed in and stay as they are."))
    return current


def _require_seen(
    changed: Sequence[MarkLine], criteria: Mapping[int, JudgingCriterion], stored: Mapping[int, Mark]
) -> None:
    faults: Faults = {}
    for line in changed:
        before = stored.get(criteria[line.ordinal].pk)
        if before is not None and before.version != line.seen:
            faults[f"criterion_{line.ordinal}"] = _(
                "You saved %(stored)s from another page meanwhile; here stands %(here)s. Save again to keep this."
            ) % {"stored": in_words(before.points), "here": in_words(line.points)}
    if faults:
        versions = {one.ordinal: stored[one.pk].version for one in criteria.values() if one.pk in stored}
        raise MarkedMeanwhile(faults, versions)


def _write(
    before: Mark | None,
    current: JudgingRound,
    juror: Juror,
    entry: Entry,
    criterion: JudgingCriterion,
    points: Decimal | None,
) -> None:
    if before is None:
        Mark.objects.create(round=current, juror=juror, entry=entry, criterion=criterion, points=points)
        return
    before.points, before.version = points, before.version + 1
    before.save(update_fields=["points", "version", "saved_at"])


def _points(mark: Mark | None) -> Decimal | None:
    return None if mark is None else mark.points
