"""A proposal as content of a letter."""

from __future__ import annotations

from collections.abc import Sequence

from thidua.decisions.models import ProposedLine, Submission
from thidua.decisions.papers.bodies import body_of, head_of
from thidua.decisions.papers.grouping import counted
from thidua.nominations.enums import Level
from thidua.nominations.models import Dossier
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
    state = submission.level == Level.STATE
    deciding = body_of(submission.unit)
    sender = submission.sender or deciding
    return SubmissionLetter(
        parent_body=deciding if sender != deciding else "",
        body=sender,
        number=submission.full_number,
        place=submission.place,
        day=submission.dated,
        abstract=submission.title,
        addressee="Thủ tướng Chính phủ" if state else head_of(submission.unit),
        bases=tuple(f"{base};" for base in bases),
        paragraphs=tuple(_paragraphs(submission, lines, awards)),
        attachments=tuple(f"Hồ sơ {dossier.code}: {dossier.title}" for dossier in dossiers),
        recipients=("Như trên", "Lưu: VT"),
        on_behalf=submission.on_behalf,
        signer_post=submission.signer_post,
        signer_name=submission.signer_name,
    )


def _paragraphs(submission: Submission, lines: Sequence[ProposedLine], awards: dict[str, str]) -> list[str]:
    told = [part for part in submission.text.split("\n") if part.strip()]
    for code, name in awards.items():
        own = [line.nomination for line in lines if line.nomination.award_code == code]
        if own:
            told.append(f"Đề nghị xét, tặng {name} cho {counted(own)} (có danh sách và hồ sơ kèm theo).")
    if submission.difference:
        told.append(f"So với kết quả của Hội đồng: {submission.difference}")
    if submission.party_opinion:
        told.append(f"Ý kiến của cấp ủy có thẩm quyền: {submission.party_opinion}")
    told.append("Cơ quan trình chịu trách nhiệm về tính chính xác của hồ sơ và việc thẩm định.")
    return told
