"""A proposal as content of a letter."""

from __future__ import annotations

from collections.abc import Sequence

from thidua.decisions.models import ProposedLine, Submission
from thidua.decisions.nominees import nomination_of, nominations_of
from thidua.decisions.papers.abstract import what_for_whom
from thidua.decisions.papers.bodies import head_of, in_capitals
from thidua.decisions.papers.closing_marks import listed
from thidua.decisions.papers.prizes import PrizeWinner, edition_name
from thidua.nominations.enums import Level
from thidua.nominations.models import Dossier
from thidua.orgs.bodies import body_of
from thidua.support.documents.letters.content import SubmissionLetter


def submission_letter(
    submission: Submission,
    lines: Sequence[ProposedLine],
    dossiers: Sequence[Dossier],
    *,
    bases: Sequence[str],
    awards: dict[str, str],
) -> SubmissionLetter:
    """Return the letter: what the council passed, how many for which award, and what is attached.

    `awards`: code → name as printed.
    """
    attached = [f"Hồ sơ {dossier.code}: {dossier.title}" for dossier in dossiers]
    return _letter(submission, bases, _paragraphs(submission, lines, awards), attached)


def prize_letter(submission: Submission, winners: Sequence[PrizeWinner]) -> SubmissionLetter:
    """Return the letter that proposes the prizes of an edition: who is to receive which, with which work."""
    assert submission.edition is not None
    name = edition_name(submission.edition)
    told = [part for part in submission.text.split("\n") if part.strip()]
    for code in dict.fromkeys(one.award_code for one in winners):
        own = [one for one in winners if one.award_code == code]
        told.append(f"Đề nghị trao {what_for_whom(own, {code: own[0].award_name})}, gồm:")
        told += listed([_winner(number, one) for number, one in enumerate(own, start=1)])
    told.append("Cơ quan trình chịu trách nhiệm về tính chính xác của kết quả chấm.")
    return _letter(submission, [f"Căn cứ Thể lệ {name}"], told, [f"Kết quả chấm {name}"])


def _letter(
    submission: Submission, bases: Sequence[str], paragraphs: Sequence[str], attached: Sequence[str]
) -> SubmissionLetter:
    state = submission.level == Level.STATE
    deciding = body_of(submission.unit)
    sender = submission.sender or deciding
    return SubmissionLetter(
        parent_body=in_capitals(deciding) if sender != deciding else "",
        body=in_capitals(sender),
        number=submission.full_number,
        place=submission.place,
        day=submission.dated,
        abstract=submission.title,
        addressee="Thủ tướng Chính phủ" if state else head_of(submission.unit),
        bases=tuple(f"{base};" for base in bases),
        paragraphs=tuple(paragraphs),
        attachments=listed(attached),
        recipients=listed(("Như trên", "Lưu: VT")),
        on_behalf=submission.on_behalf,
        signer_post=submission.signer_post.upper(),
        signer_name=submission.signer_name,
    )


def _paragraphs(submission: Submission, lines: Sequence[ProposedLine], awards: dict[str, str]) -> list[str]:
    told = [part for part in submission.text.split("\n") if part.strip()]
    told += _vote(lines)
    for code, name in awards.items():
        own = [line for line in lines if nomination_of(line).award_code == code]
        if own:
            told.append(f"Đề nghị xét, tặng {what_for_whom(nominations_of(own), {code: name})}, gồm:")
            told += listed([_nominee(line) for line in own])
    if submission.difference:
        told.append(f"So với kết quả của Hội đồng: {submission.difference}")
    if submission.party_opinion:
        told.append(f"Ý kiến của cấp ủy có thẩm quyền: {submission.party_opinion}")
    told.append("Cơ quan trình chịu trách nhiệm về tính chính xác của hồ sơ và việc thẩm định.")
    return told


def _vote(lines: Sequence[ProposedLine]) -> list[str]:
    """Return what the council voted, nothing where no council was asked."""
    voted = [
        (line.votes_yes, line.votes_of) for line in lines if line.votes_yes is not None and line.votes_of
    ]
    if not voted:
        return []
    yes, of = min(voted, key=lambda one: one[0] / one[1])
    return [
        f"Hội đồng Thi đua – Khen thưởng đã bỏ phiếu, biểu quyết thông qua {len(voted):02} trường hợp; trường hợp thấp "
        f"nhất được {yes}/{of} thành viên Hội đồng đồng ý."
    ]


def _nominee(line: ProposedLine) -> str:
    """«1. Lý Văn An, Trưởng thôn, Xã Đề Thám (7/7 phiếu đồng ý)»."""
    one = nomination_of(line)
    named = ", ".join(part for part in (one.recipient_name, one.post_then, one.unit_then) if part)
    votes = f" ({line.votes_yes}/{line.votes_of} phiếu đồng ý)" if line.votes_of else ""
    return f"{line.ordinal}. {named}{votes}"


def _winner(number: int, one: PrizeWinner) -> str:
    """«1. Hà Thị Kín: Tác phẩm “Mùa hoa hồi” (Văn xuôi)»."""
    named = ", ".join(part for part in (one.recipient_name, one.post_unit) if part)
    return f"{number}. {named}: {one.achievement}" if one.achievement else f"{number}. {named}"
