"""Send a decision for signature, or return it unsigned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.vietnamese.hygiene import clean_text
from thidua.decisions.access import require
from thidua.decisions.actions.files import store_docx
from thidua.decisions.actions.locking import granted_lines, locked, require_open
from thidua.decisions.actions.telling import tell_returned, tell_waiting
from thidua.decisions.enums import BonusSource, DecisionState, TemplateKind
from thidua.decisions.models import Decision, DecisionAnnex, DecisionLine
from thidua.decisions.nominees import nominations_of
from thidua.decisions.papers.decision_letter import annexes, decision_letter
from thidua.decisions.queries.council_list import difference_from_council
from thidua.support.audit.actions.record import record
from thidua.support.documents.letters.content import AnnexList
from thidua.support.documents.letters.pdf import write_decision_pdf
from thidua.support.files.actions import store_file
from thidua.support.refusals import Refused, Sentence


def send_for_signature(*, decision: Decision, by: User | None, at: datetime | None = None) -> Decision:
    """Write the files of a draft, put it before who signs, and return it; sent twice it waits once.

    Raises NotAllowed, or Refused while an amount is open, nobody is granted anything, or somebody is in the list whom
    the council did not pass.
    """
    require(by, Right.PROPOSE, decision.unit)
    with transaction.atomic():
        row = locked(decision)
        if row.state == DecisionState.WAITING:
            return row
        require_open(row)
        lines = granted_lines(row)
        require_complete(lines)
        require_voted(lines)
        letter, lists = decision_letter(row), annexes(row, lines)
        name = f"quyet-dinh-{row.pk}-v{row.version}"
        row.preview = store_file(data=write_decision_pdf(letter, lists), name=f"{name}.pdf", by=by)
        row.docx = store_docx(row.unit, TemplateKind.DECISION, letter, name, by)
        _keep_lists(row, lines, lists, name, by)
        row.state, row.sent_at, row.return_reason = DecisionState.WAITING, at or timezone.now(), ""
        row.version += 1
        row.save()
        details = {"sha256": row.preview.sha256, "lines": len(lines)}
        record(by=by, action="decisions.sent_for_signature", subject=row, details=details)
        tell_waiting(row)
    return row


def _keep_lists(
    row: Decision, lines: list[DecisionLine], lists: Sequence[AnnexList], name: str, by: User | None
) -> None:
    """Keep a Word file for each award's list, in place of those of an earlier round."""
    names = {line.award_code: line.award_name for line in lines}
    row.annexes.all().delete()
    for number, ((code, award), content) in enumerate(zip(names.items(), lists, strict=True), start=1):
        DecisionAnnex.objects.create(
            decision=row,
            ordinal=number,
            award_code=code,
            award_name=award,
            docx=store_docx(row.unit, TemplateKind.ANNEX, content, f"{name}-danh-sach-{number}", by),
        )


def return_decision(*, decision: Decision, reason: str, by: User | None) -> Decision:
    """Return a decision to those who drafted it, with the reason, and return it. Raises NotAllowed, Refused."""
    require(by, Right.DECIDE, decision.unit)
    why = clean_text(reason)
    if not why:
        raise Refused({"reason": _("Write what has to be changed; the Board reads these words.")})
    with transaction.atomic():
        row = locked(decision)
        if row.state == DecisionState.RETURNED and row.return_reason == why:
            return row
        if row.state != DecisionState.WAITING:
            raise Refused(
                _("The decision is “%(state)s”: there is nothing to return. Load the page again.")
                % {"state": row.get_state_display()}
            )
        row.state, row.return_reason, row.version = DecisionState.RETURNED, why, row.version + 1
        row.save(update_fields=["state", "return_reason", "version"])
        record(by=by, action="decisions.returned", subject=row, details={"reason": why})
        tell_returned(row)
    return row


def publish_decision(*, decision: Decision, by: User | None, at: datetime | None = None) -> Decision:
    """Mark a signed decision as published, and return it; twice is once. Raises NotAllowed, Refused."""
    require(by, Right.PROPOSE, decision.unit)
    with transaction.atomic():
        row = locked(decision)
        if row.state == DecisionState.PUBLISHED:
            return row
        if row.state != DecisionState.SIGNED:
            raise Refused(_("Only a signed decision is published."))
        row.state, row.published_at, row.version = (
            DecisionState.PUBLISHED,
            at or timezone.now(),
            row.version + 1,
        )
        row.save(update_fields=["state", "published_at", "version"])
        record(by=by, action="decisions.published", subject=row)
    return row


def require_complete(lines: list[DecisionLine]) -> None:
    """Raise Refused unless somebody is granted something and every amount is known."""
    if not lines:
        raise Refused(_("Nobody is granted anything. Send the proposal back instead."))
    unknown = [line for line in lines if line.bonus_source == BonusSource.OPEN]
    faults: dict[str, Sentence | list[Sentence]] = {
        f"line-{line.pk}": _("%(name)s: the amount of the bonus is not known. Write it, with the reason.")
        % {"name": line.recipient_name}
        for line in unknown
    }
    if faults:
        raise Refused(faults)


def require_voted(lines: Sequence[DecisionLine]) -> None:
    """Raise Refused while the list names somebody whom the council had to pass and did not."""
    nominations = nominations_of(lines)
    dossiers = list({one.dossier_id: one.dossier for one in nominations}.values())
    added = difference_from_council(dossiers, nominations).added
    if added:
        raise Refused(
            _(
                "The council has not passed: %(names)s. Record the vote, or leave them out of the decision with the "
                "reason."
            )
            % {"names": "; ".join(one.recipient_name for one in added)}
        )
