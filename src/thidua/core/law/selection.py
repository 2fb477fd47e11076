"""Which alternatives of an award are looked at for a question, and which of them decide."""

from dataclasses import dataclass

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.facts import Question
from thidua.core.law.provisions import Alternative, Award, LegalText
from thidua.core.law.sentences import listed, say

ENTERPRISE = frozenset({"enterprise", "economic_organisation"})
CAP_READING, LIFTED = "cap_of_unloaded_text", "lifted"


@dataclass(frozen=True)
class Considered:
    """An alternative that is shown. `aside`: why it does not decide; `capped`: why it is at best open."""

    alternative: Alternative
    aside: Wording | None = None
    capped: Wording | None = None

    @property
    def counts(self) -> bool:
        return self.aside is None


def considered(book: LawBook, question: Question) -> tuple[Considered, ...]:
    """Return the alternatives in force on the law day for this kind of recipient, in the order of the data."""
    award = book.awards[question.award]
    in_force = [one for one in award.alternatives if _in_force(book, award, one, question)]
    kinds = kinds_of(book, question, in_force)
    fitting = [one for one in in_force if kinds & set(one.applies_to) or _all_of_kind(book, one, kinds)]
    unsure = None
    if not fitting:
        fitting = [one for one in in_force if question.recipient in general_kinds(book, one)]
        unsure = say("cap.kind")
    return tuple(_considered(book, one, question, unsure) for one in fitting)


def _considered(
    book: LawBook, alternative: Alternative, question: Question, unsure: Wording | None
) -> Considered:
    capped = _unchecked(book, alternative) or unsure
    if not alternative.enabled:
        return Considered(alternative, say("aside.disabled"), capped)
    if alternative.type and alternative.type != question.type:
        type_ = book.word("commendation_types", alternative.type)
        return Considered(alternative, say("aside.type", type=type_), capped)
    return Considered(alternative, None, capped)


def _unchecked(book: LawBook, alternative: Alternative) -> Wording | None:
    if book.rests_on_a_person(f"alternative/{alternative.id}", alternative.certainty):
        return say("cap.certainty")
    return None


def doubt(book: LawBook, alternative: Alternative) -> Wording | None:
    """Return why nothing may rest on an alternative alone; None when it may."""
    return _unchecked(book, alternative) if alternative.enabled else say("aside.disabled")


def kinds_of(book: LawBook, question: Question, in_force: list[Alternative]) -> frozenset[str]:
    """Return the kinds whose clauses the nominee may use: its own and the general one it belongs to.

    An enterprise uses its own clause only, and that of collectives where the award has none for it.
    """
    special = question.worker_kind or question.recipient
    kinds = {special, book.general_kind.get(special, special)}
    if kinds & ENTERPRISE:
        own = any(ENTERPRISE & set(one.applies_to) for one in in_force)
        return frozenset(kinds) if own else frozenset({*kinds, "collective"})
    if book.general_kind.get(special, special) != book.general_kind.get(
        question.recipient, question.recipient
    ):
        kinds |= {question.recipient, book.general_kind.get(question.recipient, question.recipient)}
    return frozenset(kinds)


def _all_of_kind(book: LawBook, alternative: Alternative, kinds: frozenset[str]) -> bool:
    """Tell whether an alternative names every special kind of a general one («external»)."""
    return any(
        specials and specials <= set(alternative.applies_to)
        for kind in kinds
        for specials in [{one for one, general in book.general_kind.items() if general == kind != one}]
    )


def general_kinds(book: LawBook, alternative: Alternative) -> frozenset[str]:
    """Return the general kinds of those an alternative is for."""
    return frozenset(book.general_kind.get(kind, kind) for kind in alternative.applies_to)


def given_to(book: LawBook, award: Award, question: Question) -> bool:
    """Tell whether the award is given to this kind of recipient at all."""
    if not award.recipients:
        return True
    kinds = kinds_of(book, question, [])
    if kinds & ENTERPRISE and "collective" in award.recipients:
        return True
    known = set(award.recipients) | {book.general_kind.get(kind, kind) for kind in award.recipients}
    return bool(kinds & known)


def unloaded_text(book: LawBook, award: Award, question: Question) -> LegalText | None:
    """Return the text in force on the law day whose own conditions for this award are not loaded."""
    for text in book.texts.values():
        if text.evaluates and text.validity.covers(question.law_day) and not _loaded(text, award, question):
            return text
    return None


def capped_by(book: LawBook, award: Award, question: Question) -> LegalText | None:
    """Return the unloaded text that caps every verdict, unless the Board has lifted its cap."""
    text = unloaded_text(book, award, question)
    if text is None or text.code in book.choices.caps_lifted:
        return None
    if CAP_READING in book.readings and book.values_of(CAP_READING, text.code) == (LIFTED,):
        return None
    return text


def _loaded(text: LegalText, award: Award, question: Question) -> bool:
    if "all" in text.loaded_for or award.code in text.loaded_for:
        return True
    return any(one.text == text.code and one.validity.covers(question.law_day) for one in award.alternatives)


def _in_force(book: LawBook, award: Award, alternative: Alternative, question: Question) -> bool:
    """In force on the law day, or ended only because its text was amended by one that is not loaded yet."""
    if alternative.validity.covers(question.law_day):
        return True
    newer = unloaded_text(book, award, question)
    if newer is None or newer.evaluates != alternative.text:
        return False
    old = book.texts[alternative.text].validity.until
    return alternative.validity.until is not None and alternative.validity.until == old


def law_text(book: LawBook, question: Question) -> str:
    """Return the code of the law in force on the law day; empty when none is known."""
    return next(
        (
            text.code
            for text in book.texts.values()
            if text.kind == "law" and text.validity.covers(question.law_day)
        ),
        "",
    )


def nothing_decides(book: LawBook, question: Question, found: tuple[Considered, ...]) -> tuple[bool, Wording]:
    """Return whether that alone refuses the award, and why no alternative decides."""
    award = book.awards[question.award]
    title = award.name_on(question.law_day)
    day = question.law_day
    date = Wording(f"{day:%d/%m/%Y}", day.isoformat())
    if not given_to(book, award, question):
        recipient = book.word("recipient_kinds", question.worker_kind or question.recipient)
        return True, say("reason.recipient", title=title, recipient=recipient)
    if not found:
        return False, say("reason.no_alternative", title=title, date=date)
    for one in found:
        if not one.alternative.enabled and one.alternative.type in {"", question.type}:
            return False, say("reason.only_disabled", title=title, date=date)
    type_ = book.word("commendation_types", question.type)
    whole = not any(book.texts[one.alternative.text].partly_loaded for one in found)
    return whole, say("reason.other_type", title=title, type=type_, date=date)


def kinds_listed(book: LawBook, alternative: Alternative) -> Wording:
    """Return the kinds an alternative is for, in words."""
    return listed([book.word("recipient_kinds", kind) for kind in alternative.applies_to])
