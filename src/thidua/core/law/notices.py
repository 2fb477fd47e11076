"""What the common rules say of one nominee: what drops out, what starts anew, what to be careful of."""

from collections.abc import Iterator
from datetime import date

from thidua.core.language import Wording
from thidua.core.law.appraisal import Evidence, Finding, Verdict
from thidua.core.law.book import LawBook
from thidua.core.law.conditions.base import awards_of
from thidua.core.law.facts import NomineeFacts, Question
from thidua.core.law.gathering import counting_year
from thidua.core.law.numbering import leaves
from thidua.core.law.provisions import CommonRule
from thidua.core.law.ruling import ASK_DISSOLVED, BAR_BY_SETTING, BAR_UNREGISTERED, BLOCK, Ruling
from thidua.core.law.sentences import say


def rule_findings(
    book: LawBook, question: Question, facts: NomineeFacts, ruling: Ruling
) -> tuple[Finding, ...]:
    """Return a finding for every common rule that touches this nominee, in the order of the rules."""
    found = []
    for rule in book.rules:
        if not rule.validity.covers(question.law_day) or (rule.awards and question.award not in rule.awards):
            continue
        verdict = {
            BLOCK: Verdict.NOT_MET,
            BAR_UNREGISTERED: Verdict.NOT_MET,
            BAR_BY_SETTING: Verdict.NOT_MET,
            ASK_DISSOLVED: Verdict.NEEDS_HUMAN,
        }.get(rule.effect)
        for told in _told(book, question, facts, rule, rule.id in ruling.rules):
            found.append(
                Finding("", rule.effect, rule.id, Verdict.MET if verdict is None else verdict,
                        rule.cites, rule.says, told, Evidence())
            )  # fmt: skip
    return tuple(found)


def _told(
    book: LawBook, question: Question, facts: NomineeFacts, rule: CommonRule, applied: bool
) -> Iterator[Wording]:
    if rule.effect == BLOCK and applied:
        yield say("rule.suspended")
    elif rule.effect in {BAR_UNREGISTERED, BAR_BY_SETTING} and applied:
        yield say("rule.unregistered")
    elif rule.effect == ASK_DISSOLVED and applied:
        yield say("rule.dissolved")
    elif rule.effect == "reset_span":
        yield from _discipline(book, question, facts)
    elif rule.effect == "merit_only" and question.type == "merit":
        yield from _other_types(book, question, facts)
    elif rule.effect == "warn_used_initiative":
        yield from _used_initiatives(book, facts)
    elif rule.effect == "warn_same_achievement":
        yield from _same_achievement(book, question, facts)
    elif rule.effect == "counts_as_worked" and facts.maternity_months:
        yield say("rule.maternity", n=facts.maternity_months)


def _discipline(book: LawBook, question: Question, facts: NomineeFacts) -> Iterator[Wording]:
    day = question.law_day
    for one in facts.discipline:
        if one.since > day:
            continue
        level = book.word("discipline_levels", one.level)
        if one.until is None or one.until >= day:
            yield say("rule.discipline.running", level=level)
        else:
            period = Wording(f"{one.since:%d/%m/%Y}–{one.until:%d/%m/%Y}", f"{one.since}–{one.until}")
            yield say("rule.discipline", level=level, period=period, year=one.until.year)


def _other_types(book: LawBook, question: Question, facts: NomineeFacts) -> Iterator[Wording]:
    needed = _codes_counted(book, question)
    for held in facts.awards:
        if held.award in needed and held.type != "merit" and held.status == "active":
            type_ = book.word("commendation_types", held.type)
            yield say("rule.other_type", title=_title(book, held.award), year=held.year, type=type_)


def _codes_counted(book: LawBook, question: Question) -> frozenset[str]:
    """The awards that some alternative of the award counts or builds on."""
    return frozenset(
        code
        for alternative in book.awards[question.award].alternatives
        for line in leaves(alternative.lines)
        if not line.fields.keys().isdisjoint(("title", "titles", "award"))
        for code in awards_of(line)
    )


def _used_initiatives(book: LawBook, facts: NomineeFacts) -> Iterator[Wording]:
    for one in facts.initiatives:
        if one.used_for:
            yield say("rule.used_initiative", year=one.year, title=_title(book, one.used_for))


def _same_achievement(book: LawBook, question: Question, facts: NomineeFacts) -> Iterator[Wording]:
    year = counting_year(facts, question)
    for held in facts.awards:
        same = (held.award, held.type, held.year) == (question.award, question.type, year)
        if same and held.status == "active":
            yield say("rule.same_year", title=_title(book, held.award), year=year)
    for feat in facts.feats:
        if feat.commended:
            yield say("feat.commended", award=_title(book, feat.commended))


def dropped(book: LawBook, question: Question, facts: NomineeFacts) -> Iterator[Wording]:
    """Say which recorded awards drop out: cancelled ones, and those decided after the day considered."""
    day: date = question.on
    for held in facts.awards:
        if held.status != "active":
            yield say("rule.cancelled", title=_title(book, held.award), year=held.year)
        elif held.decided_on is not None and held.decided_on > day:
            yield say("rule.not_yet", title=_title(book, held.award), year=held.year)


def _title(book: LawBook, code: str) -> Wording:
    award = book.awards.get(code)
    return award.name if award else Wording(code, code)
