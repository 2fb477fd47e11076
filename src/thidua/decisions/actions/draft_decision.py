"""Draft a decision from a proposal."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.accounts.models import User
from thidua.accounts.rights import Right
from thidua.core.law.book import LawBook
from thidua.core.vietnamese.dates import format_document_date
from thidua.core.vietnamese.hygiene import clean_line
from thidua.decisions.access import require
from thidua.decisions.actions.locking import granted_lines, locked_submission, renumber
from thidua.decisions.actions.prize_lines import prize_articles, prize_bases, write_prize_lines
from thidua.decisions.enums import BonusSource, DecisionState, SubmissionState
from thidua.decisions.models import Decision, DecisionLine, Submission
from thidua.decisions.nominees import nominations_of
from thidua.decisions.papers.abstract import decision_abstract, names_of, what_for_whom
from thidua.decisions.papers.bases import legal_bases
from thidua.decisions.papers.bodies import AUTHORITY_OF_LEVEL, award_words, head_of
from thidua.decisions.papers.bonuses import WorkedOut, work_out
from thidua.lawbook.queries import current_book
from thidua.nominations.enums import Level
from thidua.nominations.models import Nomination
from thidua.orgs.bodies import body_of
from thidua.orgs.models import Unit
from thidua.support.audit.actions.record import record
from thidua.support.edits import misfits
from thidua.support.refusals import Refused


def draft_decision(
    *,
    submission: Submission,
    symbol: str,
    place: str,
    achievement: str,
    planned_on: date,
    signer_name: str,
    signer_post: str,
    by: User | None,
    on_behalf: str = "",
) -> Decision:
    """Draft the decision of a proposal with its list, legal bases and bonuses of the planned day; return it.

    A second call returns the draft that is there. Raises NotAllowed, or Refused with a sentence per field at fault.
    """
    require(by, Right.PROPOSE, submission.unit)
    values = {
        "symbol": clean_line(symbol),
        "place": clean_line(place),
        "achievement": clean_line(achievement),
        "signer_name": clean_line(signer_name),
        "signer_post": clean_line(signer_post),
        "on_behalf": clean_line(on_behalf),
    }
    faults = misfits(Decision, values) | {
        name: _("This cannot stay empty: the decision prints it.")
        for name in ("symbol", "place", "achievement", "signer_name", "signer_post")
        if not values[name]
    }
    if faults:
        raise Refused(faults)
    with transaction.atomic():
        proposal = locked_submission(submission)
        present = proposal.decisions.exclude(state=DecisionState.CANCELLED).first()
        if present is not None:
            return present
        if proposal.state != SubmissionState.PROPOSED or proposal.level == Level.STATE:
            raise Refused(_("This proposal is not decided here, or is decided already."))
        book = current_book()
        nominations = nominations_of(proposal.lines.select_related("nomination"))
        codes = list(dict.fromkeys(one.award_code for one in nominations))
        row = Decision.objects.create(
            submission=proposal,
            unit=proposal.unit,
            planned_on=planned_on,
            title="",
            legal_bases=bases_of(book, proposal, codes, planned_on),
            articles=[],
            copies_to=["Như Điều 3", "Lưu: VT"],
            drafted_by=by,
            provenance=proposal.provenance,
            **values,
        )
        if proposal.edition_id is not None:
            write_prize_lines(row)
        else:
            _write_lines(row, nominations, book)
        renumber(row)
        granted = granted_lines(row)
        row.title = decision_abstract(granted)
        row.articles = articles_of(row)
        row.save(update_fields=["title", "articles"])
        record(by=by, action="decisions.drafted", subject=row, details={"lines": len(granted)})
    return row


def bases_of(book: LawBook, proposal: Submission, codes: list[str], day: date) -> list[str]:
    """Return the bases as printed: the texts in force, then the proposal."""
    who = f" của {proposal.sender}" if proposal.sender else ""
    asked = f"Xét đề nghị{who} tại Tờ trình số {proposal.full_number} {format_document_date(proposal.dated)}"
    bases = legal_bases(book, codes, day) if proposal.edition is None else prize_bases(proposal.edition)
    return [f"{base};" for base in bases] + [f"{asked}."]


def articles_of(row: Decision) -> list[str]:
    """Return the three articles: who receives what, the money, who carries it out."""
    lines = list(row.lines.filter(refusal="").order_by("ordinal"))
    if row.submission.edition is not None:
        return prize_articles(row, row.submission.edition, lines)
    told = what_for_whom(lines, names_of(lines))
    return [
        f"Tặng {told} {lower_first(row.achievement)} (có danh sách kèm theo).",
        f"Tiền thưởng kèm theo được chi từ Quỹ thi đua, khen thưởng của {short_body(row.unit)} theo quy định.",
        f"Chánh Văn phòng {body_of(row.unit)}, thủ trưởng các cơ quan, đơn vị có liên quan và các tập thể, cá nhân, "
        "hộ gia đình có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.",
    ]


def lower_first(text: str) -> str:
    """Return the text with a small first letter, as it stands inside a sentence."""
    return f"{text[:1].lower()}{text[1:]}"


def short_body(unit: Unit) -> str:
    """Return the unit as it stands inside a sentence: «tỉnh Lạng Sơn»."""
    return lower_first(unit.name) if head_of(unit).startswith("Chủ tịch") else unit.name


def _write_lines(row: Decision, nominations: list[Nomination], book: LawBook) -> None:
    paid = work_out(book, nominations, row.planned_on, AUTHORITY_OF_LEVEL.get(Level(row.submission.level)))
    DecisionLine.objects.bulk_create(
        DecisionLine(
            decision=row,
            nomination=one,
            recipient_kind=one.recipient_kind,
            recipient_name=one.recipient_name,
            post_unit=", ".join(part for part in (one.post_then, one.unit_then) if part),
            achievement=one.achievement,
            award_code=one.award_code,
            award_name=award_words(book, one.award_code, row.unit, row.planned_on),
            commendation_type=one.commendation_type,
            counting_year=one.counting_year,
            **bonus_columns(paid[one.pk]),
        )
        for one in nominations
    )


def bonus_columns(paid: WorkedOut) -> dict[str, object]:
    """Return a worked-out bonus as columns of a line."""
    return {
        "bonus_source": BonusSource.LAW if paid.amount is not None else BonusSource.OPEN,
        "bonus_coefficient": paid.coefficient,
        "bonus_base": paid.base,
        "bonus_amount": paid.amount,
        "bonus_suggested": paid.suggested,
        "bonus_steps": list(paid.steps),
    }
