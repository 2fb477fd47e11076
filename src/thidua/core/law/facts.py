"""What is recorded of one nominee. A closed world: what is not recorded is not there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class AwardHeld:
    """An award received. `year` is the counting year it was given for."""

    award: str
    year: int
    type: str = "merit"
    status: str = "active"  # active | cancelled
    decided_on: date | None = None
    decision: str = ""  # number of the decision, shown as evidence


@dataclass(frozen=True)
class Initiative:
    """A recognised initiative, or an accepted scientific topic, scheme or work («topic»)."""

    year: int
    scope: str  # grassroots | province_or_ministry | nationwide
    form: str = "initiative"  # initiative | topic
    effective: bool = True
    used_for: str = ""  # award it already served, if any
    name: str = ""


@dataclass(frozen=True)
class Discipline:
    """A disciplinary measure and the days on which it holds; `until` None: still running."""

    level: str
    since: date
    until: date | None = None


@dataclass(frozen=True)
class Feat:
    """A recorded achievement outside the yearly columns.

    `kind`: contribution | sudden | movement_award | movement_result | invention | service | cluster_leader |
    cluster_selected. `qualities`: what is recorded of it, by the field names of that kind of condition
    (influence, degree, launched_by, years, at, leader, level, organised_by, post, value).
    """

    kind: str
    qualities: Mapping[str, object] = field(default_factory=dict)
    year: int | None = None
    commended: str = ""  # award already given for this very achievement


@dataclass(frozen=True)
class Members:
    """The people of a collective: head counts, never percentages.

    `shares`: members holding a title; `grades`: members by task-completion grade; `disciplined`: members by
    level of discipline in the year.
    """

    count: int
    shares: Mapping[str, int] = field(default_factory=dict)
    grades: Mapping[str, int] = field(default_factory=dict)
    disciplined: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class NomineeFacts:
    """One nominee. Years are counting years: the calendar year, or the year in which a school year ends."""

    grades: Mapping[int, str] = field(default_factory=dict)
    awards: tuple[AwardHeld, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    discipline: tuple[Discipline, ...] = ()
    suspended: bool = False
    dissolved_on: date | None = None
    members: Members | None = None
    confirmations: frozenset[str] = frozenset()  # authorities that have certified
    founded: int | None = None
    eligible_for_flag: bool | None = None
    judged: Mapping[str, bool | Mapping[int, bool]] = field(default_factory=dict)  # by alternative [and line]
    feats: tuple[Feat, ...] = ()
    registered: bool | None = None  # None: not recorded, which bars nobody
    months_worked: int | None = None  # in the counting year
    maternity_months: int = 0  # of the counting year; counted as worked
    school_year: bool = False


@dataclass(frozen=True)
class Question:
    """What is asked: this award, for this kind of recipient and type of commendation, on these days.

    `on`: the decision; `received`: the complete dossier received for appraisal; `proposed`: the proposal.
    """

    award: str
    on: date
    recipient: str
    received: date | None = None
    proposed: date | None = None
    worker_kind: str = ""
    type: str = "merit"

    @property
    def law_day(self) -> date:
        """The day that chooses the law text: receipt, else proposal, else decision."""
        return self.received or self.proposed or self.on
