"""How procedure and common rules changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Award, CommonRule
from thidua.core.law.summaries.in_force import rules_on
from thidua.core.law.summaries.phrases import clause, sentence
from thidua.core.law.summaries.plain_changes import cautions, statement_change
from thidua.core.law.summaries.procedure import procedure_values
from thidua.core.law.summaries.shapes import Change, ChangeSection, How, Piece
from thidua.core.law.summaries.statements import rule_piece

CAME: Final = Wording(
    "Nay có các quy định sau. Dữ liệu về văn bản trước không có quy định tương ứng, nên chưa khẳng định là mới:",
    "The following rules now hold. The data on the older texts have none that corresponds, so that they are new "
    "is not claimed:",
)
WENT: Final = Wording(
    "Các quy định sau thuộc văn bản trước. Không thấy quy định tương ứng trong dữ liệu về văn bản nay:",
    "The following rules belong to the older texts. The data on the present ones have none that corresponds:",
)
STAYED: Final = Wording("Các quy định sau không đổi:", "The following rules stay as they were:")


def procedure_changes(book: LawBook, award: Award, before: date, after: date) -> ChangeSection | None:
    """Compare votes, caps, time limits and publicity, subject by subject; None where nothing is known."""
    old, new = procedure_values(book, award, before), procedure_values(book, award, after)
    changes = []
    for key in dict.fromkeys([*new, *old]):
        subject, _ = new.get(key) or old[key]
        changes.append(statement_change(subject, _value(old.get(key)), _value(new.get(key))))
    if not changes:
        return None
    changes.sort(key=lambda change: ("changed", "unknown", "same").index(change.how))
    return ChangeSection("procedure", Wording("Thủ tục", "Procedure"), tuple(changes))


def rule_changes(book: LawBook, award: Award, before: date, after: date) -> ChangeSection | None:
    """Compare the common rules, paired by what they do; None where there are none on either day."""
    old = [rule for rule in rules_on(book, award, before) if rule.effect != "attested"]
    new = [rule for rule in rules_on(book, award, after) if rule.effect != "attested"]
    pairs: list[tuple[Piece, Piece]] = []
    came: list[Piece] = []
    for rule in new:
        partner = next((one for one in old if one.id == rule.id), None) or _partner(rule, old)
        if partner is None:
            came.append(rule_piece(book, rule, after))
        else:
            old.remove(partner)
            pairs.append((rule_piece(book, partner, before), rule_piece(book, rule, after)))
    went = [rule_piece(book, rule, before) for rule in old]
    changed = [_compared(*pair) for pair in pairs if not _same(*pair)]
    kept = [_kept(*pair) for pair in pairs if _same(*pair)]
    changes = [
        *changed,
        *_heading_over("new", CAME, [_alone(piece, "new") for piece in came]),
        *_heading_over("gone", WENT, [_alone(piece, "gone") for piece in went]),
        *_heading_over("same", STAYED, kept),
    ]
    if not changes:
        return None
    return ChangeSection("rules", Wording("Quy định chung", "Common rules"), tuple(changes))


def _partner(rule: CommonRule, among: Sequence[CommonRule]) -> CommonRule | None:
    """Return the rule that did the same before; information and warnings only where they say the same."""
    free = rule.effect in {"inform", "warn"}
    alike = (one for one in among if one.effect == rule.effect and (not free or one.says == rule.says))
    return next(alike, None)


def _same(old: Piece, new: Piece) -> bool:
    return old.says == new.says


def _compared(old: Piece, new: Piece) -> Change:
    return statement_change(
        None, [replace(old, says=clause(old.says))], [replace(new, says=clause(new.says))]
    )


def _kept(old: Piece, new: Piece) -> Change:
    return Change("same", sentence(new.says), old.places, new.places, cautions([old], [new]))


def _alone(piece: Piece, how: How) -> Change:
    gone = how == "gone"
    return Change(
        how,
        sentence(piece.says),
        before=piece.places if gone else (),
        after=() if gone else piece.places,
        caution=cautions([piece], []),
    )


def _heading_over(how: How, heading: Wording, children: Sequence[Change]) -> list[Change]:
    return [Change(how, heading, children=tuple(children))] if children else []


def _value(found: tuple[Wording, Piece] | None) -> list[Piece]:
    return [found[1]] if found else []
