"""The law book: everything loaded, with the Board's own choices laid over it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from thidua.core.language import Wording
from thidua.core.law.provisions import Award, Certainty, CommonRule, LegalText, Parameter, Reading


@dataclass(frozen=True)
class Check:
    """The Board compared a provision with the official text."""

    by: str
    on: date
    note: str = ""


@dataclass(frozen=True)
class BoardChoices:
    """What the Board has settled.

    `settings`: value by reading code, or by «code:alternative» where it holds for that one only.
    `checks`: by provision («alternative/pc-2022-1a», «parameter/base_salary@2024-07-01»,
    «bonus/AWARD@DATE», «authority/AWARD@DATE», «rule/ID», «text/CODE»).
    `caps_lifted`: codes of texts whose own conditions are not loaded, but whose cap the Board lifts.
    """

    settings: Mapping[str, object] = field(default_factory=dict)
    checks: Mapping[str, Check] = field(default_factory=dict)
    caps_lifted: frozenset[str] = frozenset()


@dataclass(frozen=True)
class LawBook:
    """The law as it is known. Immutable; `with_choices` returns another book."""

    texts: Mapping[str, LegalText]
    parameters: Mapping[str, Parameter]
    awards: Mapping[str, Award]
    rules: tuple[CommonRule, ...]
    readings: Mapping[str, Reading]
    words: Mapping[str, Mapping[str, Wording]]  # vocabulary → code → words: grades, scopes, authorities …
    version: str  # fingerprint of the data, kept with every stored appraisal
    # vocabulary → other spelling → code
    aliases: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    # vocabulary → wide code → the codes it takes in (province_or_ministry → provincial_chair …)
    members: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    general_kind: Mapping[str, str] = field(default_factory=dict)  # civil_servant → individual
    choices: BoardChoices = field(default_factory=BoardChoices)

    def with_choices(self, choices: BoardChoices) -> "LawBook":
        """Return this book with the Board's choices laid over it."""
        return replace(self, choices=choices)

    def check_of(self, provision: str) -> Check | None:
        """Return who checked a provision against the official text, or None."""
        return self.choices.checks.get(provision)

    def rests_on_a_person(self, provision: str, certainty: Certainty) -> bool:
        """Whether a verdict resting on this provision alone needs a person: unsure, and not checked yet."""
        return not certainty.stands_alone and self.check_of(provision) is None

    def values_of(self, reading: str, alternative: str) -> tuple[object, ...]:
        """Return the values under which to judge: the Board's, else the default, else all there are."""
        for key in (f"{reading}:{alternative}", reading):
            if key in self.choices.settings:
                return (self.choices.settings[key],)
        known = self.readings[reading]
        default = known.default
        if isinstance(default, Mapping):
            default = default.get(alternative)
        return known.values if default is None else (default,)

    def first_day(self) -> date:
        """The first day on which any text of the book is in force."""
        return min(text.validity.since for text in self.texts.values())

    def word(self, vocabulary: str, code: str) -> Wording:
        """Return the words for a code; the code itself where the vocabulary has none."""
        return self.words.get(vocabulary, {}).get(code) or Wording(code, code)
