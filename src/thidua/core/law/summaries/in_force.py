"""Which alternatives, rules and texts stand on a day, and which text stands there without being loaded."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from thidua.core.language import Wording
from thidua.core.law.book import LawBook
from thidua.core.law.numbering import leaves
from thidua.core.law.provisions import Alternative, Award, CommonRule, LegalText
from thidua.core.law.summaries.phrases import said
from thidua.core.law.summaries.places import standing, text_name
from thidua.core.law.summaries.shapes import TextInForce

_KINDS_IN_ORDER: Final = ("law", "decree", "decision", "circular", "letter")
# What bars somebody first, what only informs last.
_EFFECTS_IN_ORDER: Final = (
    "cap", "block", "unblock", "bar_unregistered", "bar_unregistered_by_setting", "ask_dissolved", "reset_span",
    "merit_only", "warn_same_achievement", "warn_used_initiative", "counts_as_worked", "tenure_reduction",
    "tie_break", "warn", "inform",
)  # fmt: skip


def text_not_loaded(book: LawBook, award: Award, on: date) -> LegalText | None:
    """Return the text in force whose own conditions for this award are not loaded; None when all are."""
    for text in book.texts.values():
        loaded = award.code in text.loaded_for or "all" in text.loaded_for
        if text.evaluates and text.validity.covers(on) and not loaded:
            return text
    return None


def warning_of(book: LawBook, unloaded: LegalText) -> Wording:
    """Return the warning of a text that is not loaded, the text still shown named first."""
    shown = text_name(book, unloaded.evaluates).name
    warned = unloaded.warning or Wording("chưa nạp nội dung mới", "the new text is not loaded")
    lifted = unloaded.code in book.choices.caps_lifted
    says = said("{shown} {warned}", "{shown}: {warned}", shown=shown, warned=warned)
    if not lifted:
        return says
    return said(
        "{says}. Ban Thi đua – Khen thưởng đã cho phép kết luận theo nội dung đã nạp",
        "{says}. The Board allows verdicts under the text that is loaded",
        says=says,
    )


def alternatives_on(book: LawBook, award: Award, on: date) -> tuple[Alternative, ...]:
    """Return the alternatives of a day, disabled ones among them.

    Where the text in force is not loaded, those of the text before it stay, as they were on its last day.
    """
    unloaded = text_not_loaded(book, award, on)
    found = []
    for alternative in award.alternatives:
        stays = unloaded is not None and alternative.text == unloaded.evaluates
        day = unloaded.validity.since - timedelta(days=1) if unloaded and stays else on
        if alternative.validity.covers(day):
            found.append(alternative)
    return tuple(found)


def rules_on(book: LawBook, award: Award, on: date) -> tuple[CommonRule, ...]:
    """Return the common rules of a day that touch this award."""
    found = [
        rule
        for rule in book.rules
        if rule.validity.covers(on)
        and (not rule.awards or award.code in rule.awards)
        and _bears_on(book, award, rule.effect)
    ]
    return tuple(sorted(found, key=lambda rule: _place_of(rule.effect, _EFFECTS_IN_ORDER)))


def _bears_on(book: LawBook, award: Award, effect: str) -> bool:
    """Whether a rule of this effect over all awards can say anything of this one."""
    recipients = {*award.recipients, *(book.general_kind.get(kind, kind) for kind in award.recipients)}
    match effect:
        case "tenure_reduction":  # years in post are asked for long service alone
            return any(alternative.type == "long_service" for alternative in award.alternatives)
        case "warn_used_initiative":
            every = (leaf for one in award.alternatives for leaf in leaves(one.lines))
            return any(leaf.kind == "initiative_count" for leaf in every)
        case "counts_as_worked":
            return "individual" in recipients
        case "ask_dissolved":
            return bool({"collective", "enterprise"} & recipients)
    return True


def texts_on(book: LawBook, codes: Iterable[str], on: date) -> tuple[TextInForce, ...]:
    """Return those of the texts that are in force on a day: laws first, then decrees, then the others.

    The regulation of one province that serves as a model stands only where a value cites it.
    """
    found = [book.texts[code] for code in dict.fromkeys(codes) if code in book.texts]
    in_force = [text for text in found if text.validity.covers(on) and not text.model]
    in_force.sort(key=lambda text: (_place_of(text.kind, _KINDS_IN_ORDER), text.validity.since, text.code))
    return tuple(text_in_words(book, text) for text in in_force)


def _place_of(code: str, order: Sequence[str]) -> int:
    return order.index(code) if code in order else len(order)


def text_in_words(book: LawBook, text: LegalText) -> TextInForce:
    """Return a legal text with what a reader needs of it."""
    return TextInForce(
        code=text.code,
        kind=text.kind,
        name=text.name,
        short=text.short,
        standing=standing(book, f"text/{text.code}", text.certainty),
        since=text.validity.since,
        until=text.validity.until,
        replaces=tuple(text_name(book, code) for code in text.replaces),
        warning=text.warning,
        note=text.note,
    )
