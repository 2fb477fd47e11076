"""Propose to whoever decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.decisions.access import require
from thidua.decisions.actions.files import store_docx
from thidua.decisions.actions.letter_values import letter_values
from thidua.decisions.actions.numbering import take_number
from thidua.decisions.enums import SequenceKind, TemplateKind
from thidua.decisions.models import ProposedLine, Submission
from thidua.decisions.papers.abstract import proposal_abstract
from thidua.decisions.papers.bases import legal_bases
from thidua.decisions.papers.bodies import award_words
from thidua.decisions.papers.grouping import in_order
from thidua.decisions.papers.submission_letter import submission_letter
from thidua.decisions.queries.council_list import Difference, difference_from_council, votes_on
from thidua.lawbook.queries import current_book
from thidua.nominations.actions.lead_on import mark_all_proposed, proposed_of
from thidua.nominations.models import Dossier, Nomination
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.refusals import Refused


def propose(
    *,
    dossiers: Sequence[Dossier],
    symbol: str,
    place: str,
    signer_post: str,
    by: User | None,
    title: str = "",
    signer_name: str = "",
    on_behalf: str = "",
    text: str = "",
    sender: str = "",
    difference: str = "",
    party_opinion: str = "",
    dated: date | None = None,
    at: datetime | None = None,
) -> Submission:
    """Propose whole dossiers of one deciding unit and level together, and return the submission letter.

    `title` empty: written from the list; `signer_name` empty: the actor; `sender`: the body that writes, empty for the
    deciding one. `difference` says why the list differs from what the council passed. Raises NotAllowed,
    or Refused with a sentence per field at fault.
    """
    if not dossiers:
        raise Refused({"dossiers": _("Choose at least one dossier to propose.")})
    unit, level = dossiers[0].deciding_unit, dossiers[0].level
    require(by, Right.PROPOSE, unit)
    if any((one.deciding_unit_id, one.level) != (unit.pk, level) for one in dossiers):
        raise Refused({"dossiers": _("Propose together only what one authority decides.")})
    day = dated or timezone.localdate(at)
    said = {"symbol": symbol, "title": title, "sender": sender, "place": place, "on_behalf": on_behalf}
    said |= {"signer_post": signer_post, "signer_name": signer_name, "text": text}
    values = letter_values(said | {"difference": difference, "party_opinion": party_opinion}, by)
    with transaction.atomic():
        nominations = proposed_of(dossiers)
        differs = difference_from_council(dossiers, nominations)
        _require_no_difference(differs, values["difference"])
        mark_all_proposed(dossiers=dossiers, by=by, at=at)
        awards = _awards(nominations, unit, day)
        values["title"] = values["title"] or proposal_abstract(nominations, awards)
        row = Submission.objects.create(
            unit=unit,
            level=level,
            year=day.year,
            number=take_number(unit, SequenceKind.SUBMISSION, day.year, values["symbol"]),
            dated=day,
            proposed_by=by,
            proposed_at=at or timezone.now(),
            provenance=dossiers[0].provenance,
            **values,
        )
        lines = _write_lines(row, in_order(nominations))
        _write_letter(row, lines, dossiers, awards, by)
        details = {"number": row.full_number, "dossiers": [one.code for one in dossiers], "lines": len(lines)}
        record(by=by, action="decisions.proposed", subject=row, details=details)
    return row


def _awards(nominations: Sequence[Nomination], unit: Unit, day: date) -> dict[str, str]:
    """Return code → award as printed, in the order of the list."""
    book = current_book()
    codes = dict.fromkeys(one.award_code for one in in_order(nominations))
    return {code: award_words(book, code, unit, day) for code in codes}


def _write_letter(
    row: Submission,
    lines: Sequence[ProposedLine],
    dossiers: Sequence[Dossier],
    awards: dict[str, str],
    by: User | None,
) -> None:
    bases = legal_bases(current_book(), list(awards), row.dated)
    letter = submission_letter(row, lines, dossiers, bases=bases, awards=awards)
    name = f"to-trinh-{row.number:02}-{row.year}"
    row.file = store_docx(row.unit, TemplateKind.SUBMISSION, letter, name, by)
    row.save(update_fields=["file"])


def _write_lines(row: Submission, nominations: Sequence[Nomination]) -> list[ProposedLine]:
    votes = votes_on(nominations)
    return ProposedLine.objects.bulk_create(
        ProposedLine(
            submission=row,
            nomination=one,
            ordinal=ordinal,
            votes_yes=votes[one.pk].yes if one.pk in votes else None,
            votes_of=votes[one.pk].members if one.pk in votes else None,
        )
        for ordinal, one in enumerate(nominations, start=1)
    )


def _require_no_difference(differs: Difference, explained: str) -> None:
    """Refuse who was not passed, and who was passed and is left out without a word."""
    if differs.added:
        raise Refused(
            {
                "dossiers": _(
                    "The council has not passed: %(names)s. Record the result of a closed ballot before proposing."
                )
                % {"names": "; ".join(one.recipient_name for one in differs.added)}
            }
        )
    if differs.missing and not explained:
        raise Refused(
            {
                "difference": _(
                    "Passed by the council, but not proposed: %(names)s. Write why the list differs; "
                    "the letter says it."
                )
                % {"names": "; ".join(one.recipient_name for one in differs.missing)}
            }
        )
