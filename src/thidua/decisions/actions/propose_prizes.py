"""Propose the prizes of an edition to whoever decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.contests.actions import settle_results
from thidua.contests.models import Edition, Result
from thidua.decisions.access import require
from thidua.decisions.actions.files import store_docx
from thidua.decisions.actions.letter_values import letter_values
from thidua.decisions.actions.numbering import take_number
from thidua.decisions.enums import SequenceKind, TemplateKind
from thidua.decisions.models import ProposedLine, Submission
from thidua.decisions.papers.abstract import prize_abstract
from thidua.decisions.papers.bodies import level_of
from thidua.decisions.papers.grouping import in_order
from thidua.decisions.papers.prizes import winners_of
from thidua.decisions.papers.submission_letter import prize_letter
from thidua.decisions.queries.prizes import prize_proposal
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def propose_prizes(
    *,
    edition: Edition,
    unit: Unit,
    symbol: str,
    place: str,
    signer_post: str,
    by: User,
    title: str = "",
    signer_name: str = "",
    on_behalf: str = "",
    text: str = "",
    sender: str = "",
    dated: date | None = None,
    at: datetime | None = None,
) -> Submission:
    """Propose to `unit` the prizes by the jury's places, and return the letter; a second call returns the same one.

    The codes are open; the winners are settled by it. Texts as in `propose`. Raises NotAllowed, or Refused with a
    sentence per field at fault, before the codes are opened, or where nobody won.
    """
    require(by, Right.PROPOSE, unit)
    said = {"symbol": symbol, "title": title, "sender": sender, "place": place, "on_behalf": on_behalf}
    values = letter_values(said | {"signer_post": signer_post, "signer_name": signer_name, "text": text}, by)
    day = dated or timezone.localdate(at)
    with transaction.atomic():
        held = Edition.objects.select_for_update(of=("self",)).select_related("competition__organiser")
        edition = held.get(pk=edition.pk)
        present = prize_proposal(edition)
        if present is not None:
            return present
        if edition.decision_number:
            raise Refused(
                _("This edition names decision %(number)s already, which was signed elsewhere.")
                % {"number": edition.decision_number}
            )
        settle_results(edition=edition, version=edition.version, by=by)
        results = _results(edition)
        winners = in_order(winners_of(edition, results))
        awards = {one.award_code: one.award_name for one in winners}
        values["title"] = values["title"] or prize_abstract(winners, awards)
        row = Submission.objects.create(
            unit=unit,
            edition=edition,
            level=level_of(unit),
            year=day.year,
            number=take_number(unit, SequenceKind.SUBMISSION, day.year, values["symbol"]),
            dated=day,
            proposed_by=by,
            proposed_at=at or timezone.now(),
            provenance=edition.provenance,
            **values,
        )
        _write_lines(row, results)
        name = f"to-trinh-{row.number:02}-{row.year}"
        row.file = store_docx(unit, TemplateKind.SUBMISSION, prize_letter(row, winners), name, by)
        row.save(update_fields=["file"])
        details = {"number": row.full_number, "edition": edition, "lines": len(results)}
        record(by=by, action="decisions.proposed", subject=row, details=details)
    return row


def _results(edition: Edition) -> list[Result]:
    rows = edition.results.select_related("unit", "entry__category").prefetch_related("entry__authors")
    found = list(rows.order_by("ordinal"))
    if not found:
        raise Refused(_("Nobody has won a prize of this edition, so there is nothing to propose."))
    return found


def _write_lines(row: Submission, results: Sequence[Result]) -> None:
    ProposedLine.objects.bulk_create(
        ProposedLine(submission=row, prize_result=one, ordinal=ordinal)
        for ordinal, one in enumerate(results, start=1)
    )
