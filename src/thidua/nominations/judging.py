"""Nominations before the law engine: the question, the facts, the answer."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from thidua.core.law.appraisal import Appraisal, Verdict
from thidua.core.law.batch import judge_all
from thidua.core.law.book import LawBook
from thidua.core.law.engine import appraise
from thidua.core.law.facts import Feat, NomineeFacts, Question
from thidua.core.law.gathering import columns_of
from thidua.core.law.summaries.plain_data import as_data
from thidua.core.workflow.dossier import LONG_SERVICE, MOVEMENT, SUDDEN
from thidua.lawbook.queries import current_book
from thidua.nominations.models import Dossier, Nomination
from thidua.orgs.enums import UnitKind
from thidua.registry.enums import RecipientKind
from thidua.registry.facts import RegistryRecipient, facts_of_many

_FEAT_OF_ROUTE = {MOVEMENT: "movement_result", SUDDEN: "sudden", LONG_SERVICE: "service"}
# What the unit writes of a nominee and an officer reads when judging.
_WRITTEN = ("recipient_name", "post_then", "unit_then", "achievement", "report")


@dataclass(frozen=True)
class Judged:
    """One nomination judged: what was asked, what was known, what came out."""

    nomination: Nomination
    question: Question
    facts: NomineeFacts
    appraisal: Appraisal

    def stored(self, papers: Sequence[str] = ()) -> dict[str, Any]:
        """Return question, facts and result as plain data, with a fingerprint of them.

        `papers` tell which papers lay before whoever judged; they and what the unit wrote stand among the facts.
        """
        data = {
            "asked": as_data(self.question),
            "facts": as_data(replace(self.facts, confirmations=frozenset()))
            | {  # type: ignore[operator]
                "confirmations": sorted(self.facts.confirmations),
                "written": _digest([getattr(self.nomination, name) or "" for name in _WRITTEN]),
                "papers": sorted(papers),
            },
            "result": as_data(self.appraisal),
        }
        text = json.dumps(data, sort_keys=True, ensure_ascii=False, default=str)
        return {**json.loads(text), "fingerprint": _digest(text)}


def _digest(said: object) -> str:
    text = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def judge(
    dossier: Dossier, nominations: Sequence[Nomination], on: date, *, restricted: bool = True
) -> list[Judged]:
    """Judge each nomination by the law on a day; the register is read in a fixed number of queries.

    `restricted` False leaves out discipline and pending matters, which only the office may read. An award that the
    book does not have is left out.
    """
    book = current_book()
    known = facts_of_many(
        [one for row in nominations if (one := recipient_of(row))], on, restricted=restricted
    )
    judged = []
    for row in nominations:
        if row.award_code not in book.awards:
            continue
        question = question_of(book, dossier, row, on)
        recipient = recipient_of(row)
        facts = _with_dossier(
            known.get(recipient, NomineeFacts()) if recipient else NomineeFacts(), dossier, row
        )
        judged.append(Judged(row, question, facts, appraise(book, question, facts)))
    return judged


def verdicts(
    dossier: Dossier, nominations: Sequence[Nomination], on: date, *, restricted: bool = True
) -> list[Verdict | None]:
    """Return the bare verdict for each nomination, saved or not, in their order; None for an award not in the book.

    Judged in columns, so that a list of hundreds has its answer at once.
    """
    book = current_book()
    recipients = [recipient_of(row) for row in nominations]
    known = facts_of_many([one for one in recipients if one], on, restricted=restricted)
    asked: dict[Question, list[int]] = defaultdict(list)
    facts: list[NomineeFacts] = []
    for place, (row, recipient) in enumerate(zip(nominations, recipients, strict=True)):
        recorded = known.get(recipient, NomineeFacts()) if recipient else NomineeFacts()
        facts.append(_with_dossier(recorded, dossier, row))
        if row.award_code in book.awards:
            asked[question_of(book, dossier, row, on)].append(place)
    found: list[Verdict | None] = [None] * len(nominations)
    for question, places in asked.items():
        judged = judge_all(book, question, columns_of([facts[place] for place in places], question))
        for place, verdict in zip(places, judged.verdict.tolist(), strict=True):
            found[place] = Verdict(verdict)
    return found


def question_of(book: LawBook, dossier: Dossier, row: Nomination, on: date) -> Question:
    """Return what is asked of the law about a nomination; receipt chooses the text, else the letter's date."""
    return Question(
        award=row.award_code,
        on=on,
        recipient=row.worker_kind or _kind(row),
        received=dossier.received_on,
        proposed=dossier.letter_date,
        worker_kind=row.worker_kind,
        type=row.commendation_type,
    )


def recipient_of(row: Nomination) -> RegistryRecipient | None:
    """Return the row of the register's world that the nomination is linked to."""
    return row.person or row.unit or row.household


def _kind(row: Nomination) -> str:
    if row.recipient_kind == RecipientKind.HOUSEHOLD:
        return "household"
    if row.recipient_kind == RecipientKind.COLLECTIVE:
        return "enterprise" if row.unit and row.unit.kind == UnitKind.ENTERPRISE else "collective"
    return "individual"


def _with_dossier(facts: NomineeFacts, dossier: Dossier, row: Nomination) -> NomineeFacts:
    """What the dossier itself tells besides the register: a suspension, and the achievement it is about."""
    if row.suspended:
        facts = replace(facts, suspended=True)
    kind = _FEAT_OF_ROUTE.get(dossier.route)
    if kind and row.achievement:
        feat = Feat(kind, _qualities(dossier), year=row.counting_year)
        facts = replace(facts, feats=(*facts.feats, feat))
    return facts


def _qualities(dossier: Dossier) -> dict[str, object]:
    if dossier.movement is None:
        return {}
    is_province = dossier.movement.launched_by.kind == UnitKind.PROVINCE
    return {"launched_by": "province_or_ministry" if is_province else "head_of_unit"}
