"""How procedure and common rules changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Award, CommonRule
from thidua.core.law.summaries.in_force import rules_on
from thidua.core.law.summaries.phrases import capitalised, clause, said, sentence
from thidua.core.law.summaries.plain_changes import cautions, statement_change
from thidua.core.law.summaries.procedure import procedure_values
from thidua.core.law.summaries.shapes import Change, ChangeSection, Piece
from thidua.core.law.summaries.statements import rule_piece


def procedure_changes(book: LawBook, award: Award, before: date, after: date) -> ChangeSection | None:
    """Compare votes, caps, time limits and publicity, subject by subject; None where nothing is known."""
    old, new = procedure_values(book, award, before), procedure_values(book, award, after)
    changes = []
    for key in dict.fromkeys([*new, *old]):
        subject, _ = new.get(key) or old[key]
        changes.append(statement_change(subject, _value(old.get(key)), _value(new.get(key))))
    if not changes:
        return None
    return ChangeSection("procedure", Wording("Thủ tục", "Procedure"), tuple(changes))


def rule_changes(book: LawBook, award: Award, before: date, after: date) -> ChangeSection | None:
    """Compare the common rules, paired by what they do; None where there are none on either day."""
    old = [rule for rule in rules_on(book, award, before) if rule.effect != "attested"]
    new = [rule for rule in rules_on(book, award, after) if rule.effect != "attested"]
    changes: list[Change] = []
    for rule in new:
        partner = next((one for one in old if one.id == rule.id), None) or _partner(rule, old)
        if partner is not None:
            old.remove(partner)
        changes.append(_rule_change(_piece(book, partner, before), _piece(book, rule, after)))
    changes += [_rule_change(_piece(book, rule, before), []) for rule in old]
    if not changes:
        return None
    changes.sort(key=lambda change: ("changed", "new", "unknown", "gone", "same").index(change.how))
    return ChangeSection("rules", Wording("Quy định chung", "Common rules"), tuple(changes))


def _partner(rule: CommonRule, among: Sequence[CommonRule]) -> CommonRule | None:
    """Return the rule that did the same before; information and warnings only where they say the same."""
    free = rule.effect in {"inform", "warn"}
    alike = (one for one in among if one.effect == rule.effect and (not free or one.says == rule.says))
    return next(alike, None)


def _piece(book: LawBook, rule: CommonRule | None, on: date) -> list[Piece]:
    return [rule_piece(book, rule, on)] if rule else []


def _rule_change(before: list[Piece], after: list[Piece]) -> Change:
    if before and after:
        return statement_change(None, _as_parts(before), _as_parts(after))
    words = (
        Wording("Nay có quy định", "Now stated")
        if after
        else Wording("Không còn thấy quy định", "No longer found")
    )
    shown = (after or before)[0]
    return Change(
        "new" if after else "gone",
        sentence(capitalised(said("{words}: {says}", "{words}: {says}", words=words, says=shown.says))),
        before=before[0].places if before else (),
        after=after[0].places if after else (),
        caution=cautions(before, after),
    )


def _as_parts(pieces: Sequence[Piece]) -> list[Piece]:
    """Return statements without capital and stop, to stand inside a longer sentence."""
    return [replace(piece, says=clause(piece.says)) for piece in pieces]


def _value(found: tuple[Wording, Piece] | None) -> list[Piece]:
    return [found[1]] if found else []
