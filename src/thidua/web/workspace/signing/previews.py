"""Templates filled with papers that there are, so that the office sees what a changed template makes of them."""

from __future__ import annotations

from django.utils import timezone, translation

from thidua.council.enums import SessionState
from thidua.council.letters import minutes_letter, tally_letter
from thidua.council.models import Session
from thidua.council.queries.session_paper import session_paper
from thidua.decisions.enums import DecisionState, TemplateKind
from thidua.decisions.models import Decision, Submission
from thidua.decisions.nominees import nominations_of
from thidua.decisions.papers.bases import legal_bases
from thidua.decisions.papers.bodies import award_words
from thidua.decisions.papers.decision_letter import annexes, decision_letter
from thidua.decisions.papers.grouping import in_order
from thidua.decisions.papers.prizes import winners_of
from thidua.decisions.papers.submission_letter import prize_letter, submission_letter
from thidua.decisions.queries.prizes import proposed_prizes
from thidua.lawbook.queries import current_book
from thidua.nominations.models import Dossier
from thidua.orgs.models import Unit
from thidua.support.documents.letters.content import AnyLetter

MOST = 20  # papers offered


def papers_of(unit: Unit, kind: TemplateKind) -> list[tuple[int, str]]:
    """Return the latest papers of a kind, each by its id and name, last first."""
    if kind == TemplateKind.SUBMISSION:
        letters = Submission.objects.filter(unit=unit).order_by("-pk")[:MOST]
        return [(row.pk, f"{row.full_number} – {row.title}") for row in letters]
    if kind in (TemplateKind.MINUTES, TemplateKind.TALLY):
        sessions = Session.objects.filter(unit=unit, state=SessionState.CLOSED).order_by("-pk")[:MOST]
        return [(row.pk, f"{row.number}/{row.year} – {row.title}") for row in sessions]
    rows = Decision.objects.filter(unit=unit).exclude(state=DecisionState.CANCELLED).order_by("-pk")[:MOST]
    return [(row.pk, f"{row.full_number or '…'} – {row.title}") for row in rows]


def content_of_paper(unit: Unit, kind: TemplateKind, pk: int) -> AnyLetter | None:
    """Return what a paper says; None where it has none of this kind, or is another unit's."""
    if kind == TemplateKind.SUBMISSION:
        letter = (
            Submission.objects.select_related("unit", "proposed_by", "edition__competition")
            .filter(unit=unit, pk=pk)
            .first()
        )
        return _submission(letter) if letter else None
    if kind in (TemplateKind.MINUTES, TemplateKind.TALLY):
        session = Session.objects.select_related("unit").filter(unit=unit, pk=pk).first()
        return _of_session(session, kind) if session and session.opened_at else None
    row = Decision.objects.select_related("unit", "submission").filter(unit=unit, pk=pk).first()
    if row is None:
        return None
    if kind == TemplateKind.DECISION:
        return decision_letter(row, row.number, row.decided_on)
    lists = annexes(row, list(row.lines.filter(refusal="").order_by("ordinal")), row.number, row.decided_on)
    return lists[0] if lists else None


def _submission(row: Submission) -> AnyLetter:
    if row.edition is not None:
        return prize_letter(row, in_order(winners_of(row.edition, proposed_prizes(row))))
    book = current_book()
    lines = list(row.lines.select_related("nomination").order_by("ordinal"))
    codes = list(dict.fromkeys(one.award_code for one in nominations_of(lines)))
    dossiers = Dossier.objects.filter(nominations__proposed__submission=row).distinct().order_by("pk")
    return submission_letter(
        row,
        lines,
        list(dossiers),
        bases=legal_bases(book, codes, row.dated),
        awards={code: award_words(book, code, row.unit, row.dated) for code in codes},
    )


def _of_session(session: Session, kind: TemplateKind) -> AnyLetter | None:
    assert session.opened_at is not None
    with translation.override("vi"):  # official papers, whatever language the reader uses
        paper = session_paper(session)
        day, place = timezone.localdate(session.opened_at), session.unit.short_name
        if kind == TemplateKind.MINUTES:
            return minutes_letter(paper, day=day, place=place)
        return tally_letter(paper, day=day, place=place)
