"""(award, facts, date) → a reasoned verdict for one nominee: a batch of one, read back in words."""

from thidua.core.language import Wording
from thidua.core.law.appraisal import Appraisal, Verdict
from thidua.core.law.book import LawBook
from thidua.core.law.clauses import clause
from thidua.core.law.explaining import alternative_finding
from thidua.core.law.facts import NomineeFacts, Question
from thidua.core.law.gathering import columns_of
from thidua.core.law.notices import dropped, rule_findings
from thidua.core.law.outlook import earliest, missing, nearest
from thidua.core.law.ruling import NOBODY, Ruling, rule_on
from thidua.core.law.selection import law_text, nothing_decides
from thidua.core.law.sentences import say

WARNING_EFFECTS = frozenset({"warn_used_initiative", "warn_same_achievement", "merit_only"})


def appraise(book: LawBook, question: Question, facts: NomineeFacts) -> Appraisal:
    """Judge one nominee for one award.

    Raises KeyError for an award the book does not have. Everything else has an answer: outside the known dates
    it is that a person is needed.
    """
    return explained(book, question, facts, rule_on(book, question, columns_of([facts], question)))


def explained(book: LawBook, question: Question, facts: NomineeFacts, ruling: Ruling) -> Appraisal:
    """Put a ruling on one nominee into words."""
    alternatives = tuple(
        alternative_finding(one, judged, verdict, facts)
        for one, judged, verdict in zip(ruling.considered, ruling.judged, ruling.verdicts, strict=True)
    )
    verdict, under_rules = Verdict(int(ruling.verdict[0])), Verdict(int(ruling.under_rules[0]))
    place = int(ruling.by[0])
    rules = rule_findings(book, question, facts, ruling)
    closest = nearest(alternatives) if under_rules is not Verdict.MET else None
    lacking = tuple(rule.outcome for rule in rules if rule.verdict is not Verdict.MET)
    if closest is not None:
        lacking += missing(closest)
    return Appraisal(
        award=question.award,
        verdict=verdict,
        by="" if place == NOBODY else ruling.considered[place].alternative.id,
        alternatives=alternatives,
        rules=rules,
        reasons=_reasons(book, question, ruling, under_rules, lacking),
        warnings=(
            *(rule.outcome for rule in rules if rule.condition in WARNING_EFFECTS),
            *dropped(book, question, facts),
        ),
        text=law_text(book, question),
        under_old_text=under_rules if ruling.cap else None,
        nearest=closest.id if closest else "",
        missing=lacking,
        earliest=_earliest(book, question, facts, ruling, closest.id if closest else ""),
        law_version=book.version,
        choices=dict(book.choices.settings),
    )


def _earliest(
    book: LawBook, question: Question, facts: NomineeFacts, ruling: Ruling, closest: str
) -> int | None:
    if not closest or any(int(touched[0]) for touched in ruling.rules.values()):
        return None
    one = next(one for one in ruling.considered if one.alternative.id == closest)
    return earliest(book, question, facts, one.alternative)


def _reasons(
    book: LawBook,
    question: Question,
    ruling: Ruling,
    under_rules: Verdict,
    lacking: tuple[Wording, ...],
) -> tuple[Wording, ...]:
    reasons: list[Wording] = []
    if ruling.cap is not None:
        if ruling.cap.warning is not None:
            reasons.append(ruling.cap.warning)
        reasons.append(say("reason.old_text", verdict=say(f"verdict.{under_rules.code}")))
    if ruling.rules:
        reasons.extend(lacking[: len(ruling.rules)])
    elif not any(one.counts for one in ruling.considered):
        reasons.append(nothing_decides(book, question, ruling.considered)[1])
    elif under_rules is Verdict.MET:
        carried = ruling.considered[int(ruling.by[0])].alternative
        reasons.append(say("reason.carried", clause=clause(carried.cites, book)))
    else:
        reasons.append(say("reason.open" if under_rules is Verdict.NEEDS_HUMAN else "reason.failed"))
        reasons.extend(
            dict.fromkeys(
                one.capped
                for one, verdict in zip(ruling.considered, ruling.verdicts, strict=True)
                if one.capped and one.counts and int(verdict[0]) == Verdict.NEEDS_HUMAN
            )
        )
    return tuple(reasons)
