"""The alternatives of an award by kind of recipient and type of commendation, with the conduct asked."""

from collections.abc import Iterable, Sequence

from thidua.core.law.book import LawBook
from thidua.core.law.provisions import Alternative, CommonRule
from thidua.core.law.summaries.conditions_in_words import alternative_summary, type_of
from thidua.core.law.summaries.places import named, places, standing
from thidua.core.law.summaries.shapes import Piece, RecipientGroup, TypeGroup


def recipient_groups(
    book: LawBook, alternatives: Iterable[Alternative], rules: Sequence[CommonRule]
) -> tuple[RecipientGroup, ...]:
    """Return the alternatives grouped by who they are for, in the order of the data."""
    by_recipients: dict[tuple[str, ...], list[Alternative]] = {}
    for alternative in alternatives:
        by_recipients.setdefault(alternative.applies_to, []).append(alternative)
    return tuple(
        RecipientGroup(
            recipients=tuple(named(book, "recipient_kinds", kind) for kind in recipients),
            types=_by_type(book, inside),
            conduct=conduct_of(book, recipients, rules),
        )
        for recipients, inside in by_recipients.items()
    )


def _by_type(book: LawBook, alternatives: Sequence[Alternative]) -> tuple[TypeGroup, ...]:
    types = dict.fromkeys(alternative.type for alternative in alternatives)
    return tuple(
        TypeGroup(
            type_of(book, next(one for one in alternatives if one.type == code)),
            tuple(alternative_summary(book, one) for one in alternatives if one.type == code),
        )
        for code in types
    )


def conduct_of(book: LawBook, recipients: Sequence[str], rules: Iterable[CommonRule]) -> tuple[Piece, ...]:
    """Return the lines of conduct asked of these recipients in every alternative, each once."""
    found: list[Piece] = []
    for rule in rules:
        if rule.effect != "attested":
            continue
        lines = rule.lines or {}
        for kind in recipients:
            says = lines.get(kind) or lines.get(book.general_kind.get(kind, ""))
            if says is not None and all(says != piece.says for piece in found):
                found.append(
                    Piece(
                        says=says,
                        places=places(book, rule.cites_for((kind, book.general_kind.get(kind, kind)))),
                        standing=standing(book, f"rule/{rule.id}", rule.certainty),
                        since=rule.validity.since,
                        until=rule.validity.until,
                        note=rule.note,
                    )
                )
    return tuple(found)
