"""Change a draft: its texts, an amount, who is in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_line, clean_text
from thidua.decisions.access import require
from thidua.decisions.actions.draft_decision import articles_of, bases_of, bonus_columns
from thidua.decisions.actions.locking import granted_lines, locked, locked_line, renumber, require_open
from thidua.decisions.enums import BonusSource
from thidua.decisions.models import Decision, DecisionLine
from thidua.decisions.nominees import nominations_of
from thidua.decisions.papers.abstract import decision_abstract
from thidua.decisions.papers.bodies import AUTHORITY_OF_LEVEL
from thidua.decisions.papers.bonuses import work_out
from thidua.lawbook.queries import current_book
from thidua.nominations.enums import Level
from thidua.support.audit.actions.record import record
from thidua.support.edits import apply_edit, misfits
from thidua.support.refusals import Refused

TEXTS: Final = ("title", "achievement", "place", "symbol", "signer_name", "signer_post", "on_behalf")
LISTS: Final = ("legal_bases", "articles", "copies_to")


def edit_decision(
    *, decision: Decision, values: Mapping[str, str | Sequence[str]], version: int, by: User | None
) -> Decision:
    """Write texts and lists (`TEXTS`, `LISTS`) of a draft and return it.

    Raises NotAllowed, Refused, or EditedMeanwhile when somebody saved after `version`.
    """
    require(by, Right.PROPOSE, decision.unit)
    wanted: dict[str, object] = {}
    for name, value in values.items():
        if name in LISTS and not isinstance(value, str):
            wanted[name] = [line for each in value if (line := clean_line(each))]
        elif name in TEXTS and isinstance(value, str):
            wanted[name] = clean_line(value)
        else:
            raise KeyError(name)
    optional = ("on_behalf", "copies_to")
    faults = misfits(Decision, {name: wanted[name] for name in wanted if name in TEXTS}) | {
        name: _("This cannot stay empty: the decision prints it.")
        for name, value in wanted.items()
        if not value and name not in optional
    }
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        row = locked(decision)
        require_open(row)
        changes = apply_edit(row, wanted, seen=version)
        if changes:
            record(by=by, action="decisions.edited", subject=row, details=changes)
    return row


def plan_for(*, decision: Decision, planned_on: date, by: User | None) -> Decision:
    """Plan the signing for another day: bases and bonuses by the law follow it; bases that a person added stay.

    Raises Refused, NotAllowed.
    """
    require(by, Right.PROPOSE, decision.unit)
    with transaction.atomic():
        row = locked(decision)
        require_open(row)
        lines = list(row.lines.select_related("nomination"))
        book, issuer = current_book(), AUTHORITY_OF_LEVEL.get(Level(row.submission.level))
        granted = nominations_of(line for line in lines if not line.refusal)
        paid = work_out(book, granted, planned_on, issuer)
        for line in lines:
            open_to_law = line.bonus_source in (BonusSource.LAW, BonusSource.OPEN)
            if line.nomination_id is not None and line.nomination_id in paid and open_to_law:
                for name, value in bonus_columns(paid[line.nomination_id]).items():
                    setattr(line, name, value)
        DecisionLine.objects.bulk_update(
            lines,
            [
                "bonus_source",
                "bonus_coefficient",
                "bonus_base",
                "bonus_amount",
                "bonus_suggested",
                "bonus_steps",
            ],
        )
        codes = list(dict.fromkeys(line.award_code for line in lines))
        former = bases_of(book, row.submission, codes, row.planned_on)
        added = [base for base in row.legal_bases if base not in former]
        row.planned_on, row.version = planned_on, row.version + 1
        row.legal_bases = [*added, *bases_of(book, row.submission, codes, planned_on)]
        row.save(update_fields=["planned_on", "legal_bases", "version"])
        record(by=by, action="decisions.edited", subject=row, details={"planned_on": planned_on})
    return row


def set_bonus(*, line: DecisionLine, amount: int, reason: str, by: User | None) -> DecisionLine:
    """Write the amount (đồng) that a person sets, with the reason; what the law comes to stays beside it.

    Raises NotAllowed, Refused.
    """
    require(by, Right.PROPOSE, line.decision.unit)
    why = clean_text(reason)
    if amount < 0:
        raise Refused({"amount": _("A bonus is zero or more đồng.")})
    if not why:
        raise Refused({"reason": _("Write why this amount is paid; it stays with the decision.")})
    with transaction.atomic():
        row = locked_line(line)
        require_open(row.decision)
        row.bonus_source, row.bonus_amount, row.bonus_reason = BonusSource.PERSON, amount, why
        row.save(update_fields=["bonus_source", "bonus_amount", "bonus_reason"])
        raise_version(row.decision)
        record(by=by, action="decisions.bonus_set", subject=row, details={"amount": amount, "reason": why})
    return row


def refuse_line(*, line: DecisionLine, reason: str, by: User | None) -> DecisionLine:
    """Refuse a nominee, with the reason that the unit will read. Raises NotAllowed, Refused."""
    require(by, Right.PROPOSE, line.decision.unit)
    why = clean_text(reason)
    if not why:
        raise Refused({"reason": _("Write why the nominee is not granted the award; the unit reads it.")})
    return _set_refusal(line, why, by, "decisions.line_refused")


def restore_line(*, line: DecisionLine, by: User | None) -> DecisionLine:
    """Put a nominee back into the decision. Raises NotAllowed, Refused."""
    require(by, Right.PROPOSE, line.decision.unit)
    return _set_refusal(line, "", by, "decisions.line_restored")


def _set_refusal(line: DecisionLine, why: str, by: User | None, action: str) -> DecisionLine:
    with transaction.atomic():
        row = locked_line(line)
        require_open(row.decision)
        whole = row.decision
        is_own_title = whole.title != decision_abstract(granted_lines(whole))
        row.refusal, row.ordinal = why, None
        row.save(update_fields=["refusal", "ordinal"])
        renumber(whole)
        whole.articles = articles_of(whole)
        if not is_own_title:  # it tells how many are granted
            whole.title = decision_abstract(granted_lines(whole)) or whole.title
        whole.save(update_fields=["title", "articles"])
        raise_version(row.decision)
        record(by=by, action=action, subject=row, details={"reason": why})
    row.refresh_from_db()
    return row


def raise_version(row: Decision) -> None:
    """Tell everybody who has the draft open that it changed."""
    row.version += 1
    row.save(update_fields=["version"])
