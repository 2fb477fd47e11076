"""The year itself: what happens at which moment, one event after the other."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from django.db.models import Count

from thidua.config.simulation import council_days, desk_work, signing_days
from thidua.config.simulation.clock import MovingClock, WorkingYear, moving_clock
from thidua.config.simulation.fates import Fate, draw_fates
from thidua.config.simulation.places import Places, build_places
from thidua.core.workflow.dossier import COUNCIL, skipped_states
from thidua.decisions.models import Decision
from thidua.nominations import actions
from thidua.nominations.enums import Level, Outcome
from thidua.nominations.models import Dossier

SESSION_EVERY: Final = 10  # working days
PROPOSAL_EVERY: Final = 5
LOAD: Final = 0.6  # of the officers' time in a year; in November it is not enough
Step = Callable[[], None]
Progress = Callable[[date, int], None]


@dataclass
class Course:
    """One dossier on its way."""

    fate: Fate
    dossier: Dossier | None = None
    officer: int = 0
    returned: int = 0

    @property
    def row(self) -> Dossier:
        """Return the dossier; it exists from its first event on."""
        assert self.dossier is not None
        return self.dossier


@dataclass
class Simulation:
    """The queue of events and what waits for a session or a signature. Points are working days of the year."""

    places: Places
    year: WorkingYear
    clock: MovingClock
    dossiers: int
    events: list[tuple[float, int, Step]] = field(default_factory=list)
    counted: int = 0
    point: float = 0.0
    arrived: list[Course] = field(default_factory=list)
    for_council: list[Course] = field(default_factory=list)
    for_proposal: list[Course] = field(default_factory=list)
    free: list[float] = field(default_factory=list)
    in_flight: int = 0
    most_in_flight: int = 0

    def later(self, days: float, step: Step) -> None:
        """Let `step` happen after so many working days, unless the year is over by then."""
        self.at(self.point + days, step)

    def at(self, point: float, step: Step) -> None:
        """Let `step` happen at a point of the year, if there is still time."""
        if point < self.year.length:
            self.counted += 1
            heapq.heappush(self.events, (point, self.counted, step))

    def run(self, fates: list[Fate], progress: Progress) -> None:
        """Let the year pass."""
        self.free = [0.0] * len(self.places.officers)
        for fate in fates:
            course = Course(fate)
            self.at(fate.drafted, lambda course=course: self.draft(course))  # type: ignore[misc]
        for point in range(1, self.year.length):
            self.at(point + 0.05, self.reception)
        for point in range(SESSION_EVERY, self.year.length, SESSION_EVERY):
            self.at(point + 0.1, self.council_day)
        for point in range(PROPOSAL_EVERY, self.year.length, PROPOSAL_EVERY):
            self.at(point + 0.6, self.proposal_day)
        day = None
        while self.events:
            self.point, _order, step = heapq.heappop(self.events)
            self.clock.now = self.year.moment(self.point)
            step()
            if self.today != day:
                day = self.today
                progress(day, self.in_flight)

    @property
    def today(self) -> date:
        """Return the simulated day."""
        return self.year.days[int(self.point)]

    def draft(self, course: Course) -> None:
        """The unit writes its draft."""
        course.dossier = desk_work.draft(course.fate, self.places, self.today)
        self.at(max(course.fate.submitted, self.point + 0.01), lambda: self.submit(course))

    def submit(self, course: Course) -> None:
        """The unit sends it in."""
        clerk = self.places.communes[course.fate.commune][1]
        actions.submit_dossier(dossier=course.row, declared=True, by=clerk)
        self._count(1)
        self.later(0.2 + course.fate.work, lambda: self.arrived.append(course))

    def reception(self) -> None:
        """Every morning the officers take in what arrived; each dossier goes to who will be free first."""
        taken: dict[int, list[Course]] = defaultdict(list)
        for course in self.arrived:
            course.officer = min(range(len(self.free)), key=lambda number: self.free[number])
            taken[course.officer].append(course)
            self._queue(course)
        self.arrived.clear()
        for officer, courses in taken.items():
            actions.receive_all(dossiers=[course.row for course in courses], by=self.places.officers[officer])

    def examine(self, course: Course) -> None:
        """The officer returns it with its faults, or appraises it."""
        fate, officer = course.fate, self.places.officers[course.officer]
        clerk = self.places.communes[fate.commune][1]
        if course.returned < len(fate.returns):
            desk_work.give_back(course.row, fate.returns[course.returned], officer)
            course.returned += 1
            self._count(-1)
            self.later(fate.mending, lambda: self.mend(course))
        elif fate.withdrawn:
            reason = "Đơn vị rút hồ sơ để chuẩn bị lại."
            actions.withdraw_dossier(dossier=course.row, reason=reason, by=clerk)
            self._count(-1)
        else:
            desk_work.appraise(course.row, fate.eligible, officer)
            if not fate.eligible:
                self.later(0.5, lambda: self.archive(course))
            elif fate.asks_agencies:
                self.later(0.2, lambda: self.ask(course))
            else:
                self.later(0.2, lambda: self.lead_on(course))

    def mend(self, course: Course) -> None:
        """The unit mends everything and sends it in again."""
        desk_work.mend(course.row, self.places.communes[course.fate.commune][1])
        self._count(1)
        self._queue(course)

    def ask(self, course: Course) -> None:
        """The officer asks the agencies, which answer or are silent."""
        due = desk_work.ask_agencies(course.row, self.places.officers[course.officer])
        if course.fate.answers:
            self.later(1 + course.fate.mending / 4, lambda: self.answered(course))
        else:
            self.at(self.year.point(due) + 1.1, lambda: self.silent(course))

    def answered(self, course: Course) -> None:
        """Every agency agrees."""
        desk_work.take_answers(course.row, self.places.officers[course.officer], self.today)
        self.lead_on(course)

    def silent(self, course: Course) -> None:
        """The agencies' time is over."""
        actions.take_silence_as_consent(dossier=course.row, by=self.places.officers[course.officer])
        self.lead_on(course)

    def lead_on(self, course: Course) -> None:
        """It goes before the council, or waits to be proposed where there is none."""
        if COUNCIL in skipped_states(course.fate.route, Level.PROVINCE):
            self.for_proposal.append(course)
            return
        self.for_council.append(course)

    def council_day(self) -> None:
        """The council meets, as often as the agenda asks."""
        waiting, self.for_council = {course.row.pk: course for course in self.for_council}, []
        if not waiting:
            return
        rows = [course.row for course in waiting.values()]
        actions.send_all_to_council(dossiers=rows, by=self.places.officers[0])
        eligible = Dossier.objects.filter(pk__in=waiting, nominations__outcome=Outcome.ELIGIBLE).order_by(
            "pk"
        )
        nominees = dict(eligible.annotate(nominees=Count("nominations")).values_list("pk", "nominees"))
        for agenda in council_days.in_sessions(list(waiting), nominees):
            fates = {pk: waiting[pk].fate.passes for pk in agenda}
            council_days.hold_session(fates, self.places, self.clock.now)
        passed = council_days.with_passed(waiting)
        for pk, course in waiting.items():
            if pk in passed:
                self.for_proposal.append(course)
            else:
                self.later(0.3, lambda course=course: self.archive(course))  # type: ignore[misc]

    def proposal_day(self) -> None:
        """The Board proposes what is ready, a decision for each hundred dossiers."""
        size = signing_days.DOSSIERS_IN_PROPOSAL
        waiting, self.for_proposal = self.for_proposal, []
        if self.point + 1 >= self.year.length:
            return
        signing_day = self.year.days[int(self.point) + 1]
        for first in range(0, len(waiting), size):
            courses = waiting[first : first + size]
            rows = list(
                Dossier.objects.filter(pk__in=[course.row.pk for course in courses])
                .select_related("unit", "deciding_unit", "movement")
                .order_by("pk")
            )
            decision = signing_days.write_proposal(rows, self.places, signing_day)
            self.later(1, lambda decision=decision, courses=courses: self.sign(decision, courses))  # type: ignore[misc]

    def sign(self, decision: Decision, courses: list[Course]) -> None:
        """The Chairman signs; printing, the ceremony and the archive follow."""
        signed = signing_days.sign(decision, self.places)
        self._count(-len(courses))
        self.later(1, lambda: signing_days.print_all(signed, self.places))
        self.later(4, lambda: signing_days.hand_over_all(signed, self.places, self.today))
        self.later(4.2, lambda: self.put_away(courses))

    def put_away(self, courses: list[Course]) -> None:
        """Archive what was handed over."""
        actions.archive_dossiers(dossiers=[course.row for course in courses], by=self.places.officers[-1])

    def archive(self, course: Course) -> None:
        """Archive what comes to nothing."""
        actions.archive_dossier(dossier=course.row, by=self.places.officers[course.officer])
        self._count(-1)

    def _queue(self, course: Course) -> None:
        """Put it on its officer's desk; how long that takes depends on what lies there."""
        share = LOAD * self.year.length * len(self.free) / (1.4 * self.dossiers)
        starts = max(self.free[course.officer], self.point + 0.3)
        self.free[course.officer] = starts + course.fate.work * share
        self.at(self.free[course.officer], lambda: self.examine(course))

    def _count(self, change: int) -> None:
        self.in_flight += change
        self.most_in_flight = max(self.most_in_flight, self.in_flight)


def simulate(dossiers: int, seed: int, year: int, progress: Progress) -> Simulation:
    """Let a year pass with so many dossiers in an invented province, and return it as it ended."""
    working = WorkingYear(year)
    with moving_clock(working.moment(0)) as clock:
        places = build_places(dossiers, date(year, 1, 1))
        simulation = Simulation(places, working, clock, dossiers)
        simulation.run(draw_fates(dossiers, seed, len(places.communes), working), progress)
    return simulation
