"""An award as the law has it on a day."""

from collections.abc import Iterable, Iterator
from datetime import date

from thidua.core.law.book import LawBook
from thidua.core.law.citations import Citation
from thidua.core.law.provisions import Award, Certainty
from thidua.core.law.summaries.bonus_on_a_day import base_salary_on, bonus_on
from thidua.core.law.summaries.conditions_in_words import alternative_summary, leaves
from thidua.core.law.summaries.groups import recipient_groups
from thidua.core.law.summaries.in_force import (
    alternatives_on,
    rules_on,
    text_not_loaded,
    texts_on,
    warning_of,
)
from thidua.core.law.summaries.places import named, places, standing
from thidua.core.law.summaries.procedure import procedure_on
from thidua.core.law.summaries.shapes import (
    AlternativeSummary,
    AwardSummary,
    FormerOrNextName,
    Piece,
    Place,
    Procedure,
)
from thidua.core.law.summaries.statements import authorities_on, rule_piece


def summarise(book: LawBook, award_code: str, on: date) -> AwardSummary:
    """Return all that the book says of an award on a day. Raises KeyError for an award it does not hold."""
    award = book.awards[award_code]
    unloaded = text_not_loaded(book, award, on)
    alternatives = alternatives_on(book, award, on)
    rules = rules_on(book, award, on)
    groups = recipient_groups(book, [one for one in alternatives if one.enabled], rules)
    disabled = tuple(alternative_summary(book, one) for one in alternatives if not one.enabled)
    judging = [one for group in groups for kind in group.types for one in kind.alternatives]
    decided_by = authorities_on(book, award, on)
    bonus = bonus_on(book, award, on)
    procedure = procedure_on(book, award, on)
    shown_rules = tuple(rule_piece(book, rule, on) for rule in rules if rule.effect != "attested")
    cited = [
        *([unloaded.code] if unloaded else []),
        *(one.text for one in alternatives),
        *(citation.text for citation in award.articles),
        *_texts_of_alternatives([*judging, *disabled]),
        *_texts_of_pieces(book, [*decided_by, *_procedure_pieces(procedure), *shown_rules]),
        *(place.citation.text for one in bonus for place in one.places),
    ]
    texts = texts_on(book, cited, on)
    return AwardSummary(
        code=award.code,
        on=on,
        name=award.name_on(on),
        former_names=_names(award, on, former=True),
        next_names=_names(award, on, former=False),
        kind=named(book, "kinds", award.kind),
        level=named(book, "levels", award.level) if award.level else None,
        rank=award.rank,
        recipients=tuple(named(book, "recipient_kinds", kind) for kind in award.recipients),
        places=places(book, _in_force(award.articles, {text.code for text in texts})),
        standing=standing(book, f"award/{award.code}", award.certainty),
        texts=texts,
        warning=warning_of(book, unloaded) if unloaded else None,
        decided_by=decided_by,
        bonus=bonus,
        base_salary=base_salary_on(book, on) if bonus else None,
        procedure=procedure,
        groups=groups,
        disabled=disabled,
        rules=shown_rules,
        notes=award.notes,
        version=book.version,
    )


def _names(award: Award, on: date, *, former: bool) -> tuple[FormerOrNextName, ...]:
    """Return the other names, oldest first: those that ended before the day, or those that follow it."""
    dated = sorted(award.former_names, key=lambda name: name.until)
    if former:
        return tuple(FormerOrNextName(name.name, name.until) for name in dated if name.until < on)
    borne = [name for name in dated if name.until >= on]
    if not borne:
        return ()
    return (
        *(FormerOrNextName(name.name, name.until) for name in borne[1:]),
        FormerOrNextName(award.name, None),
    )


def _in_force(cited: Iterable[Citation], texts: set[str]) -> list[Citation]:
    return [citation for citation in cited if citation.text in texts]


def _procedure_pieces(procedure: Iterable[Procedure]) -> Iterator[Piece]:
    for topic in procedure:
        yield from topic.pieces


def _texts_of_pieces(book: LawBook, pieces: Iterable[Piece]) -> Iterator[str]:
    """Yield the texts that say so; not one from which a locality has only borrowed its value."""
    for piece in pieces:
        local = piece.standing.certainty is Certainty.LOCAL
        for code in _texts(piece.places):
            if not local or (code in book.texts and book.texts[code].certainty is Certainty.LOCAL):
                yield code


def _texts_of_alternatives(alternatives: Iterable[AlternativeSummary]) -> Iterator[str]:
    for alternative in alternatives:
        yield from _texts(alternative.places)
        for line in leaves(alternative.lines):
            yield from _texts(line.places)


def _texts(cited: Iterable[Place]) -> Iterator[str]:
    return (place.citation.text for place in cited)
