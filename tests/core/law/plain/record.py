"""What is recorded of one nominee, looked at year by year with loops and nothing else.

A second reading of the law of 2022, kept apart from the engine on purpose: it shares with it only the shape of
the recorded facts, so that a mistake in the one does not hide in the other.
"""

from dataclasses import dataclass

from thidua.core.law.facts import NomineeFacts, Question

NO, OPEN, YES = 0, 1, 2
GRADES = ("failed", "completed", "well_completed", "excellently_completed")
SCOPES = ("grassroots", "province_or_ministry", "nationwide")
EXCELLENT, WELL = "excellently_completed", "well_completed"


def yes(holds: bool) -> int:
    return YES if holds else NO


@dataclass(frozen=True)
class Record:
    """One nominee before one question. Merit awards are those that may carry a merit proposal."""

    facts: NomineeFacts
    question: Question

    @property
    def year(self) -> int:
        return self.question.law_day.year

    @property
    def closed(self) -> int:
        """The last closed counting year."""
        return self.year if self.year in self.facts.grades else self.year - 1

    @property
    def under_discipline(self) -> bool:
        day = self.question.law_day
        return any(
            one.since <= day and (one.until is None or one.until >= day) for one in self.facts.discipline
        )

    def counts(self, year: int) -> bool:
        """Tell whether a year is past and not lost to discipline."""
        if year > self.year or self.under_discipline:
            return False
        ended = [
            one.until.year
            for one in self.facts.discipline
            if one.until is not None and one.since <= self.question.law_day
        ]
        return year > max(ended, default=0)

    def graded(self, year: int, least: str) -> bool:
        grade = self.facts.grades.get(year)
        return grade is not None and self.counts(year) and GRADES.index(grade) >= GRADES.index(least)

    def received(self, award: str) -> list[int]:
        """Return the years of the merit awards of this name, cancelled and later ones left out."""
        return [
            one.year
            for one in self.facts.awards
            if one.award == award
            and one.type == "merit"
            and one.status == "active"
            and one.year <= self.year
            and (one.decided_on is None or one.decided_on <= self.question.on)
        ]

    def titled(self, year: int, *titles: str) -> bool:
        return self.counts(year) and any(year in self.received(title) for title in titles)

    def times(self, award: str, years: list[int]) -> int:
        return sum(year in years for year in self.received(award))

    def initiatives(self, years: list[int], scope: str, form: str, effective: bool) -> int:
        return sum(
            one.year in years
            and self.counts(one.year)
            and one.form == form
            and SCOPES.index(one.scope) >= SCOPES.index(scope)
            and (one.effective or not effective)
            for one in self.facts.initiatives
        )

    def initiatives_or_topics(self, n: int, years: list[int], scope: str, effective: bool) -> bool:
        return any(self.initiatives(years, scope, form, effective) >= n for form in ("initiative", "topic"))

    def feats(self, kind: str) -> list[dict[str, object]]:
        return [
            dict(feat.qualities)
            for feat in self.facts.feats
            if feat.kind == kind and not feat.commended and (feat.year is None or feat.year <= self.year)
        ]

    def contributed(self, *degrees: str) -> bool:
        return any(not degrees or feat.get("degree") in degrees for feat in self.feats("contribution"))

    def sudden(self, *influences: str) -> bool:
        return any(feat.get("influence") in influences for feat in self.feats("sudden"))

    def invented(self, *levels: str) -> bool:
        return any(feat.get("level") in levels for feat in self.feats("invention"))

    def chosen_in_movement(self, launchers: tuple[str, ...], least: int) -> bool:
        return any(
            feat.get("launched_by") in launchers
            and int(str(feat.get("years") or 0)) >= least
            and feat.get("at") in {"interim_review", "final_review"}
            for feat in self.feats("movement_award")
        )

    def answered(self, alternative: str, line: int) -> int:
        """Return what a person said of one line."""
        said = self.facts.judged.get(alternative)
        if said is None:
            return OPEN
        if isinstance(said, bool):
            return yes(said)
        return yes(said[line]) if line in said else OPEN

    def conduct(self, alternative: str, line: int) -> int:
        """Return what the proposing body attested; a measure that is running contradicts it."""
        return NO if self.under_discipline else self.answered(alternative, line)
