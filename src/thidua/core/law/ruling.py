"""From alternatives to the verdict on an award, for a whole batch, with the common rules over it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np

from thidua.core.law.book import LawBook
from thidua.core.law.columns import Column, Columns
from thidua.core.law.facts import Question
from thidua.core.law.hearing import OPEN, YES, Hearing
from thidua.core.law.judging import Judged, judge_alternative
from thidua.core.law.provisions import CommonRule, LegalText
from thidua.core.law.selection import Considered, capped_by, considered, nothing_decides

BLOCK, ASK_DISSOLVED = "block", "ask_dissolved"
BAR_UNREGISTERED, BAR_BY_SETTING = "bar_unregistered", "bar_unregistered_by_setting"
REGISTRATION = "registration_required"
TITLE = "emulation_title"


@dataclass(frozen=True)
class Ruling:
    """What was decided for every nominee of a batch.

    `verdict`: after rules and caps; `under_rules`: before the cap of an unloaded text. `by`: for each nominee
    the place in `considered` of the alternative that carried it, 255 for none.
    """

    hearing: Hearing
    considered: tuple[Considered, ...]
    judged: tuple[Judged, ...]
    verdicts: tuple[Column, ...]  # of each alternative, certainty caps applied
    verdict: Column
    under_rules: Column
    by: Column
    cap: LegalText | None
    rules: Mapping[str, Column]  # id of a rule that changed something → 1 where it applied


NOBODY = np.uint8(255)


def rule_on(
    book: LawBook,
    question: Question,
    columns: Columns,
    *,
    shown: bool = True,
    made: dict[tuple[object, ...], object] | None = None,
) -> Ruling:
    """Judge one award for a batch. Without `shown` only alternatives that decide are judged (for speed).

    `made` is shared between awards judged on the same columns, day and type of commendation.
    """
    hearing = Hearing(book, columns, question, made)
    found = considered(book, question)
    if not shown:
        found = tuple(one for one in found if one.counts) or found
    judged = tuple(judge_alternative(hearing, one.alternative) for one in found)
    verdicts = tuple(
        np.minimum(one.verdict, OPEN) if considering.capped else one.verdict
        for considering, one in zip(found, judged, strict=True)
    )
    deciding = [v for considering, v in zip(found, verdicts, strict=True) if considering.counts]
    if deciding:
        verdict = reduce(np.maximum, deciding)
    else:
        refuses, _ = nothing_decides(book, question, found)
        verdict = hearing.full(0 if refuses else int(OPEN))
    verdict, rules = _common_rules(book, question, columns, verdict)
    cap = capped_by(book, book.awards[question.award], question)
    capped = hearing.full(int(OPEN)) if cap else verdict
    return Ruling(
        hearing,
        found,
        judged,
        verdicts,
        capped,
        verdict,
        _carried(hearing, found, verdicts, verdict),
        cap,
        rules,
    )


def _carried(
    hearing: Hearing, found: tuple[Considered, ...], verdicts: tuple[Column, ...], verdict: Column
) -> Column:
    """Return the first deciding alternative that is met, where the award is."""
    by = np.full(hearing.columns.size, NOBODY, dtype=np.uint8)
    for place in range(len(found) - 1, -1, -1):
        if found[place].counts:
            np.copyto(by, np.uint8(place), where=verdicts[place] == YES)
    np.copyto(by, NOBODY, where=verdict != YES)
    return by


def _common_rules(
    book: LawBook, question: Question, columns: Columns, verdict: Column
) -> tuple[Column, dict[str, Column]]:
    applied: dict[str, Column] = {}
    for rule in book.rules:
        if not rule.validity.covers(question.law_day):
            continue
        if rule.awards and question.award not in rule.awards:
            continue
        touched, at_best = _touched(book, question, columns, rule)
        if touched is not None and touched.any():
            applied[rule.id] = touched
            verdict = np.where(touched > 0, np.minimum(verdict, at_best), verdict).astype(np.uint8)
    return verdict, applied


def _touched(
    book: LawBook, question: Question, columns: Columns, rule: CommonRule
) -> tuple[Column | None, np.uint8]:
    """Return whom a rule touches, and the best verdict it leaves them."""
    if rule.effect == BLOCK:
        return columns.suspended, np.uint8(0)
    if rule.effect == ASK_DISSOLVED:
        return columns.dissolved, OPEN
    if book.awards[question.award].kind == TITLE and columns.registered is not None:
        required = rule.effect == BAR_BY_SETTING and book.values_of(REGISTRATION, "") == (True,)
        if rule.effect == BAR_UNREGISTERED or required:
            return (columns.registered == 0).view(np.uint8), np.uint8(0)
    return None, YES
