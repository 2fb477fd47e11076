"""What a check of a text has found, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TextCode(StrEnum):
    """Everything the checks can find; each has its sentences in `messages.yaml`."""

    UNBALANCED_BRACKET = "unbalanced_bracket"
    UNBALANCED_QUOTE = "unbalanced_quote"
    DOUBLED_WORD = "doubled_word"
    DOUBLE_SPACE = "double_space"
    NO_BREAK_SPACE = "no_break_space"
    NO_THOUSAND_SEPARATOR = "no_thousand_separator"
    MIXED_DATE_FORMS = "mixed_date_forms"
    NO_AS_OF_DATE = "no_as_of_date"
    UNBOUND_FIGURE = "unbound_figure"
    PERCENT_WITHOUT_BASIS = "percent_without_basis"
    WRONG_PUNCTUATION = "wrong_punctuation"
    PROPER_NAME_CASE = "proper_name_case"
    HONORIFIC_CASE = "honorific_case"
    MISSING_WORD = "missing_word"
    MIXED_DASHES = "mixed_dashes"
    MIXED_ZERO_PADDING = "mixed_zero_padding"
    LOOK_ALIKE_LETTER = "look_alike_letter"
    SENTENCE_FRAGMENT = "sentence_fragment"
    OPEN_LIST = "open_list"
    PERSON_WITHOUT_CONSENT = "person_without_consent"
    UNNAMED_PLAN = "unnamed_plan"
    NO_DECISION_NUMBER = "no_decision_number"
    MIXED_COMPARISONS = "mixed_comparisons"
    MISSING_SPACE = "missing_space"
    IMPOSSIBLE_DATE = "impossible_date"
    LETTER_FOR_ZERO = "letter_for_zero"


@dataclass(frozen=True)
class TextFinding:
    """A finding: `excerpt` is `text[start:end]`; `suggestion`, if any, is what to put in its place."""

    code: TextCode
    start: int
    end: int
    excerpt: str
    suggestion: str | None = None


def finding(code: TextCode, text: str, start: int, end: int, suggestion: str | None = None) -> TextFinding:
    """Return the finding about `text[start:end]`."""
    return TextFinding(code, start, end, text[start:end], suggestion)
