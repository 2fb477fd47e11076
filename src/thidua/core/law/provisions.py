"""What the law says, each piece with its dates, its place in a text, and how sure we are of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua.core.language import Wording
from thidua.core.law.citations import Citation


class Certainty(StrEnum):
    """How sure we are of a value, and from where."""

    CONFIRMED = "confirmed"  # read in the official text, or in a public text that quotes it
    DERIVED = "derived"  # computed from a confirmed value
    LOCAL = "local"  # seen in one province's regulation: a model, to be replaced by one's own
    SECONDARY = "secondary"  # known from a second-hand record of the official text
    MEMORY = "memory"  # to be verified
    LOW = "low"  # to be verified, low confidence

    @property
    def stands_alone(self) -> bool:
        """Whether a verdict may rest on such a value without a person checking it."""
        return self in {Certainty.CONFIRMED, Certainty.DERIVED, Certainty.LOCAL}


@dataclass(frozen=True)
class Validity:
    """Days on which something holds, both ends included; `until` None: no end is known."""

    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class LegalText:
    """A law, decree, circular or local regulation.

    `evaluates`: the code of the text whose conditions are still judged while this one's own are not loaded
    (an amendment known only by its number); `warning` is what every verdict then says.
    """

    code: str
    kind: str  # law | decree | circular | letter | decision
    number: str  # 06/2022/QH15
    name: Wording
    short: Wording  # Luật 06/2022/QH15 | Law 06/2022/QH15
    validity: Validity
    certainty: Certainty
    issued: date | None = None
    issuer: Wording | None = None  # Chính phủ | the Government; a law names none
    replaces: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    followed_by: str = ""
    evaluates: str = ""
    loaded_for: tuple[str, ...] = ()  # awards whose amended conditions are loaded and checked; "all" for all
    partly_loaded: bool = False  # it has conditions that are not among the alternatives
    model: bool = False  # the regulation of one province, cited as a model: in force for nobody else
    warning: Wording | None = None
    note: Wording | None = None
    approved_by: Wording | None = None  # local regulations only, with the day
    approved_on: date | None = None


@dataclass(frozen=True)
class DatedValue:
    """One value of a parameter while it holds."""

    value: object  # int, str (a decimal written as text), bool, or a mapping of such
    validity: Validity
    cites: tuple[Citation, ...]
    certainty: Certainty
    note: Wording | None = None


@dataclass(frozen=True)
class Parameter:
    """A number or short table of the law that changes with time. Its values never overlap."""

    code: str  # path below parameters/: "base_salary", "votes/provincial_emulation_fighter"
    name: Wording
    unit: str
    values: tuple[DatedValue, ...]

    def at(self, day: date) -> DatedValue | None:
        """Return the value that holds on a day; None outside the known dates: never a guess."""
        return next((value for value in self.values if value.validity.covers(day)), None)


@dataclass(frozen=True)
class Line:
    """A condition as written in the data: its kind and fields, or a group of lines.

    `kind` is «all_of» or «any_of» for a group, else the name of a condition (conditions/<kind>.py).
    """

    kind: str
    fields: Mapping[str, object]
    lines: tuple["Line", ...] = ()
    cites: tuple[Citation, ...] = ()  # its own place when narrower than the alternative's
    text: Wording | None = None  # what a person judges: qualitative and attested lines
    note: Wording | None = None
    where: str = ""  # file:line, for messages
    common: str = ""  # id of the common rule that adds it to every alternative of its awards


@dataclass(frozen=True)
class Alternative:
    """One way to qualify for an award: all its lines together."""

    id: str
    award: str
    text: str  # code of the text that says so: LAW2022, ND91, ND65, LAW2003
    applies_to: tuple[str, ...]
    cites: tuple[Citation, ...]
    validity: Validity
    certainty: Certainty
    lines: Line  # an all_of or any_of group
    exclusions: tuple[Line, ...] = ()  # who cannot be considered at all
    type: str = ""  # the type of commendation it is for; empty: every type
    enabled: bool = True
    unknown: Wording | None = None  # what we do not know of it
    notes: tuple[Wording, ...] = ()
    province_data: bool = False  # a province sets this standard itself


@dataclass(frozen=True)
class Authority:
    """Who decides an award while it holds."""

    validity: Validity
    authorities: tuple[str, ...]  # codes of words/authorities.yaml
    cites: tuple[Citation, ...]
    certainty: Certainty
    note: Wording | None = None


@dataclass(frozen=True)
class BonusRate:
    """Coefficients of the base salary. None: no figure is known, never pay automatically.

    Decimals are kept as text («1.5») and read as fractions, so that no amount is ever rounded by accident.
    """

    validity: Validity
    individual: str | None
    collective: str | None
    household: str | None
    cites: tuple[Citation, ...]
    certainty: Certainty
    issuers: tuple[str, ...] = ()  # only where the rate depends on who grants it; empty: everyone else
    upper_bound: bool = False
    note: Wording | None = None


@dataclass(frozen=True)
class FormerName:
    """A name an award bore until a day."""

    until: date
    name: Wording


@dataclass(frozen=True)
class Award:
    """An emulation title or form of commendation."""

    code: str
    kind: str
    name: Wording
    level: str  # state | province | ministry | grassroots; empty for what is no award
    rank: int  # lower is higher, inside one family only (an editorial order: the law has none)
    recipients: tuple[str, ...]
    articles: tuple[Citation, ...]
    decided_by: tuple[Authority, ...]
    bonus: tuple[BonusRate, ...]
    certainty: Certainty
    alternatives: tuple[Alternative, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    notes: tuple[Wording, ...] = ()

    def name_on(self, day: date) -> Wording:
        """Return the name the award bears on a day."""
        older = sorted((former for former in self.former_names if day <= former.until), key=lambda f: f.until)
        return older[0].name if older else self.name


@dataclass(frozen=True)
class CommonRule:
    """A rule over all awards: what it does is named by `effect`, how it does it is in `rules.py`."""

    id: str
    effect: str
    validity: Validity
    says: Wording
    cites: tuple[Citation, ...]
    certainty: Certainty
    awards: tuple[str, ...] = ()  # empty: every award
    lines: Mapping[str, Wording] | None = None  # attested lines by kind of recipient
    fields: Mapping[str, object] | None = None
    note: Wording | None = None
    cites_by_kind: Mapping[str, tuple[Citation, ...]] | None = (
        None  # the recipient's own clause, where it has one
    )

    def cites_for(self, kinds: Iterable[str]) -> tuple[Citation, ...]:
        """Return the places for the first of these kinds of recipient that has its own, else the rule's."""
        own = self.cites_by_kind or {}
        return next((own[kind] for kind in kinds if kind in own), self.cites)


@dataclass(frozen=True)
class Reading:
    """A setting: a question the text leaves open and the Board answers.

    `default` None: judged under every value; if the results differ, a person is needed.
    """

    code: str
    values: tuple[object, ...]
    default: object | None
    name: Wording
    why: Wording
    value_names: tuple[tuple[object, Wording], ...] = ()  # one name for each of the values
    used_by: tuple[str, ...] = ()

    def named(self, value: object) -> Wording:
        """Return a value in words; as it is written where it is none of the values any more."""
        return dict(self.value_names).get(value, Wording(str(value), str(value)))
