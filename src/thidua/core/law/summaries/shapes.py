"""What a page, a terminal and a docs page show of an award on a day, and of what changed between two days.

Every sentence is a Wording; every piece of law carries its places, its certainty, and the provision id
under which the Board marks it as checked («alternative/pc-2022-1a», «bonus/AWARD@DATE», «rule/ID» …).
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from thidua.core.language import Wording
from thidua.core.law.book import Check
from thidua.core.law.citations import Citation
from thidua.core.law.provisions import Certainty

Topic = Literal["votes", "quotas", "deadlines", "publicity", "other"]
How = Literal["new", "gone", "changed", "reworded", "same", "unknown", "said"]


@dataclass(frozen=True)
class Named:
    """A code of the data and its words."""

    code: str
    name: Wording


@dataclass(frozen=True)
class Place:
    """A cited place: «điểm d khoản 1 Điều 74 Luật 06/2022/QH15» | «point d, clause 1, Article 74, Law …»."""

    citation: Citation
    words: Wording
    text: Wording  # short name of the legal text


@dataclass(frozen=True)
class Standing:
    """How far a piece of law may be relied on, and who compared it with the official text."""

    provision: str
    certainty: Certainty
    words: Wording  # the certainty in words
    check: Check | None = None

    @property
    def needs_checking(self) -> bool:
        """Whether nothing may rest on it until a person has checked it."""
        return not self.certainty.stands_alone and self.check is None


@dataclass(frozen=True)
class Piece:
    """One statement of the law on a day: a value, an authority, a rule."""

    says: Wording
    places: tuple[Place, ...]
    standing: Standing
    since: date | None = None
    until: date | None = None
    note: Wording | None = None


@dataclass(frozen=True)
class TextInForce:
    """A legal text that this award rests on, in force on the day."""

    code: str
    kind: str  # law | decree | circular | letter | decision
    name: Wording
    short: Wording
    standing: Standing
    since: date
    until: date | None
    replaces: tuple[Named, ...] = ()
    warning: Wording | None = None
    note: Wording | None = None


@dataclass(frozen=True)
class SummaryLine:
    """A condition as a sentence, or a group («một trong các điều kiện sau») and what it holds."""

    path: str  # as in appraisal.Finding: «2», «4.1»; an exclusion «x1»; a common rule its id; "" for the root
    kind: str  # «all_of», «any_of», or the kind of condition
    text: Wording
    places: tuple[Place, ...] = ()  # its own, when narrower than the alternative's
    certainty: Certainty | None = None  # its own, where it differs from the alternative's
    open: bool = False  # a person answers it
    note: Wording | None = None
    children: tuple["SummaryLine", ...] = ()


@dataclass(frozen=True)
class AlternativeSummary:
    """One way to qualify."""

    id: str
    type: Named | None  # type of commendation; None: every type
    recipients: tuple[Named, ...]
    text: Named  # the legal text that says so
    places: tuple[Place, ...]
    standing: Standing
    since: date
    until: date | None
    lines: SummaryLine  # the root group
    exclusions: tuple[SummaryLine, ...] = ()
    enabled: bool = True
    unknown: Wording | None = None
    notes: tuple[Wording, ...] = ()
    province_data: bool = False


@dataclass(frozen=True)
class TypeGroup:
    """The alternatives for one type of commendation; `type` None: for every type."""

    type: Named | None
    alternatives: tuple[AlternativeSummary, ...]


@dataclass(frozen=True)
class RecipientGroup:
    """The alternatives for the same kinds of recipient, and the conduct asked of them in each."""

    recipients: tuple[Named, ...]
    types: tuple[TypeGroup, ...]
    conduct: tuple[Piece, ...] = ()  # common lines that the proposing body attests


@dataclass(frozen=True)
class BonusAmount:
    """Coefficient × base salary of the day for one kind of recipient. None: no figure is known."""

    recipient: Named
    coefficient: str | None  # a decimal as text: «1.5»
    amount: int | None  # đồng, rounded as the law book says; None without coefficient or base salary


@dataclass(frozen=True)
class BonusSummary:
    """One bonus rate on the day."""

    amounts: tuple[BonusAmount, ...]
    issuers: tuple[Named, ...]  # only where the rate depends on who grants it
    upper_bound: bool
    places: tuple[Place, ...]
    standing: Standing
    since: date
    until: date | None
    note: Wording | None = None


@dataclass(frozen=True)
class Procedure:
    """The parameters of one topic that concern the award."""

    topic: Topic
    heading: Wording
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class FormerOrNextName:
    """A name borne before or after the day; `until` None: the name of today."""

    name: Wording
    until: date | None


@dataclass(frozen=True)
class AwardSummary:
    """An award as the law has it on a day."""

    code: str
    on: date
    name: Wording
    former_names: tuple[FormerOrNextName, ...]
    next_names: tuple[FormerOrNextName, ...]
    kind: Named
    level: Named | None
    rank: int
    recipients: tuple[Named, ...]
    places: tuple[Place, ...]  # articles about the award in the texts in force
    standing: Standing  # of the award itself: provision «award/CODE»
    texts: tuple[TextInForce, ...]
    warning: Wording | None  # the text in force is not loaded: what is shown is the older text
    decided_by: tuple[Piece, ...]
    bonus: tuple[BonusSummary, ...]
    base_salary: Piece | None  # None: no base salary is known for the day
    procedure: tuple[Procedure, ...]
    groups: tuple[RecipientGroup, ...]  # alternatives that judge
    disabled: tuple[AlternativeSummary, ...]  # shown, never decide
    rules: tuple[Piece, ...]
    notes: tuple[Wording, ...]
    version: str  # fingerprint of the law data

    @property
    def alternatives(self) -> tuple[AlternativeSummary, ...]:
        """Return every alternative in force that judges, in reading order."""
        return tuple(one for group in self.groups for kind in group.types for one in kind.alternatives)


@dataclass(frozen=True)
class Change:
    """One numbered sentence of a comparison, and what it consists of.

    `how` «unknown»: one side is not known or may not be relied on, so that nothing is claimed.
    """

    how: How
    says: Wording
    before: tuple[Place, ...] = ()
    after: tuple[Place, ...] = ()
    caution: Wording | None = None  # certainty where not confirmed
    children: tuple["Change", ...] = ()

    @property
    def stays(self) -> bool:
        """Whether it says, with all it consists of, that something stayed as it was."""
        return self.how in {"same", "said"} and all(child.stays for child in self.children)


@dataclass(frozen=True)
class ChangeSection:
    """The changes of one subject: texts, name, authority, conditions, bonus, procedure, common rules."""

    code: str
    heading: Wording
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Changes:
    """What changed for an award between two days, ready to be read from top to bottom."""

    award: str
    before: AwardSummary
    after: AwardSummary
    lead: tuple[Wording, ...]  # the essence in one to four sentences
    sections: tuple[ChangeSection, ...]

    @property
    def nothing_changed(self) -> bool:
        """Whether every sentence says that something stayed as it was."""
        return all(change.stays for section in self.sections for change in section.changes)
