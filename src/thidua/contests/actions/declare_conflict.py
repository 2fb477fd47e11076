"""Say which entries a juror does not judge, and that there are no others."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.contests.access import require_judging, require_juror, require_keeping_contests
from thidua.contests.enums import EntryState
from thidua.contests.models import ConflictDeclared, Edition, Entry, HandedIn, JudgingRound, Juror
from thidua.core.vietnamese.hygiene import clean_line
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.refusals import Refused


def declare_conflict(*, edition: Edition, code: str, reason: str, by: User) -> ConflictDeclared:
    """Record that the juror `by` does not judge the entry `code` from the round on that is open or comes next.

    Raises NotAllowed, or Refused without a reason, for an unknown code, twice, or when the marks are handed in.
    """
    juror = require_juror(by, edition)
    entry = coded_entry(edition, code)
    require_judging(juror, entry)
    return _declared(juror, entry, reason, by)


def record_conflict(*, juror: Juror, entry: Entry, reason: str, by: User) -> ConflictDeclared:
    """Record a conflict that the office knows of, since a juror sees no names; raises as `declare_conflict`."""
    require_keeping_contests(by, juror.edition.competition.organiser)
    if entry.category.edition_id != juror.edition_id:
        raise Refused({"entry": _("Choose an entry of this edition.")})
    return _declared(juror, entry, reason, by)


def declare_no_other_conflict(*, edition: Edition, by: User) -> Juror:
    """Record that the juror `by` has no conflict beyond those declared, and return the juror; once."""
    juror = require_juror(by, edition)
    with transaction.atomic():
        row = Juror.objects.select_for_update(of=("self",)).get(pk=juror.pk)
        if row.declared_at is None:
            row.declared_at = timezone.now()
            row.save(update_fields=["declared_at"])
            record(by=by, action="contests.no_other_conflict", subject=row, details={"edition": row.edition})
    return row


def coded_entry(edition: Edition, code: str) -> Entry:
    """Return the entry that takes part under `code`; raises Refused where there is none."""
    found = Entry.objects.filter(
        category__edition=edition, code=code.strip().upper(), state=EntryState.RECEIVED
    ).select_related("category")
    entry = found.first()
    if entry is None:
        raise Refused({"code": _("No entry of this edition has this code. Load the page again.")})
    return entry


def _declared(juror: Juror, entry: Entry, reason: str, by: User) -> ConflictDeclared:
    values = {"reason": clean_line(reason)}
    faults = misfits(ConflictDeclared, values)
    if not values["reason"]:
        faults["reason"] = _("Write what ties the juror to the work or its authors.")
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        Juror.objects.select_for_update(of=("self",)).get(pk=juror.pk)
        rounds = list(JudgingRound.objects.filter(edition=juror.edition_id).order_by("ordinal"))
        current = next((one for one in rounds if one.closed_at is None), None)
        if rounds and current is None:
            raise Refused(_("All rounds are closed. A conflict found now is a matter for the organiser."))
        if current is not None and HandedIn.objects.filter(round=current, juror=juror).exists():
            raise Refused(_("The marks of this round are handed in. Tell the organiser of the conflict."))
        if ConflictDeclared.objects.filter(juror=juror, entry=entry).exists():
            raise Refused(_("This conflict is declared already."))
        row = ConflictDeclared.objects.create(
            juror=juror, entry=entry, round=current, declared_by=by, **values
        )
        # Neither title nor authors: whoever reads the log must not learn whose work a code stands for.
        record(by=by, action="contests.conflict_declared", subject=row, details=values)
    return row
